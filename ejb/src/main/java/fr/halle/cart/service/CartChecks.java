package fr.halle.cart.service;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.SlotKey;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is checked before a cart changes: that a choice can be had beside the others, that a slot is free. */
@Service
class CartChecks {

    @Inject
    private Pricing pricing;

    @Inject
    private Slots slots;

    @Inject
    private OwnClaims ownClaims;

    /**
     * Prices lines beside the cart's others, which share what is left and may be what they insure.
     *
     * @param ids of lines in the order in which they were wished for; one may be twice
     * @return by line
     * @throws ChoiceRefused when one cannot be had, placed within the wishes
     */
    Map<Long, Priced> price(Filling filling, List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        StoredCart cart = filling.before();
        Set<Long> wished = new LinkedHashSet<>(ids);
        List<StoredLine> lines = wished.stream().map(filling::line).toList();
        Set<Long> products =
                lines.stream().map(line -> line.choice().productId()).collect(Collectors.toSet());
        boolean insures = pricing.sold(cart.portalId(), products, cart.language()).values().stream()
                .anyMatch(sold -> sold.kind() == ProductKind.INSURANCE);
        List<StoredLine> all = new ArrayList<>(filling.others(wished).stream()
                .filter(line -> insures || products.contains(line.choice().productId()))
                .toList());
        int before = all.size();
        all.addAll(lines);
        List<Priced> priced = pricing.priceAll(
                cart.portalId(), all.stream().map(StoredLine::choice).toList(), cart.language());
        List<@Nullable ChoiceRefused> refusals = refusals(cart, all, priced);
        Map<Long, Priced> byLine = new HashMap<>();
        for (int i = before; i < all.size(); i++) {
            ChoiceRefused refusal = refusals.get(i);
            if (refusal != null) {
                refusal.within("lines[" + ids.indexOf(all.get(i).id()) + "].");
                throw refusal;
            }
            byLine.put(all.get(i).id(), priced.get(i));
        }
        return byLine;
    }

    /** Why each line cannot be had, null where it can: what the cart holds itself is free to it, whom a line is for has an age. */
    List<@Nullable ChoiceRefused> refusals(StoredCart cart, List<StoredLine> lines, List<Priced> priced) {
        List<@Nullable ChoiceRefused> refusals = ownClaims.refusals(cart, priced);
        for (int i = 0; i < lines.size(); i++) {
            if (refusals.get(i) == null) {
                refusals.set(
                        i, Details.refusal(lines.get(i).detail(), priced.get(i).ages()));
            }
        }
        return refusals;
    }

    /** @throws CollectionRefused when the slot is not free */
    void slot(StoredCart cart, Shop shop, Collection part) {
        Instant start = part.slotStart();
        if (start == null) {
            return;
        }
        // What is no slot at all is not asked about: the database knows no date after the year 294276.
        Optional<GapReason> refusal = slots.refusal(shop, start, 0)
                .or(() -> refusal(shop, start, taken(cart, List.of(new SlotKey(shop.id(), start)))));
        if (refusal.isPresent()) {
            throw new CollectionRefused("slot", refusal.get().name(), shop.name());
        }
    }

    /** How often the chosen slots are taken by others. */
    Map<SlotKey, Integer> taken(StoredCart cart, List<@Nullable SlotKey> chosen) {
        List<SlotKey> wanted = chosen.stream().filter(Objects::nonNull).toList();
        Map<SlotKey, Integer> taken = slots.taken(wanted);
        ownClaims.giveBackSlots(cart, wanted, taken);
        return taken;
    }

    Optional<GapReason> refusal(Shop shop, Instant start, Map<SlotKey, Integer> taken) {
        return slots.refusal(shop, start, taken.getOrDefault(new SlotKey(shop.id(), start), 0));
    }
}
