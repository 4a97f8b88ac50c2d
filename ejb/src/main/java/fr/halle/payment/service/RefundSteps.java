package fr.halle.payment.service;

import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.model.RefundState;
import fr.halle.payment.model.RefundTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is written before and after each call of the saga; every method is called in a transaction of its own. */
@Service
class RefundSteps {

    private static final Duration UNTIL_TRANSFERRED = Duration.ofMinutes(1);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Ledger ledger;

    @Inject
    private RefundLifecycle lifecycle;

    @Inject
    private PaymentLifecycle payments;

    /** Takes a refund whose turn has come, for as long as a call may last. Empty: nothing to do now. */
    Optional<Refund> claim(long refundId) {
        Refund refund = lifecycle.lockFree(refundId).orElse(null);
        if (refund == null
                || refund.state() == RefundState.SUCCEEDED
                || refund.nextCheckAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        if (refund.waitsForTransfer()) {
            sql.update(
                    "update refund set next_check_at = ? where id = ?",
                    clock.instant().plus(UNTIL_TRANSFERRED),
                    refundId);
            return Optional.empty();
        }
        RefundTransition transition = refund.toSend();
        if (transition != null) {
            lifecycle.apply(refund, transition, Actor.CLOCK, refund.step().name());
        }
        sql.update(
                "update refund set next_check_at = ?, asked_at = coalesce(asked_at, now()) where id = ?",
                clock.instant().plus(Patience.LEASE),
                refundId);
        return Optional.of(lifecycle.lock(refundId));
    }

    /** The provider made a refund of this name; whether the money moved is asked next. */
    Optional<Refund> named(Refund asked, String providerName) {
        Refund refund = lifecycle.lock(asked.id());
        if (hasMovedOn(refund, asked)) {
            return Optional.empty();
        }
        String column = asked.step() == Refund.Step.GIVE_TO_CARD ? "payin_refund_id" : "transfer_refund_id";
        sql.update("update refund set " + column + " = ?, asked_at = null where id = ?", providerName, refund.id());
        return Optional.of(lifecycle.lock(refund.id()));
    }

    Optional<Refund> made(Refund asked) {
        Refund refund = lifecycle.lock(asked.id());
        if (hasMovedOn(refund, asked)) {
            return Optional.empty();
        }
        if (asked.step() == Refund.Step.CONFIRM_MERCHANT) {
            sql.update("update refund set transfer_refunded_at = ? where id = ?", clock.instant(), refund.id());
            return keepGoing(refund.id());
        }
        lifecycle.apply(refund, RefundTransition.SUCCEED, Actor.CLOCK, "");
        sql.update("update refund set next_check_at = null, last_error = null where id = ?", refund.id());
        ledger.post(Postings.refundSucceeded(refund.part(), Long.toString(refund.id()), refund.amountCents()));
        voidIfNothingIsLeft(refund.paymentId());
        return Optional.empty();
    }

    /** @param refused whether the provider said no, so that a new attempt needs a new key */
    Optional<Refund> unfinished(Refund asked, String why, boolean refused) {
        Refund refund = lifecycle.lock(asked.id());
        if (hasMovedOn(refund, asked)) {
            return Optional.empty();
        }
        if (refused) {
            refused(refund, why);
            return Optional.empty();
        }
        int attempts = refund.attempts() + 1;
        sql.update(
                "update refund set attempts = ?, last_error = ?, next_check_at = ? where id = ?",
                attempts,
                why,
                Patience.afterNoAnswer(clock.instant(), attempts),
                refund.id());
        lifecycle.apply(refund, RefundTransition.TIME_OUT, Actor.CLOCK, why);
        return Optional.empty();
    }

    private void refused(Refund refund, String why) {
        boolean card = refund.step() == Refund.Step.GIVE_TO_CARD || refund.step() == Refund.Step.CONFIRM_CARD;
        int failures = refund.failures() + 1;
        sql.update(
                "update refund set failures = ?, last_error = ?, next_check_at = ?, asked_at = null where id = ?",
                failures,
                why,
                Patience.afterRefusal(clock.instant(), failures),
                refund.id());
        sql.update(
                card
                        ? "update refund set payin_key = ?, payin_refund_id = null where id = ?"
                        : "update refund set transfer_key = ?, transfer_refund_id = null where id = ?",
                UUID.randomUUID(),
                refund.id());
        lifecycle.apply(refund, RefundTransition.FAIL, Actor.CLOCK, why);
    }

    /** Another run wrote the answer to this call before us: its row is the truth. */
    private static boolean hasMovedOn(Refund now, Refund asked) {
        return now.state() != RefundState.SENT
                || now.step() != asked.step()
                || !now.payinKey().equals(asked.payinKey())
                || !now.transferKey().equals(asked.transferKey());
    }

    private Optional<Refund> keepGoing(long refundId) {
        sql.update(
                "update refund set next_check_at = ?, asked_at = now() where id = ?",
                clock.instant().plus(Patience.LEASE),
                refundId);
        return Optional.of(lifecycle.lock(refundId));
    }

    /**
     * A payment that went back whole before it was collected never reaches anybody. Locked by a statement of its own: of its last two
     * refunds the later one sees the earlier one's end.
     */
    void voidIfNothingIsLeft(long paymentId) {
        sql.number("select id from payment where id = ? for no key update", paymentId);
        boolean nothingLeft = sql.one(
                        "select p.state, p.refunded_cents = p.amount_cents and not exists (select 1 from refund r"
                                + " where r.payment_id = p.id and r.state <> 'SUCCEEDED') as whole"
                                + " from payment p where p.id = ?",
                        row -> row.constant("state", PaymentState.class) == PaymentState.AUTHORISED
                                && row.flag("whole"),
                        paymentId)
                .orElse(false);
        if (nothingLeft) {
            payments.apply(paymentId, PaymentTransition.VOID, Actor.SYSTEM, "refunded whole before it was collected");
        }
    }
}
