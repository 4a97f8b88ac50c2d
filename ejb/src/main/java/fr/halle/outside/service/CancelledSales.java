package fr.halle.outside.service;

import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.LinesCancelled;
import fr.halle.order.service.MerchantOrderMoved;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** What is cancelled here is cancelled there: whole parts and lines of them, whoever cancelled. */
@Service
public class CancelledSales {

    @Inject
    private Sql sql;

    @Inject
    private SalePushes pushes;

    void cancelled(@Observes LinesCancelled lines) {
        pushes.cancel(lines.lines(), lines.actor());
    }

    void moved(@Observes MerchantOrderMoved part) {
        if (part.transition() != MerchantOrderTransition.CANCEL) {
            return;
        }
        List<Long> told = sql.list(
                "select o.line_id from outside_push o join order_line l on l.id = o.line_id where l.merchant_order_id = ? and o.act = 'SALE'",
                row -> row.number("line_id"),
                part.partId());
        if (!told.isEmpty()) {
            pushes.cancel(told, part.actor());
        }
    }
}
