package fr.halle.cart.service;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.checkout.model.OrderDraft.Claim;
import fr.halle.merchant.service.SlotKey;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this very cart holds while its customer is at the provider's page. One who comes back without paying must not be told that
 * the last place is gone: it is his own. Nor must who replaces a part (K10) be told that what it frees is taken. Asked only where something
 * looks gone.
 */
@Service
class OwnClaims {

    private static final String PENDING =
            " join checkout k on k.id = c.checkout_id and k.cart_id = ? and k.state = 'PENDING'"
                    + " where not c.returned";

    private static final String REPLACED =
            " from replacement_basket b join merchant_order p on p.id = b.merchant_order_id"
                    + " join customer_order o on o.id = p.order_id ";

    private static final String HELD = "select capacity_id, sum(quantity) as held from ("
            + "select c.capacity_id, c.quantity from capacity_claim c" + PENDING
            + " union all select c.capacity_id, c.quantity" + REPLACED
            + " join order_line l on l.merchant_order_id = p.id and l.state <> 'CANCELLED'"
            + " and (cardinality(b.lines) = 0 or l.id = any(b.lines))"
            + " join capacity_claim c on c.checkout_id = o.checkout_id and c.line_no = l.line_no and not c.returned"
            + " where b.cart_id = ?) own group by capacity_id";

    private static final String OWN_SLOTS =
            "select c.shop_id, c.slot_start from slot_claim c" + PENDING + " union all select c.shop_id, c.slot_start"
                    + REPLACED
                    + " join slot_claim c on c.checkout_id = o.checkout_id and c.shop_id = p.shop_id and not c.returned"
                    + " where b.cart_id = ? and cardinality(b.lines) = 0";

    @Inject
    private Sql sql;

    /** Why each line cannot be had, what the cart holds itself counted as free. */
    List<@Nullable ChoiceRefused> refusals(StoredCart cart, List<Priced> lines) {
        List<@Nullable ChoiceRefused> refusals = new ArrayList<>();
        lines.forEach(line -> refusals.add(line.refusal()));
        if (cart.ordered() || lines.stream().noneMatch(OwnClaims::looksGone)) {
            return refusals;
        }
        Map<Long, Long> held = new HashMap<>();
        sql.list(HELD, row -> held.put(row.number("capacity_id"), row.number("held")), cart.id(), cart.id());
        if (held.isEmpty()) {
            return refusals;
        }
        Map<Long, Long> room = room(lines, held);
        for (int i = 0; i < lines.size(); i++) {
            if (looksGone(lines.get(i)) && fits(lines.get(i), room)) {
                refusals.set(i, null);
            }
        }
        return refusals;
    }

    /** Takes the cart's own pickups out of what is taken. */
    void giveBackSlots(StoredCart cart, Map<SlotKey, Integer> taken) {
        sql.list(
                OWN_SLOTS,
                row -> taken.computeIfPresent(
                        new SlotKey(row.number("shop_id"), row.instant("slot_start")), (slot, many) -> many - 1),
                cart.id(),
                cart.id());
    }

    private Map<Long, Long> room(List<Priced> lines, Map<Long, Long> held) {
        Long[] ids = lines.stream()
                .flatMap(line -> line.claims().stream())
                .map(Claim::capacityId)
                .distinct()
                .toArray(Long[]::new);
        Map<Long, Long> room = new HashMap<>();
        sql.list(
                "select id, total - taken as room from capacity where id = any(?)",
                row -> room.put(row.number("id"), row.number("room") + held.getOrDefault(row.number("id"), 0L)),
                (Object) ids);
        for (Priced line : lines) {
            if (line.available()) {
                line.claims().forEach(claim -> room.merge(claim.capacityId(), -claim.quantity(), Long::sum));
            }
        }
        return room;
    }

    private static boolean fits(Priced line, Map<Long, Long> room) {
        boolean fits = !line.claims().isEmpty()
                && line.claims().stream()
                        .allMatch(claim -> room.getOrDefault(claim.capacityId(), 0L) >= claim.quantity());
        if (fits) {
            line.claims().forEach(claim -> room.merge(claim.capacityId(), -claim.quantity(), Long::sum));
        }
        return fits;
    }

    private static boolean looksGone(Priced line) {
        ChoiceRefused refusal = line.refusal();
        return refusal != null && (refusal.why() == Reason.SOLD_OUT || refusal.why() == Reason.ONLY_LEFT);
    }
}
