package fr.halle.payment.service;

import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's answer makes of a payment. Each method is one transaction that holds the row, so answers that come
 * together are heard one after the other, and one that says what is known changes nothing.
 */
@Service
class PaymentAnswers {

    private static final Logger LOG = Logger.getLogger(PaymentAnswers.class.getName());

    /** How long what is held waits for a provider that does not answer, after its time is over. */
    private static final Duration SILENCE = Duration.ofHours(1);

    /** Said of the whole, to a key that the provider had forgotten: the first answer was lost. */
    private static final String RETURNED_ALREADY = "001401";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private PaymentLifecycle lifecycle;

    @Inject
    private Event<PaymentTroubled> troubled;

    /** The provider was asked for a page. */
    PaymentState opened(long id, ProviderAnswer<PaymentPage> answer) {
        PaymentRow payment = PaymentRow.lock(sql, id);
        if (payment.providerId() != null || !payment.isOpen()) {
            return payment.state();
        }
        if (answer instanceof Refused<PaymentPage> no) {
            return move(payment, PaymentTransition.REFUSE, Actor.PROVIDER, words(no.code(), no.text()));
        }
        if (answer instanceof Unknown<PaymentPage> silence) {
            return silent(payment, silence.cause());
        }
        PaymentPage page = ((Success<PaymentPage>) answer).value();
        if (page instanceof PaymentPage.Redirect redirect) {
            return shown(payment, Learned.page(redirect.providerId(), redirect.url()));
        }
        return move(
                payment,
                PaymentTransition.AUTHORISE,
                Actor.PROVIDER,
                page.providerId(),
                Learned.page(page.providerId(), null));
    }

    private PaymentState shown(PaymentRow payment, Learned page) {
        if (payment.state() == PaymentState.INITIATED) {
            return move(
                    payment,
                    PaymentTransition.REDIRECT,
                    Actor.SYSTEM,
                    Objects.requireNonNullElse(page.providerId(), ""),
                    page);
        }
        // From UNKNOWN there is no way back to REDIRECTED: the page is kept, and the next question says more.
        sql.update(
                "update payment set provider_id = ?, redirect_url = ? where id = ?",
                page.providerId(),
                page.redirectUrl(),
                payment.id());
        return askAgain(payment);
    }

    /** The provider was asked how the payment stands. */
    PaymentState answered(long id, ProviderAnswer<ProviderPayment> answer) {
        PaymentRow payment = PaymentRow.lock(sql, id);
        if (!payment.isOpen() && !payment.isGivenUp()) {
            return payment.state();
        }
        if (answer instanceof Success<ProviderPayment> success) {
            return heard(payment, success.value());
        }
        if (answer instanceof Refused<ProviderPayment> no) {
            return silent(payment, words(no.code(), no.text()));
        }
        return silent(payment, ((Unknown<ProviderPayment>) answer).cause());
    }

    /** The provider was asked to give the whole of it back. */
    PaymentState returned(long id, ProviderAnswer<String> answer) {
        PaymentRow payment = PaymentRow.lock(sql, id);
        if (!payment.isToBeReturned()) {
            return payment.state();
        }
        if (answer instanceof Success<String> refund) {
            return move(
                    payment, PaymentTransition.VOID, Actor.PROVIDER, refund.value(), Learned.returned(refund.value()));
        }
        if (answer instanceof Refused<String> no && no.code().equals(RETURNED_ALREADY)) {
            return move(payment, PaymentTransition.VOID, Actor.PROVIDER, words(no.code(), no.text()));
        }
        LOG.log(Level.WARNING, "Payment {0} could not be given back yet: {1}", new Object[] {id, answer});
        if (answer instanceof Refused<String>) {
            // Under the same key it would be given the same refusal.
            sql.update("update payment set return_key = ? where id = ?", UUID.randomUUID(), id);
        }
        PaymentState state = askAgain(payment);
        troubled.fire(new PaymentTroubled(id, PaymentTroubled.Kind.NOT_GIVEN_BACK, words(answer)));
        return state;
    }

    /** The customer's time was over before the provider had been asked for a page. */
    PaymentState expired(long id) {
        PaymentRow payment = PaymentRow.lock(sql, id);
        if (payment.isOpen()) {
            return move(payment, PaymentTransition.EXPIRE, Actor.CLOCK, "no page was shown");
        }
        if (payment.isGivenUp()) {
            // There is nothing to ask the provider about, in an hour or ever.
            sql.update("update payment set next_check_at = null where id = ? and provider_id is null", id);
        }
        return payment.state();
    }

    private PaymentState heard(PaymentRow payment, ProviderPayment said) {
        if (said.state() == ProviderPayment.State.PAID && said.amountCents() != payment.amountCents()) {
            LOG.log(Level.SEVERE, "Payment {0} is for {1} cents, the provider says {2}", new Object[] {
                payment.id(), payment.amountCents(), said.amountCents()
            });
            PaymentState state = silent(payment, "another amount: " + said.amountCents());
            troubled.fire(new PaymentTroubled(
                    payment.id(), PaymentTroubled.Kind.ANOTHER_AMOUNT, Long.toString(said.amountCents())));
            return state;
        }
        if (said.state() == ProviderPayment.State.OPEN) {
            boolean late = !payment.expiresAt().isAfter(clock.instant());
            return late && payment.isOpen()
                    ? move(payment, PaymentTransition.EXPIRE, Actor.CLOCK, "still open at the provider")
                    : askAgain(payment);
        }
        PaymentTransition transition = switch (said.state()) {
            case PAID -> PaymentTransition.AUTHORISE;
            case REFUSED -> PaymentTransition.REFUSE;
            case ABANDONED, OPEN -> PaymentTransition.ABANDON;
        };
        if (!transition.isOpenTo(payment.state(), Actor.Kind.PROVIDER)) {
            return askAgain(payment);
        }
        return move(
                payment, transition, Actor.PROVIDER, words(said.resultCode(), said.resultText()), Learned.result(said));
    }

    /** No answer is no answer: it is asked again, until what is held has waited long enough. */
    private PaymentState silent(PaymentRow payment, String cause) {
        Instant now = clock.instant();
        if (payment.isOpen() && !payment.expiresAt().plus(SILENCE).isAfter(now)) {
            return move(payment, PaymentTransition.EXPIRE, Actor.CLOCK, cause);
        }
        if (PaymentTransition.TIME_OUT.isOpenTo(payment.state(), Actor.Kind.PROVIDER)) {
            return move(payment, PaymentTransition.TIME_OUT, Actor.PROVIDER, cause);
        }
        return askAgain(payment);
    }

    private PaymentState askAgain(PaymentRow payment) {
        sql.update(
                "update payment set checks = checks + 1, next_check_at = ?::timestamptz where id = ?",
                CheckSchedule.afterCheck(payment.state(), payment.checks(), clock.instant()),
                payment.id());
        return payment.state();
    }

    private PaymentState move(PaymentRow payment, PaymentTransition transition, Actor actor, String detail) {
        return lifecycle.apply(payment, transition, actor, detail);
    }

    private PaymentState move(
            PaymentRow payment, PaymentTransition transition, Actor actor, String detail, Learned learned) {
        return lifecycle.apply(payment, transition, actor, detail, learned);
    }

    private static String words(ProviderAnswer<String> answer) {
        if (answer instanceof Refused<String> no) {
            return words(no.code(), no.text());
        }
        return answer instanceof Unknown<String> silence ? silence.cause() : "";
    }

    private static String words(@Nullable String code, @Nullable String text) {
        return (Objects.toString(code, "") + " " + Objects.toString(text, "")).strip();
    }
}
