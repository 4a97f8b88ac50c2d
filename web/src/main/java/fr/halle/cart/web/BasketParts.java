package fr.halle.cart.web;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartView;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.merchant.service.Shop;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a cart in words for its page. */
@RequestScoped
public class BasketParts {

    private static final long GRAMS = 100;

    @Inject
    private PrestationWords prestations;

    @Inject
    private BasketSlots slots;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    List<BasketPart> of(CartView cart, BasketActions.@Nullable Refused refused, HttpServletRequest request) {
        String change = request.getParameter("change");
        // One week of slots at a time: the part that is being changed, else the first that still misses a choice.
        long open = cart.parts().stream()
                .filter(part -> isAsked(part, change))
                .map(part -> part.shop().id())
                .min(Comparator.comparing(id -> String.valueOf(id).equals(change) ? 0 : 1))
                .orElse(0L);
        return cart.parts().stream()
                .map(part -> part(part, refused, isChanged(part, change), open, request))
                .toList();
    }

    private static boolean isAsked(CartPart part, @Nullable String change) {
        return !part.missing().isEmpty() || isChanged(part, change);
    }

    private static boolean isChanged(CartPart part, @Nullable String change) {
        return String.valueOf(part.shop().id()).equals(change);
    }

    private BasketPart part(
            CartPart part,
            BasketActions.@Nullable Refused refused,
            boolean change,
            long open,
            HttpServletRequest request) {
        Shop shop = part.shop();
        String refusal = refusal(part, refused);
        boolean settled = part.missing().isEmpty() && !change && refusal == null;
        boolean asked = part.isCollected() && !settled && shop.pickup();
        BasketSlots.Shown shown = asked ? slots.of(part, request.getParameter("from")) : BasketSlots.Shown.NOTHING;
        Instant start = part.slotStart();
        return new BasketPart(
                shop,
                formats.cents(part.totalCents()),
                formats.cents(part.linesCents()),
                part.lines().stream().map(line -> line(line, refused)).toList(),
                part.isCollected(),
                settled,
                part.isDelivery(),
                !part.isDelivery(),
                words.text(part.isDelivery() ? "basket.delivery" : "basket.pickup"),
                start == null || part.isDelivery() ? "" : formats.slot(start, Objects.requireNonNull(part.slotEnd())),
                shop.deliveryFeeCents() == 0
                        ? words.text("basket.deliveryFree")
                        : formats.cents(shop.deliveryFeeCents()),
                words.text("basket.deliveryCall", shop.name()),
                words.text("basket.lead.minutes", lead(shop.leadMinutes())),
                words.text("basket.slotsOf", shop.name()),
                shop.id() == open || refusal != null,
                shown.days(),
                shown.later(),
                refusal);
    }

    /** The last change's refusal, else what can no longer be had; what is merely not chosen yet is no error. */
    private @Nullable String refusal(CartPart part, BasketActions.@Nullable Refused refused) {
        if (refused != null && Objects.equals(refused.shopId(), part.shop().id())) {
            return words.refusal(refused.why());
        }
        return part.missing().stream()
                .filter(missing -> missing == CartPart.Missing.SLOT_GONE || missing == CartPart.Missing.MODE_GONE)
                .findFirst()
                .map(missing -> words.text("basket.missing." + missing.name()))
                .orElse(null);
    }

    private BasketLine line(CartLine line, BasketActions.@Nullable Refused refused) {
        Priced priced = line.priced();
        long step = priced.byWeight() ? GRAMS : 1;
        long quantity = line.quantity();
        String name = priced.name();
        return new BasketLine(
                line.id(),
                priced.slug(),
                name,
                priced.picture(),
                prestations.details(prestation(line)),
                formats.cents(line.totalCents()),
                priced.kind() != ProductKind.LODGING && priced.kind() != ProductKind.INSURANCE,
                quantity,
                Math.max(0, quantity - step),
                quantity + step,
                words.text(priced.byWeight() ? "basket.lessWeight" : "basket.less", name),
                words.text(priced.byWeight() ? "basket.moreWeight" : "basket.more", name),
                words.text(priced.byWeight() ? "basket.grams" : "basket.quantity", name),
                lineRefusal(line, refused));
    }

    private @Nullable String lineRefusal(CartLine line, BasketActions.@Nullable Refused refused) {
        if (refused != null && Objects.equals(refused.lineId(), line.id())) {
            return words.refusal(refused.why());
        }
        return line.refusal() == null ? null : words.refusal(line.refusal());
    }

    private static Prestation prestation(CartLine line) {
        Priced priced = line.priced();
        return new Prestation(
                priced.kind(),
                priced.variant(),
                priced.unitText(),
                line.quantity(),
                priced.byWeight(),
                priced.unitCents(),
                priced.startsOn(),
                priced.endsOn(),
                priced.startsAt(),
                priced.endsAt(),
                line.choice().size(),
                line.choice().adults(),
                line.choice().children());
    }

    private String lead(int minutes) {
        return minutes % 60 == 0 ? words.text("basket.hours", minutes / 60) : words.text("basket.minutes", minutes);
    }
}
