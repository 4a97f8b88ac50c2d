package fr.halle.testing;

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
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.ProviderReference;
import fr.halle.payment.service.ProviderReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A provider in the test's memory: wallets that hold cents, one effect per key, and a mishap before or after any effect. It never
 * lets a wallet fall below zero, nor more go back than came in.
 */
public final class PeerProvider implements PaymentProvider {

    /** What goes wrong with a call that changes something. */
    public enum Mishap {
        NONE,
        /** Nothing was done, and nobody knows. */
        LOST,
        /** It was done, and nobody knows. */
        DONE_UNSEEN,
        REFUSED,
        /** The caller dies before its call arrives. */
        CRASH_BEFORE,
        /** It was done, and the caller dies. */
        CRASH_AFTER
    }

    /** The caller's process is killed. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public final Map<String, Long> wallets = new HashMap<>();
    private Runnable meanwhile = () -> {};
    private volatile boolean refusesAccounts;
    /** By pay-in: what went back to the card. */
    public final Map<String, Long> backOnCard = new HashMap<>();

    public final Map<String, Long> bank = new HashMap<>();
    public final Map<String, ProviderPayout.State> payouts = new HashMap<>();
    private final Map<String, Long> payoutFees = new HashMap<>();
    private final Map<String, Long> payoutCents = new HashMap<>();

    /** By its reference: the payout. */
    public final Map<String, String> payoutTags = new HashMap<>();

    private final Map<String, Long> payins = new HashMap<>();
    private final Map<String, PaymentProvider.Transfer> transfers = new HashMap<>();
    private final Map<String, Long> takenBack = new HashMap<>();
    private final Map<UUID, String> refunds = new HashMap<>();
    private final Map<UUID, ProviderAnswer<?>> answers = new HashMap<>();
    private static final AtomicLong NAMES = new AtomicLong();
    private Supplier<Mishap> mishaps = () -> Mishap.NONE;

    /** Whatever it is asked since when. */
    public final List<ProviderEvent> events = new ArrayList<>();

    /** By the dispute's name. */
    public final Map<String, ProviderDispute> disputes = new HashMap<>();

    public synchronized void mishaps(Supplier<Mishap> supplier) {
        mishaps = supplier;
    }

    /** A customer paid at the page. */
    public synchronized void paid(String payin, long portalId, long cents) {
        payins.put(payin, cents);
        move("payers" + portalId, cents);
    }

    @Override
    public ProviderAnswer<String> transfer(UUID key, Transfer transfer) {
        return once(key, () -> {
            if (wallet("payers" + transfer.portalId()) < transfer.grossCents()) {
                return new Refused<>("001001", "wallet short");
            }
            String name = name("transfer");
            transfers.put(name, transfer);
            move("payers" + transfer.portalId(), -transfer.grossCents());
            move(transfer.walletId(), transfer.grossCents() - transfer.feeCents());
            move("fees", transfer.feeCents());
            return new Success<>(name);
        });
    }

    @Override
    public ProviderAnswer<String> refundTransfer(
            UUID key, long portalId, String transferId, long amountCents, long feeReturnedCents) {
        return once(key, () -> {
            PaymentProvider.Transfer transfer = transfers.get(transferId);
            long fromMerchant = amountCents - feeReturnedCents;
            long already = takenBack.getOrDefault(transferId, 0L);
            if (transfer == null
                    || wallet(transfer.walletId()) < fromMerchant
                    || already + amountCents > transfer.grossCents()) {
                return new Refused<>("001001", "wallet short");
            }
            takenBack.put(transferId, already + amountCents);
            move(transfer.walletId(), -fromMerchant);
            move("fees", -feeReturnedCents);
            move("payers" + portalId, amountCents);
            return refund(key);
        });
    }

    @Override
    public ProviderAnswer<String> refundPayment(UUID key, long portalId, String providerId, long amountCents) {
        return once(key, () -> {
            long already = backOnCard.getOrDefault(providerId, 0L);
            if (wallet("payers" + portalId) < amountCents
                    || already + amountCents > payins.getOrDefault(providerId, 0L)) {
                return new Refused<>("001001", "more than is left");
            }
            backOnCard.put(providerId, already + amountCents);
            move("payers" + portalId, -amountCents);
            return refund(key);
        });
    }

    @Override
    public ProviderAnswer<Optional<String>> findTransferRefund(UUID key, String transferId) {
        return findPaymentRefund(key, transferId);
    }

    @Override
    public synchronized ProviderAnswer<Optional<String>> findPaymentRefund(UUID key, String providerId) {
        return mishaps.get() == Mishap.NONE
                ? new Success<>(Optional.ofNullable(refunds.get(key)))
                : new Unknown<>("no answer");
    }

    private Success<String> refund(UUID key) {
        String name = name("refund");
        refunds.put(key, name);
        return new Success<>(name);
    }

    @Override
    public synchronized ProviderAnswer<Boolean> fetchRefund(String refundId) {
        Mishap mishap = mishaps.get();
        if (mishap == Mishap.CRASH_BEFORE || mishap == Mishap.CRASH_AFTER) {
            throw new Crash();
        }
        return mishap == Mishap.LOST ? new Unknown<>("no answer") : new Success<>(true);
    }

