package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.shared.model.Environment;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings payments forward. Whoever believes that something happened (the customer who comes back, a notification, the clock) only
 * asks here; the provider's answer to our question decides, in a transaction of its own after it. Asked twice, or by several at
 * once, a payment moves once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Payments {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Providers providers;

    @Inject
    private Transactions transactions;

    @Inject
    private PaymentAnswers answers;

    /** Whether payments without a page are taken here: for load tests, never in production. */
    public static boolean instantAllowed() {
        return Boolean.parseBoolean(Environment.setting("halle.payment.instant", "false"));
    }

    /**
     * Does the next thing that this payment needs of the provider: asks for its page, asks how it stands, or gives it back.
     *
     * @return the state it is in afterwards
     */
    public PaymentState refresh(long paymentId) {
        PaymentState state = look(paymentId);
        return state == PaymentState.AUTHORISED ? giveBack(paymentId, state) : state;
    }

    /** As {@link #refresh}, and gives nothing back: whoever disputes it may have its money already. */
    public PaymentState look(long paymentId) {
        PaymentRow payment = PaymentRow.read(sql, paymentId);
        return payment.isToBeReturned() ? payment.state() : ask(payment);
    }

    /** Payments whose turn it is to be asked about: pages nobody came back from, silence, money to give back. */
    public List<Long> due(int atMost) {
        return sql.list(
                "select id from payment where next_check_at <= ? order by next_check_at limit ?",
                row -> row.number("id"),
                clock.instant(),
                atMost);
    }

    /** The payment that a customer comes back from; the reference is secret and of no use without ours. */
    public Optional<Long> byReference(UUID reference) {
        return sql.one("select id from payment where idempotency_key = ?", row -> row.number("id"), reference);
    }

    /** Empty for a name that is nobody's: a forged notification, or another shop's. */
    public Optional<Long> byProviderId(String providerId) {
        return sql.one("select id from payment where provider_id = ?", row -> row.number("id"), providerId);
    }

    private PaymentState ask(PaymentRow payment) {
        if (payment.method() == PaymentMethod.FREE || !(payment.isOpen() || payment.isGivenUp())) {
            return payment.state();
        }
        PaymentProvider provider = providers.of(payment.method());
        String providerId = payment.providerId();
        if (providerId != null) {
            ProviderAnswer<ProviderPayment> answer = provider.fetch(providerId);
            return transactions.inNew(() -> answers.answered(payment.id(), answer));
        }
        Instant now = clock.instant();
        if (!payment.expiresAt().isAfter(now)) {
            // Nobody was ever shown a page, so nobody can have paid there.
            return transactions.inNew(() -> answers.expired(payment.id()));
        }
        ProviderAnswer<PaymentPage> answer = provider.createPayment(payment.asked());
        return transactions.inNew(() -> answers.opened(payment.id(), answer));
    }

    private PaymentState giveBack(long paymentId, PaymentState state) {
        PaymentRow payment = PaymentRow.read(sql, paymentId);
        UUID key = payment.returnKey();
        String providerId = payment.providerId();
        if (!payment.isToBeReturned() || key == null || providerId == null) {
            return state;
        }
        PaymentProvider provider = providers.of(payment.method());
        ProviderAnswer<String> answer = provider.refundPayment(
                        key, payment.portalId(), providerId, payment.amountCents())
                .then(refund -> made(provider, refund));
        return transactions.inNew(() -> answers.returned(paymentId, answer));
    }

    /** A refund that has its name may still fail: the payment has gone back once the money has. */
    private static ProviderAnswer<String> made(PaymentProvider provider, String refund) {
        return provider.fetchRefund(refund)
                .then(moved -> moved ? new Success<>(refund) : new Refused<>("", "refund " + refund + " failed"));
    }
}
