package fr.halle.order.service;

import fr.halle.order.model.MerchantOrder;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who was quicker: read only once a page turned out to be stale, so that a plain move does not pay for it. That a line's money has
 * arrived makes no page stale.
 */
@Service
class LastChange {

    private static final Set<Actor.Kind> PERSONS =
            EnumSet.of(Actor.Kind.CUSTOMER, Actor.Kind.MERCHANT, Actor.Kind.OPERATOR);

    @Inject
    private Sql sql;

    PartMoved of(MerchantOrder part) {
        return sql.one(
                        "select actor_kind, actor_name, at from (select id, actor_kind, actor_name, at from order_move"
                                + " where merchant_order_id = ? and from_state is not null"
                                + " union all select id, actor_kind, actor_name, at from order_line_move"
                                + " where merchant_order_id = ? and transition <> 'REFUND') m"
                                + " order by at desc, id desc limit 1",
                        row -> new PartMoved(
                                part.number(),
                                part.state(),
                                PERSONS.contains(row.constant("actor_kind", Actor.Kind.class))
                                        ? row.text("actor_name")
                                        : null,
                                row.instant("at")),
                        part.id(),
                        part.id())
                .orElseGet(() -> new PartMoved(part.number(), part.state(), null, null));
    }
}
