package fr.halle.order.service;

import fr.halle.order.model.OrderLineTransition;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What a cancelled part held is for sale again: its lines' places and pieces, its pickup slot. Each claim is given back once;
 * another part's claims are not looked at (M47).
 */
@Service
public class PlacesComeBack {

    /** Capacity rows are locked in the order of their ids, as the checkout does: two of them never wait for each other. */
    private static final String CAPACITY_BACK = """
            with back as (
                update capacity_claim c set returned = true
                  from merchant_order p
                  join customer_order o on o.id = p.order_id
                  join order_line l on l.merchant_order_id = p.id
                 where p.id = ? and (cardinality(?) = 0 or l.id = any (?)) and c.checkout_id = o.checkout_id and c.line_no = l.line_no and not c.returned
                returning c.capacity_id, c.quantity),
            sums as (select capacity_id, sum(quantity) as quantity from back group by capacity_id),
            locked as (
                select c.id, s.quantity from capacity c join sums s on s.capacity_id = c.id order by c.id for update of c)
            update capacity c set taken = c.taken - locked.quantity from locked where c.id = locked.id
            """;

    private static final String SLOT_BACK = """
            update slot_claim s set returned = true
              from merchant_order p join customer_order o on o.id = p.order_id
             where p.id = ? and s.checkout_id = o.checkout_id and s.shop_id = p.shop_id and not s.returned
            """;

    @Inject
    private Sql sql;

    void onMove(@Observes MerchantOrderMoved event) {
        if (!event.transition().isCancellation()) {
            return;
        }
        capacityBack(event.partId());
        sql.update(SLOT_BACK, event.partId());
        sql.update(
                "update order_line set state = ? where merchant_order_id = ? and state = any (?)",
                OrderLineTransition.CANCEL.to(),
                event.partId(),
                OrderLineTransition.CANCEL.from().stream().map(Enum::name).toArray(String[]::new));
    }

    /** K9: the slot stays, since the others are still fetched in it. */
    void onLines(@Observes LinesCancelled event) {
        capacityBack(event.partId(), event.lines().toArray(Long[]::new));
    }

    /** @param lines only theirs, those of all lines where there is none */
    private void capacityBack(long partId, Long... lines) {
        sql.update(CAPACITY_BACK, partId, lines, lines);
    }
}
