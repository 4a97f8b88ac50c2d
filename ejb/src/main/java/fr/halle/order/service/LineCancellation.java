package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.order.model.CancelGranularity;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.OrderLineTransition;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.Why;
import fr.halle.order.service.LinesRefused.Reason;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines' side of a cancellation by line (K9): which may be, and what is written of them. Its caller holds the part. */
@Service
class LineCancellation {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    @Inject
    private Event<LinesCancelled> cancelled;

    /**
     * How many lines live on without these.
     *
     * @throws LinesRefused when the portal cancels parts only, or one of them is not there to be cancelled
     */
    int left(long partId, Set<Long> chosen, Settings settings) {
        if (chosen.isEmpty()) {
            throw new LinesRefused(Reason.NONE_CHOSEN);
        }
        Set<Long> living = new HashSet<>(sql.list(
                "select id from order_line where merchant_order_id = ? and state <> ?",
                row -> row.number("id"),
                partId,
                OrderLineState.CANCELLED));
        if (!living.containsAll(chosen)) {
            throw new LinesRefused(Reason.UNKNOWN);
        }
        int left = living.size() - chosen.size();
        if (left > 0 && settings.get(OrderSettings.CANCEL_GRANULARITY) != CancelGranularity.LINE) {
            throw new LinesRefused(Reason.WHOLE_ONLY);
        }
        return left;
    }

    void cancel(MerchantOrder part, Set<Long> chosen, Why why, Actor actor, List<GoingBack> back) {
        long cents = back.stream().mapToLong(GoingBack::cents).sum();
        cancel(new LinesCancelled(part.id(), chosen, actor, why, cents, false), part);
    }

    /** Another order takes their place (K10): the same, but what was paid for them is not this method's to tell of. */
    void replace(MerchantOrder part, Set<Long> chosen, Why why, Actor actor) {
        cancel(new LinesCancelled(part.id(), chosen, actor, why, 0, true), part);
    }

    private void cancel(LinesCancelled event, MerchantOrder part) {
        Actor actor = event.actor();
        Why why = event.why();
        // A page that shows the part as it was is stale from now on.
        sql.update(
                "update merchant_order set version = version + 1, cancelled_cents = cancelled_cents"
                        + " + (select sum(total_cents) from order_line where id = any (?)) where id = ?",
                event.lines().toArray(Long[]::new),
                part.id());
        for (long line : event.lines()) {
            OrderLineState from = sql.one(
                            "select state from order_line where id = ? for no key update",
                            row -> row.constant("state", OrderLineState.class),
                            line)
                    .orElseThrow();
            OrderLineState to = OrderLineTransition.CANCEL.apply(from, actor.kind());
            sql.update("update order_line set state = ? where id = ?", to, line);
            sql.update(
                    "insert into order_line_move (id, merchant_order_id, line_id, transition, from_state, to_state, actor_kind,"
                            + " actor_name, on_behalf, reason_code, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    ids.next(),
                    part.id(),
                    line,
                    OrderLineTransition.CANCEL,
                    from,
                    to,
                    actor.kind(),
                    actor.name(),
                    actor.kind() == Actor.Kind.OPERATOR,
                    why.reason(),
                    why.wordsOrNull(),
                    clock.instant());
        }
        if (actor.kind() == Actor.Kind.OPERATOR) {
            audit.writeOnBehalf(actor, part.merchantId(), "lines_CANCEL", part.number(), why.sentence(Locale.FRENCH));
        }
        cancelled.fire(event);
    }
}
