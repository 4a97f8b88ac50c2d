package fr.halle.order.service;

import fr.halle.order.model.BalanceDueTransition;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The unpaid balances of what is cancelled: they are no longer asked for. */
@Service
class WaivedBalances {

    private static final String THESE =
            " from balance_due where merchant_order_id = ? and state = any (?) and (cardinality(?) = 0 or line_id = any (?))";

    @Inject
    private Sql sql;

    @Inject
    private Event<BalanceMoved> balances;

    /** @param lines only theirs, those of all lines where there is none @return cents */
    long of(long partId, Set<Long> lines) {
        Long[] ids = lines.toArray(Long[]::new);
        return sql.number("select coalesce(sum(amount_cents), 0)" + THESE, partId, waivable(), ids, ids);
    }

    void waive(long partId, Set<Long> lines) {
        Long[] ids = lines.toArray(Long[]::new);
        List<Long> waived = sql.list(
                "update balance_due set state = ?, version = version + 1 where id in (select id" + THESE
                        + " order by id for no key update) returning id",
                row -> row.number("id"),
                BalanceDueTransition.WAIVE.to(),
                partId,
                waivable(),
                ids,
                ids);
        waived.forEach(balance -> balances.fire(new BalanceMoved(balance, BalanceDueTransition.WAIVE)));
    }

    private static String[] waivable() {
        return BalanceDueTransition.WAIVE.from().stream().map(Enum::name).toArray(String[]::new);
    }
}
