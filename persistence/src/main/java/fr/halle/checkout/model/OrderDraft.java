package fr.halle.checkout.model;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.shared.model.Rates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an order will say, priced and frozen when the customer presses the order button, kept as JSON on the checkout and
 * written as rows when the payment is accepted. Amounts are cents of euro, VAT included; rates are basis points.
 *
 * @param settings the portal's settings as they were (K1–K30 are frozen on the order)
 * @param quoteId the quote that was accepted, null for what was put in a basket
 */
public record OrderDraft(
        Customer customer,
        String language,
        List<Part> parts,
        List<Terms> terms,
        Map<String, String> settings,
        @Nullable Long quoteId) {

    /** Who orders, as typed at checkout (guest). */
    public record Customer(
            String firstName,
            String lastName,
            String email,
            String phone,
            String street,
            String postcode,
            String city,
            String country) {

        /** Who ordered once it is forgotten: what was never paid keeps no names. */
        public static final Customer NOBODY = new Customer("", "", "", "", "", "", "", "");

        /** As an envelope says it; a group or a company that a quote is sent to has no first name. */
        public String fullName() {
            return (firstName + " " + lastName).strip();
        }
    }

    /**
     * One merchant's part (M02).
     *
     * @param mode NONE where nothing is to be collected, else PICKUP (with a slot) or DELIVERY (with an address)
     * @param serviceDate the first day on which the merchant has something to do: slot, lesson, arrival; else the order's day
     */
    public record Part(
            long merchantId,
            long shopId,
            String mode,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note,
            long shippingCents,
            LocalDate serviceDate,
            List<Line> lines) {

        public long totalCents() {
            return shippingCents + lines.stream().mapToLong(Line::totalCents).sum();
        }

        public long dueNowCents() {
            return shippingCents + lines.stream().mapToLong(Line::dueNowCents).sum();
        }

        /** The same with other lines. */
        public Part with(List<Line> others) {
            return new Part(
                    merchantId,
                    shopId,
                    mode,
                    slotStart,
                    slotEnd,
                    street,
                    postcode,
                    city,
                    note,
                    shippingCents,
                    serviceDate,
                    others);
        }
    }

    /**
     * One prestation.
     *
     * @param no rank in the whole draft, from 1; the claims on capacity name it
     * @param productId null for what is in no catalogue of ours: only a quote sells that
     * @param name in the order's language, as all texts here
     * @param totalCents what it costs, tourist tax included
     * @param taxCents tourist tax within the total
     * @param dueNowCents what is paid with the order: the total, or a lodging's deposit (C07)
     * @param balance what is asked later, null where nothing is
     * @param claims what it takes of which capacity row
     */
    public record Line(
            int no,
            @Nullable Long productId,
            ProductKind kind,
            String name,
            String family,
            String seller,
            String variant,
            String unitText,
            long quantity,
            boolean byWeight,
            long unitCents,
            long totalCents,
            int vatBp,
            long taxCents,
            long dueNowCents,
            String withdrawal,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String size,
            @Nullable Integer adults,
            @Nullable Integer children,
            Map<String, String> detail,
            String picture,
            @Nullable Balance balance,
            List<Claim> claims) {

        /** The same at another rank. */
        public Line numbered(int rank) {
            return with(rank, price(), when());
        }

        /** The same at another price of one, of a kilogram where it is weighed, its tourist tax on top; all of it is due at once. */
        public Line at(long eachCents, int rateBp) {
            long all = byWeight ? Rates.ofGrams(eachCents, quantity) : Math.multiplyExact(eachCents, quantity);
            return costing(eachCents, Math.addExact(all, taxCents), rateBp);
        }

        /** The same at another price; all of it is due at once. */
        public Line costing(long eachCents, long allCents, int rateBp) {
            return with(no, new Price(eachCents, allCents, rateBp, allCents, null), when());
        }

        /** The same, paid in another way: what is due now and what later is its total. */
        public Line paying(long nowCents, @Nullable Balance later) {
            return with(no, new Price(unitCents, totalCents, vatBp, nowCents, later), when());
        }

        /** The same at another time. */
        public Line at(
                @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Instant begins, @Nullable Instant ends) {
            return with(no, price(), new When(from, to, begins, ends));
        }

        /** The row that it becomes. @param partId of the merchant's part that it is in */
        public OrderLine ordered(long id, long partId) {
            return new OrderLine(
                    id,
                    partId,
                    no,
                    productId,
                    kind,
                    name,
                    family,
                    seller,
                    variant,
                    unitText,
                    quantity,
                    byWeight,
                    unitCents,
                    totalCents,
                    vatBp,
                    taxCents,
                    dueNowCents,
                    withdrawal,
                    startsOn,
                    endsOn,
                    startsAt,
                    endsAt,
                    size,
                    adults,
                    children,
                    detail,
                    picture,
                    OrderLineState.CONFIRMED);
        }

        private record Price(
                long each,
                long all,
                int vatBp,
                long now,
                @Nullable Balance later) {}

        private record When(
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable Instant begins,
                @Nullable Instant ends) {}

        private Price price() {
            return new Price(unitCents, totalCents, vatBp, dueNowCents, balance);
        }

        private When when() {
            return new When(startsOn, endsOn, startsAt, endsAt);
        }

        private Line with(int rank, Price price, When when) {
            return new Line(
                    rank,
                    productId,
                    kind,
                    name,
                    family,
                    seller,
                    variant,
                    unitText,
                    quantity,
                    byWeight,
                    price.each(),
                    price.all(),
                    price.vatBp(),
                    taxCents,
                    price.now(),
                    withdrawal,
                    when.from(),
                    when.to(),
                    when.begins(),
                    when.ends(),
                    size,
                    adults,
                    children,
                    detail,
                    picture,
                    price.later(),
                    claims);
        }
    }

    /** A lodging's balance: sendOn is the day the link leaves, dueOn the day it must be paid (C07, T01). */
    public record Balance(long cents, long taxCents, LocalDate sendOn, LocalDate dueOn) {}

    public record Claim(long capacityId, long quantity) {}

    /** Evidence that terms were accepted (C04, K14): which version, its SHA-256, when, from which address. */
    public record Terms(
            @Nullable Long merchantId, long termsVersionId, String sha256, Instant acceptedAt, String address) {}

    public long totalCents() {
        return parts.stream().mapToLong(Part::totalCents).sum();
    }

    public long dueNowCents() {
        return parts.stream().mapToLong(Part::dueNowCents).sum();
    }
}
