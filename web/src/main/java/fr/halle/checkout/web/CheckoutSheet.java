package fr.halle.checkout.web;

import fr.halle.cart.service.CartView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the checkout page says about a basket that can be ordered. */
public record CheckoutSheet(
        CartView cart,
        List<Recap> recaps,
        List<Box> boxes,
        @Nullable String adults,
        List<String> withdrawal,
        String phoneHint,
        boolean addressNeeded,
        String count,
        String charge,
        List<String> later) {

    /**
     * A part as it is ordered: each line with what was chosen and its price (L221-14).
     *
     * @param collected how and when, null where nothing is collected
     */
    public record Recap(String shop, long cents, @Nullable String collected, long shippingCents, List<Line> lines) {

        public Recap {
            lines = List.copyOf(lines);
        }
    }

    /** @param details the dates, for whom, the size */
    public record Line(String name, String details, long cents) {}

    /** The one box of a portal that asks once for all (K14). */
    static final String ALL_TERMS = "terms";

    /**
     * A box to tick (C04): never ticked beforehand.
     *
     * @param value what it accepts, {@code version:fingerprint}, several with a blank between them (K14)
     */
    public record Box(String id, String value, List<Terms> terms) {

        public Box {
            terms = List.copyOf(terms);
        }

        /** Whether it is the portal's only one. */
        public boolean isOnly() {
            return id.equals(ALL_TERMS);
        }
    }

    /** @param shop null for the portal's own terms */
    public record Terms(@Nullable String shop, String href) {}

    public record Problem(String href, String sentence) {}

    /** The id of a field in the page: {@code terms-1042}. */
    static String id(String field) {
        return field.replace('.', '-');
    }

    /** Where a problem is mended: lines and slots in the basket. */
    static String href(String field) {
        if (field.startsWith("line.")) {
            return "/basket#" + id(field);
        }
        if (field.startsWith("part.")) {
            return "/basket#" + id(field.replaceFirst("\\.[a-z]+$", ""));
        }
        return field.equals("cart") ? "/basket" : "#" + id(field);
    }
}
