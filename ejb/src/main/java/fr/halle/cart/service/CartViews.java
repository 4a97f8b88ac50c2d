package fr.halle.cart.service;

import fr.halle.cart.service.CartPart.Missing;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.service.Pricing;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.SlotKey;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Pipeline;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices a stored cart and says what is missing, in a number of statements that does not grow with its lines. */
@Service
class CartViews {

    @Inject
    private CartStore store;

    @Inject
    private Pricing pricing;

    @Inject
    private Shops shops;

    @Inject
    private CartChecks checks;

    /** Empty where the cart is another by now: that is asked with what is left and which slots are free, in one round trip. */
    Optional<CartView> of(StoredCart cart, String language) {
        Map<Long, Shop> found =
                shops.byIds(cart.lines().stream().map(StoredLine::shopId).collect(Collectors.toSet()));
        List<ChosenSlot> chosen = chosen(cart, found);
        Asked asked = new Asked();
        List<Priced> priced = pricing.priceAll(
                cart.portalId(), cart.lines().stream().map(StoredLine::choice).toList(), language, pipeline -> {
                    asked.version = store.version(pipeline, cart.id());
                    asked.taken = checks.taken(pipeline, chosen);
                });
        if (!CartStore.isOf(cart, asked.version)) {
            return Optional.empty();
        }
        Map<SlotKey, GapReason> gone = checks.gone(cart, chosen, asked.taken.rows());
        Map<Long, List<CartLine>> byShop = new LinkedHashMap<>();
        lines(cart, priced)
                .forEach(line -> byShop.computeIfAbsent(line.priced().shopId(), shop -> new ArrayList<>())
                        .add(line));
        List<CartPart> parts = new ArrayList<>();
        byShop.forEach((shopId, ofShop) -> parts.add(part(
                Objects.requireNonNull(found.get(shopId)), ofShop, cart.parts().get(shopId), gone)));
        return Optional.of(new CartView(cart.id(), cart.portalId(), cart.language(), cart.ordered(), parts));
    }

    /** What is asked beside prices. */
    private static final class Asked {
        private Pipeline.Answer<Integer> version = Pipeline.Answer.none();
        private Pipeline.Answer<Slots.Taken> taken = Pipeline.Answer.none();
    }

    private static List<ChosenSlot> chosen(StoredCart cart, Map<Long, Shop> found) {
        List<ChosenSlot> chosen = new ArrayList<>();
        cart.parts().forEach((shopId, part) -> {
            Shop shop = found.get(shopId);
            if (shop != null && part.slotStart() != null) {
                chosen.add(new ChosenSlot(shop, part.slotStart()));
            }
        });
        return chosen;
    }

    private List<CartLine> lines(StoredCart cart, List<Priced> priced) {
        List<@Nullable ChoiceRefused> refusals = checks.refusals(cart, cart.lines(), priced);
        List<CartLine> lines = new ArrayList<>();
        for (int i = 0; i < priced.size(); i++) {
            StoredLine line = cart.lines().get(i);
            lines.add(new CartLine(line.id(), line.choice(), line.detail(), priced.get(i), refusals.get(i)));
        }
        return lines;
    }

    private static CartPart part(
            Shop shop, List<CartLine> lines, @Nullable Collection stored, Map<SlotKey, GapReason> gone) {
        if (lines.stream().noneMatch(line -> line.priced().collected())) {
            return new CartPart(shop, lines, null, 0, List.of());
        }
        Collection chosen = stored == null ? onlyWay(shop) : stored;
        List<Missing> missing = missing(shop, chosen, gone);
        boolean delivered = chosen != null && chosen.mode() == Collection.Mode.DELIVERY && shop.delivery();
        CartPart part = new CartPart(shop, lines, chosen, delivered ? shop.deliveryFeeCents() : 0, missing);
        List<Missing> untimely = untimely(part);
        return untimely.isEmpty() ? part : new CartPart(shop, lines, chosen, 0, untimely);
    }

    /** What is wrong with a slot that is free, but not when something is rented. */
    private static List<Missing> untimely(CartPart part) {
        Instant slot = part.slotStart();
        LocalDate from = part.collectedFrom();
        LocalDate until = part.collectedUntil();
        if (!part.missing().isEmpty() || slot == null || from == null || until == null) {
            return List.of();
        }
        LocalDate day = slot.atZone(HalleClock.PARIS).toLocalDate();
        if (day.isBefore(from)) {
            return List.of(Missing.SLOT_EARLY);
        }
        return day.isAfter(until) ? List.of(Missing.SLOT_LATE) : List.of();
    }

    /** A shop with one way of collecting needs no choice of it. */
    private static @Nullable Collection onlyWay(Shop shop) {
        if (shop.pickup() == shop.delivery()) {
            return null;
        }
        return shop.pickup() ? Collection.pickup(null) : Collection.delivery();
    }

    private static List<Missing> missing(Shop shop, @Nullable Collection chosen, Map<SlotKey, GapReason> gone) {
        if (chosen == null) {
            return List.of(Missing.MODE);
        }
        if (chosen.mode() == Collection.Mode.DELIVERY) {
            return shop.delivery() ? List.of() : List.of(Missing.MODE_GONE);
        }
        if (!shop.pickup()) {
            return List.of(Missing.MODE_GONE);
        }
        Instant start = chosen.slotStart();
        if (start == null) {
            return List.of(Missing.SLOT);
        }
        return gone.containsKey(new SlotKey(shop.id(), start)) ? List.of(Missing.SLOT_GONE) : List.of();
    }
}
