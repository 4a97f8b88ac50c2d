package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushAct;
import fr.halle.outside.model.OutsidePushState;
import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.outside.service.OutsideAnswer.NotTaken;
import fr.halle.outside.service.OutsideAnswer.Refused;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What is written before and after a call about a push; every method is called in a transaction of its own. */
@Service
class PushSteps {

    private static final int GONE = 410;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private OutsidePushLifecycle lifecycle;

    /** Takes a push whose turn has come, for as long as a call may last. What it was before is returned: it says whether to ask first. */
    Optional<OutsidePush> claim(long id) {
        OutsidePush push = lifecycle.lockFree(id).orElse(null);
        Instant turn = push == null ? null : push.nextTryAt();
        if (push == null || turn == null || turn.isAfter(clock.instant())) {
            return Optional.empty();
        }
        OutsidePush ready = push;
        if (push.state() == OutsidePushState.SENT) {
            // Its server died in the middle of the call.
            lifecycle.apply(push, OutsidePushTransition.TIME_OUT, Actor.CLOCK);
            ready = lifecycle.lock(id);
        }
        lifecycle.apply(ready, OutsidePushTransition.SEND, Actor.CLOCK);
        sql.update(
                "update outside_push set attempts = attempts + 1, next_try_at = ? where id = ?",
                clock.instant().plus(PushPatience.LEASE),
                id);
        return Optional.of(push);
    }

    /** @return the push as it stands now */
    OutsidePush record(long id, OutsideAnswer<OutsideReceipt> answer) {
        OutsidePush push = lifecycle.lock(id);
        if (push.state() != OutsidePushState.SENT) {
            // Its sale was withdrawn meanwhile.
            return push;
        }
        if (answer instanceof Told<OutsideReceipt> told) {
            return receipted(push, told.value());
        }
        sql.update("update outside_push set last_error = ? where id = ?", answer.cause(), id);
        if (answer instanceof Refused<OutsideReceipt> refused && !mayPass(refused.status())) {
            boolean cancelled = push.isSale() && refused.status() == GONE;
            lifecycle.apply(push, cancelled ? OutsidePushTransition.WITHDRAW : OutsidePushTransition.BURY, Actor.CLOCK);
            return push;
        }
        boolean surely = answer instanceof NotTaken || answer instanceof Refused;
        again(push, surely ? OutsidePushTransition.RETRY : OutsidePushTransition.TIME_OUT);
        return push;
    }

    /** A key that is being put right, a clock that went wrong, the same sale still in hand: nothing was taken, and it may be soon. */
    private static boolean mayPass(int status) {
        return status == UNAUTHORISED || status == FORBIDDEN || status == CONFLICT;
    }

    private void again(OutsidePush push, OutsidePushTransition transition) {
        Instant next = PushPatience.next(clock.instant(), push.attempts()).orElse(null);
        if (next == null) {
            lifecycle.apply(push, OutsidePushTransition.BURY, Actor.CLOCK);
            return;
        }
        lifecycle.apply(push, transition, Actor.CLOCK);
        sql.update("update outside_push set next_try_at = ? where id = ?", next, push.id());
    }

    private OutsidePush receipted(OutsidePush push, OutsideReceipt receipt) {
        sql.update(
                "update outside_push set receipt = ?, taken_on = ?, last_error = null where id = ?",
                receipt.number(),
                receipt.takenOn(),
                push.id());
        lifecycle.apply(push, OutsidePushTransition.RECEIPT, Actor.CLOCK, receipt.number());
        if (push.act() == OutsidePushAct.CANCELLATION) {
            withdrawSale(push);
        }
        return push;
    }

    /** The other side now refuses the sale for ever; one that it had keeps its receipt. */
    private void withdrawSale(OutsidePush cancellation) {
        OutsidePush sale =
                lifecycle.lock(sql.number("select sale_id from outside_push where id = ?", cancellation.id()));
        if (!sale.state().isTerminal()) {
            lifecycle.apply(sale, OutsidePushTransition.WITHDRAW, Actor.CLOCK);
        }
    }
}
