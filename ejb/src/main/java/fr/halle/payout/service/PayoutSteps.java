package fr.halle.payout.service;

import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.service.Patience;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payout.model.PayoutState;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written before and after a call about a payout; every method is called in a transaction of its own. */
@Service
class PayoutSteps {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MAY_COME_BACK = Duration.ofDays(10);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Ledger ledger;

    @Inject
    private PayoutLifecycle lifecycle;

    /** Takes a payout whose turn has come, for as long as a call may last. */
    Optional<Payout> claim(long payoutId) {
        Payout payout = lifecycle.lockFree(payoutId).orElse(null);
        if (payout == null || payout.isOver() || payout.nextCheckAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        if (payout.providerId() == null && payout.keyStillKnown() && isHeld(payout)) {
            return Optional.empty();
        }
        PayoutTransition transition = payout.toSend();
        if (transition != null) {
            lifecycle.apply(payout, transition, Actor.CLOCK, "");
        }
        sql.update(
                "update payout set next_check_at = ?, asked_at = coalesce(asked_at, now()) where id = ?",
                clock.instant().plus(Patience.LEASE),
                payoutId);
        return Optional.of(lifecycle.lock(payoutId));
    }

    /**
     * The provider would send to the IBAN of now what was set aside for the one before: it waits for the end of the freeze. What may have
     * been made already can be looked for sooner, once its key is forgotten.
     */
    private boolean isHeld(Payout payout) {
        return sql.update(
                        "update payout set next_check_at = case when asked_at is null then m.iban_frozen_until"
                                + " else least(m.iban_frozen_until, ?::timestamptz) end from merchant m where payout.id = ?"
                                + " and m.id = payout.merchant_id and m.iban_frozen_until > ?",
                        clock.instant().plus(DAY),
                        payout.id(),
                        clock.instant())
                > 0;
    }

    /**
     * The provider has not made it under its key, and has forgotten that one: it is asked for under another.
     *
     * @return empty where somebody else gave it one meanwhile
     */
    Optional<Payout> anew(Payout looked) {
        int mine = sql.update(
                "update payout set idempotency_key = ?, asked_at = now(), next_check_at = ? where id = ? and idempotency_key = ?"
                        + " and provider_id is null and state = 'SENT'",
                UUID.randomUUID(),
                clock.instant().plus(Patience.LEASE),
                looked.id(),
                looked.key());
        return mine == 0 ? Optional.empty() : Optional.of(lifecycle.lock(looked.id()));
    }

    /** @throws PayoutNotAwaited when it has its name already, or the provider is being asked about it */
    void found(long payoutId, ProviderPayout told) {
        Payout payout = lifecycle.lock(payoutId);
        boolean waits = payout.state() == PayoutState.UNKNOWN
                || payout.state() == PayoutState.SENT && !payout.nextCheckAt().isAfter(clock.instant());
        if (payout.providerId() != null || !waits) {
            throw new PayoutNotAwaited();
        }
        known(payout, told);
    }

    /** Whether what is not at the provider yet has to wait, because the merchant's IBAN was changed. */
    boolean isFrozen(long merchantId) {
        return sql.number(
                        "select count(*) from merchant where id = ? and iban_frozen_until > ?",
                        merchantId,
                        clock.instant())
                > 0;
    }

    /** The provider knows it. */
    Payout known(Payout asked, ProviderPayout told) {
        Payout payout = lifecycle.lock(asked.id());
        boolean went = told.state() == ProviderPayout.State.SENT || told.state() == ProviderPayout.State.PAID;
        sql.update(
                "update payout set provider_id = ?, last_error = ? where id = ?",
                told.providerId(),
                went ? null : told.resultText(),
                payout.id());
        switch (told.state()) {
            case SENT -> next(payout, nextQuestion(payout));
            case PAID -> paid(payout);
            case FAILED -> back(payout, PayoutTransition.FAIL, words(told.resultText()));
            case RETURNED -> back(payout, PayoutTransition.RETURN, words(told.resultText()));
        }
        return payout;
    }

    Payout refused(Payout asked, String why) {
        Payout payout = lifecycle.lock(asked.id());
        if (payout.providerId() != null) {
            return unanswered(asked, why);
        }
        sql.update("update payout set last_error = ? where id = ?", why, payout.id());
        back(payout, PayoutTransition.FAIL, why);
        return payout;
    }

    /** The way to the payout broke off before it: what is refused next time refuses it. */
    Payout notAsked(Payout payout, String why) {
        sql.update("update payout set asked_at = null where id = ?", payout.id());
        return unanswered(payout, why);
    }

    Payout unanswered(Payout asked, String why) {
        Payout payout = lifecycle.lock(asked.id());
        int attempts = payout.attempts() + 1;
        sql.update("update payout set attempts = ?, last_error = ? where id = ?", attempts, why, payout.id());
        next(payout, Patience.afterNoAnswer(clock.instant(), attempts));
        if (payout.state() == PayoutState.SENT) {
            lifecycle.apply(payout, PayoutTransition.TIME_OUT, Actor.CLOCK, why);
        }
        return payout;
    }

    /** A bank takes hours, a test bank seconds: asked at the next run, then every ten minutes, then every hour. */
    private Instant nextQuestion(Payout payout) {
        Instant now = clock.instant();
        Duration since = Duration.between(payout.sentAt() == null ? now : payout.sentAt(), now);
        if (since.compareTo(MINUTE) < 0) {
            return now;
        }
        return now.plus(since.compareTo(HOUR) < 0 ? MINUTE.multipliedBy(10) : HOUR);
    }

    private void paid(Payout payout) {
        Instant now = clock.instant();
        if (payout.state() == PayoutState.SENT || payout.state() == PayoutState.UNKNOWN) {
            lifecycle.apply(payout, PayoutTransition.PAY, Actor.PROVIDER, "");
            ledger.post(Postings.payoutPaid(payout.reference(), payout.amountCents()));
        }
        Instant since = payout.paidAt() == null ? now : payout.paidAt();
        next(payout, now.isAfter(since.plus(MAY_COME_BACK)) ? null : now.plus(DAY));
    }

    /** The money is available again, and what it was for is still to be paid out. */
    private void back(Payout payout, PayoutTransition transition, String why) {
        if (payout.isOver()) {
            return;
        }
        boolean wasPaid = payout.state() == PayoutState.PAID;
        lifecycle.apply(payout, wasPaid ? PayoutTransition.RETURN : transition, Actor.PROVIDER, why);
        ledger.post(Postings.payoutReturned(payout.reference(), payout.merchantId(), payout.amountCents(), wasPaid));
        sql.update("update payment_share set payout_id = null where payout_id = ?", payout.id());
        next(payout, null);
    }

    private void next(Payout payout, @Nullable Instant at) {
        sql.update("update payout set next_check_at = ?::timestamptz where id = ?", at, payout.id());
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}
