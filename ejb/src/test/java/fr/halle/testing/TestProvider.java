package fr.halle.testing;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.service.InstantProvider;
import fr.halle.payment.service.MerchantAccount;
import fr.halle.payment.service.NewPayment;
import fr.halle.payment.service.PaymentPage;
import fr.halle.payment.service.PaymentProvider;
import fr.halle.payment.service.ProviderAnswer;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.payment.service.ProviderDispute;
import fr.halle.payment.service.ProviderEvent;
import fr.halle.payment.service.ProviderPayment;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.ProviderReference;
import fr.halle.payment.service.ProviderReport;
import fr.halle.payment.service.Providers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider in memory that keeps its promises (one effect per key) and breaks its connection when told: before the effect or
 * after it, as networks do. Tests act as its customers.
 */
public class TestProvider extends Providers implements PaymentProvider {

    /** By the provider's name of the payment. */
    private final Map<String, Known> payments = new ConcurrentHashMap<>();

    private final Map<UUID, String> names = new ConcurrentHashMap<>();
    private final Map<UUID, Long> refunds = new ConcurrentHashMap<>();
    private final Set<UUID> refusedRefunds = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    /** What becomes of refunds that were begun. */
    public volatile ProviderAnswer<Boolean> refundsEnd = new Success<>(true);

    public volatile Trouble trouble = Trouble.NONE;
    public final AtomicInteger calls = new AtomicInteger();

    public enum Trouble {
        NONE,
        SILENT_BEFORE,
        SILENT_AFTER,
        REFUSES
    }

    /** What the provider keeps of a payment. */
    public static final class Known {
        public final String id;
        public final NewPayment asked;
        private State state = State.OPEN;
        private long refundedCents;

        Known(String id, NewPayment asked) {
            this.id = id;
            this.asked = asked;
        }

        /** Only a page that is still open can be used. */
        public synchronized boolean end(State how) {
            if (state != State.OPEN) {
                return false;
            }
            state = how;
            return true;
        }

        public synchronized State state() {
            return state;
        }

        public synchronized long refundedCents() {
            return refundedCents;
        }
    }

    @Override
    public PaymentProvider of(PaymentMethod method) {
        return method == PaymentMethod.INSTANT ? new InstantProvider() : this;
    }

    @Override
    public PaymentProvider main() {
        return this;
    }

    public List<Known> all() {
        return List.copyOf(payments.values());
    }

    public Known known(String providerId) {
        return Objects.requireNonNull(payments.get(providerId));
    }

    @Override
    public ProviderAnswer<PaymentPage> createPayment(NewPayment payment) {
        calls.incrementAndGet();
        Trouble now = trouble;
        if (now == Trouble.SILENT_BEFORE) {
            return new Unknown<>("silent");
        }
        if (now == Trouble.REFUSES) {
            return new Refused<>("001999", "Generic Operation error");
        }
        String id = names.computeIfAbsent(payment.key(), key -> "P" + System.nanoTime() + "-" + next.incrementAndGet());
        Known known = payments.computeIfAbsent(id, key -> new Known(key, payment));
        if (known.asked.amountCents() != payment.amountCents()) {
            throw new IllegalStateException("The same key for another amount");
        }
        return now == Trouble.SILENT_AFTER
                ? new Unknown<>("silent")
                : new Success<>(new PaymentPage.Redirect(id, "https://provider.test/" + id));
    }

    @Override
    public ProviderAnswer<ProviderPayment> fetch(String providerId) {
        calls.incrementAndGet();
        if (trouble == Trouble.SILENT_BEFORE || trouble == Trouble.SILENT_AFTER) {
            return new Unknown<>("silent");
        }
        Known known = payments.get(providerId);
        if (known == null) {
            return new Unknown<>("the payment of another test");
        }
        return new Success<>(
                new ProviderPayment(known.state(), known.asked.amountCents(), "code", "text", "FRICTIONLESS"));
    }

