package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.service.Pricing;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.SlotKey;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * Prices a choice beside the cart's other lines, which share what is left and may be what it insures.
     *
     * @param insteadOf the line it takes the place of, 0 for a new one
     * @throws ChoiceRefused when it cannot be had
     */
    Priced price(StoredCart cart, Choice choice, long insteadOf) {
        List<Choice> others = cart.lines().stream()
                .filter(line -> line.id() != insteadOf)
                .map(StoredLine::choice)
                .toList();
        List<Choice> sharing = others.stream()
                .filter(other -> other.productId() == choice.productId())
                .toList();
        try {
            return last(cart, sharing, choice);
        } catch (ChoiceRefused refused) {
            if (refused.why() != Reason.NOTHING_INSURED) {
                throw refused;
            }
            return last(cart, others, choice);
        }
    }

    private Priced last(StoredCart cart, List<Choice> before, Choice choice) {
        List<Choice> all = new ArrayList<>(before);
        all.add(choice);
        List<Priced> priced = pricing.priceAll(cart.portalId(), all, cart.language());
        ChoiceRefused refusal = ownClaims.refusals(cart, priced).get(before.size());
        if (refusal != null) {
            throw refusal;
        }
        return priced.get(before.size());
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
