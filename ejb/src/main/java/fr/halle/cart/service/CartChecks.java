package fr.halle.cart.service;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.service.SlotKey;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is checked before a cart changes: that a choice can be had beside the others, that a slot is free. */
@Service
class CartChecks {

    @Inject
    private Sql sql;

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

    /** Asks, with whatever else is asked, how often the slots are taken. */
    Pipeline.Answer<Slots.Taken> taken(Pipeline pipeline, List<ChosenSlot> chosen) {
        return Slots.taken(
                pipeline,
                chosen.stream()
                        // What is no slot at all is not asked about: the database knows no date after the year 294276.
                        .filter(slot ->
                                slots.refusal(slot.shop(), slot.start(), 0).isEmpty())
                        .map(ChosenSlot::key)
                        .toList());
    }

    /**
     * Why chosen slots cannot be had; what the cart holds itself is free to it.
     *
     * @param taken what was answered of them
     */
    Map<SlotKey, GapReason> gone(StoredCart cart, List<ChosenSlot> chosen, List<Slots.Taken> taken) {
        Map<SlotKey, Integer> pickups = new HashMap<>();
        taken.forEach(slot -> pickups.put(slot.slot(), slot.pickups()));
        Map<SlotKey, GapReason> refused = refused(chosen, pickups);
        if (!cart.ordered() && refused.containsValue(GapReason.FULL)) {
            ownClaims.giveBackSlots(cart, pickups);
            return refused(chosen, pickups);
        }
        return refused;
    }

    /** @throws CollectionRefused when one is not free, placed within the parts */
    void free(StoredCart cart, Map<Integer, ChosenSlot> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        List<ChosenSlot> all = List.copyOf(chosen.values());
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<Slots.Taken> taken = taken(pipeline, all);
        pipeline.run();
        Map<SlotKey, GapReason> refused = gone(cart, all, taken.rows());
        chosen.forEach((rank, slot) -> {
            GapReason why = refused.get(slot.key());
            if (why != null) {
                CollectionRefused refusal =
                        new CollectionRefused("slot", why.name(), slot.shop().name());
                refusal.within("parts[" + rank + "].");
                throw refusal;
            }
        });
    }

    private Map<SlotKey, GapReason> refused(List<ChosenSlot> chosen, Map<SlotKey, Integer> pickups) {
        Map<SlotKey, GapReason> refused = new HashMap<>();
        for (ChosenSlot slot : chosen) {
            slots.refusal(slot.shop(), slot.start(), pickups.getOrDefault(slot.key(), 0))
                    .ifPresent(why -> refused.put(slot.key(), why));
        }
        return refused;
    }
}