    @Override
    public synchronized ProviderAnswer<ProviderDispute> fetchDispute(String disputeId) {
        ProviderDispute dispute = disputes.get(disputeId);
        return mishaps.get() == Mishap.NONE && dispute != null ? new Success<>(dispute) : new Unknown<>("no answer");
    }

    /** What came back of {@code payout1} is {@code back-payout1}. */
    @Override
    public ProviderAnswer<String> payoutOfReturn(String returnId) {
        return mishaps.get() == Mishap.NONE
                ? new Success<>(returnId.substring("back-".length()))
                : new Unknown<>("no answer");
    }

    @Override
    public ProviderAnswer<ProviderPayout> payout(
            UUID key, MerchantAccount merchant, long amountCents, long feeCents, String reference) {
        return once(key, () -> {
            if (wallet(merchant.walletId()) < amountCents + feeCents) {
                return new Refused<>("001001", "wallet short");
            }
            move(merchant.walletId(), -amountCents - feeCents);
            move("fees", feeCents);
            bank.merge(merchant.walletId(), amountCents, Long::sum);
            String name = name("payout");
            payoutFees.put(name, feeCents);
            payoutCents.put(name, amountCents);
            payoutTags.put(reference, name);
            payouts.put(name, ProviderPayout.State.SENT);
            return new Success<>(new ProviderPayout(name, ProviderPayout.State.SENT, amountCents, null, null));
        });
    }

    @Override
    public synchronized ProviderAnswer<ProviderPayout> fetchPayout(String providerId) {
        ProviderPayout.State state = payouts.getOrDefault(providerId, ProviderPayout.State.SENT);
        return new Success<>(
                new ProviderPayout(providerId, state, payoutCents.getOrDefault(providerId, 0L), null, null));
    }

    @Override
    public synchronized ProviderAnswer<Optional<ProviderPayout>> findPayout(
            long merchantId, String reference, long totalCents, Instant since) {
        return mishaps.get() == Mishap.NONE
                ? Optional.ofNullable(payoutTags.get(reference))
                        .map(name -> fetchPayout(name).map(Optional::of))
                        .orElseGet(() -> new Success<>(Optional.empty()))
                : new Unknown<>("no answer");
    }

    /** What the bank did with every payout on its way. */
    public synchronized void bankSays(ProviderPayout.State state) {
        payouts.replaceAll((name, before) -> state);
    }

    /** The bank sends a payout back to the wallet, and its fee comes back with it. */
    public synchronized void returned(String walletId, String payout, long cents) {
        bank.merge(walletId, -cents, Long::sum);
        move(walletId, cents + payoutFees.getOrDefault(payout, 0L));
        move("fees", -payoutFees.getOrDefault(payout, 0L));
        payouts.put(payout, ProviderPayout.State.RETURNED);
    }

    /** What somebody else does while a merchant's accounts are looked up. */
    public void meanwhile(Runnable deed) {
        meanwhile = deed;
    }

    /** Of no merchant from now on, or of each again. */
    public void refusesAccounts(boolean refuses) {
        refusesAccounts = refuses;
    }

    @Override
    public ProviderAnswer<String> ensureWallet(long merchantId) {
        return refusesAccounts ? new Refused<>("param_error", "account") : new Success<>("wallet" + merchantId);
    }

    @Override
    public ProviderAnswer<MerchantAccount> ensureMerchant(long merchantId) {
        meanwhile.run();
        return ensureWallet(merchantId)
                .map(wallet -> new MerchantAccount(merchantId, "user" + merchantId, wallet, "bank" + merchantId));
    }

    public synchronized long wallet(String name) {
        return wallets.getOrDefault(name, 0L);
    }

    @Override
    public ProviderAnswer<PaymentPage> createPayment(NewPayment payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProviderAnswer<ProviderPayment> fetch(String providerId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProviderReference parseNotification(String eventType, String resourceId) {
        return new ProviderReference(
                eventType.startsWith("DISPUTE_") ? ProviderReference.Kind.DISPUTE : ProviderReference.Kind.OTHER,
                resourceId);
    }

    @Override
    public ProviderAnswer<List<ProviderEvent>> listSince(Instant since) {
        return new Success<>(List.copyOf(events));
    }

    @Override
    public ProviderAnswer<ProviderReport> report() {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("unchecked")
    private synchronized <T> ProviderAnswer<T> once(UUID key, Supplier<ProviderAnswer<T>> effect) {
        Mishap mishap = mishaps.get();
        if (mishap == Mishap.CRASH_BEFORE) {
            throw new Crash();
        }
        if (mishap == Mishap.LOST) {
            return new Unknown<>("no answer");
        }
        ProviderAnswer<T> refused = new Refused<>("009999", "planned");
        ProviderAnswer<T> answer = (ProviderAnswer<T>)
                answers.computeIfAbsent(key, k -> mishap == Mishap.REFUSED ? refused : effect.get());
        if (mishap == Mishap.CRASH_AFTER) {
            throw new Crash();
        }
        return mishap == Mishap.DONE_UNSEEN ? new Unknown<>("no answer") : answer;
    }

    /** As Mangopay does after a day. */
    public synchronized void forgetsItsKeys() {
        answers.clear();
    }

    private void move(String wallet, long cents) {
        wallets.merge(wallet, cents, Long::sum);
    }

    private String name(String kind) {
        return kind + NAMES.incrementAndGet();
    }
}