    @Override
    public ProviderAnswer<String> refundPayment(UUID key, long portalId, String providerId, long amountCents) {
        calls.incrementAndGet();
        Trouble now = trouble;
        if (now == Trouble.SILENT_BEFORE) {
            return new Unknown<>("silent");
        }
        Known known = payments.get(providerId);
        if (known == null) {
            return new Unknown<>("the payment of another test");
        }
        if (now == Trouble.REFUSES && refusedRefunds.add(key) || refusedRefunds.contains(key)) {
            return new Refused<>("001001", "Unsufficient wallet balance");
        }
        synchronized (known) {
            if (!refunds.containsKey(key)) {
                if (known.refundedCents == known.asked.amountCents()) {
                    return new Refused<>("001401", "Transaction has already been successfully refunded");
                }
                if (known.state != State.PAID || known.refundedCents + amountCents > known.asked.amountCents()) {
                    return new Refused<>("005403", "The refund cannot exceed initial transaction amount");
                }
                refunds.put(key, amountCents);
                known.refundedCents += amountCents;
            }
        }
        return now == Trouble.SILENT_AFTER ? new Unknown<>("silent") : new Success<>("R-" + key);
    }

    /** What was given back is in the escrow again. */
    public void refundFails(String providerId) {
        Known known = known(providerId);
        synchronized (known) {
            known.refundedCents = 0;
        }
    }

    /** As Mangopay does after a day. */
    public void forgetsItsKeys() {
        refunds.clear();
    }

    @Override
    public ProviderAnswer<String> transfer(UUID key, Transfer transfer) {
        return new Success<>("T-" + key);
    }

    @Override
    public ProviderAnswer<String> refundTransfer(
            UUID key, long portalId, String transferId, long amountCents, long feeReturnedCents) {
        return new Success<>("TR-" + key);
    }

    @Override
    public ProviderAnswer<Optional<String>> findTransferRefund(UUID key, String transferId) {
        return new Success<>(Optional.empty());
    }

    @Override
    public ProviderAnswer<Optional<String>> findPaymentRefund(UUID key, String providerId) {
        return new Success<>(refunds.containsKey(key) ? Optional.of("R-" + key) : Optional.empty());
    }

    @Override
    public ProviderAnswer<Boolean> fetchRefund(String refundId) {
        return refundsEnd;
    }

    @Override
    public ProviderAnswer<ProviderDispute> fetchDispute(String disputeId) {
        return new Unknown<>("the dispute of another test");
    }

    @Override
    public ProviderAnswer<String> payoutOfReturn(String returnId) {
        return new Unknown<>("the payout of another test");
    }

    @Override
    public ProviderAnswer<ProviderPayout> payout(
            UUID key, MerchantAccount merchant, long amountCents, long feeCents, String reference) {
        return new Success<>(new ProviderPayout("O-" + key, ProviderPayout.State.SENT, amountCents, null, null));
    }

    @Override
    public ProviderAnswer<ProviderPayout> fetchPayout(String providerId) {
        return new Success<>(new ProviderPayout(providerId, ProviderPayout.State.PAID, 0, null, null));
    }

    @Override
    public ProviderAnswer<Optional<ProviderPayout>> findPayout(
            long merchantId, String reference, long totalCents, Instant since) {
        return new Success<>(Optional.empty());
    }

    @Override
    public ProviderAnswer<String> ensureWallet(long merchantId) {
        return new Success<>("w" + merchantId);
    }

    @Override
    public ProviderAnswer<MerchantAccount> ensureMerchant(long merchantId) {
        return new Success<>(new MerchantAccount(merchantId, "u" + merchantId, "w" + merchantId, "b" + merchantId));
    }

    @Override
    public ProviderReference parseNotification(String eventType, String resourceId) {
        return new ProviderReference(ProviderReference.Kind.PAYMENT, resourceId);
    }

    @Override
    public ProviderAnswer<List<ProviderEvent>> listSince(Instant since) {
        return new Success<>(List.of());
    }

    @Override
    public ProviderAnswer<ProviderReport> report() {
        return new Success<>(new ProviderReport(0, 0, 0));
    }
}
