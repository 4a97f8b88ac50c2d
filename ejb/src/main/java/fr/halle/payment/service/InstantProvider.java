package fr.halle.payment.service;

import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A provider that says yes at once and costs no call, for load tests ({@link fr.halle.payment.model.PaymentMethod#INSTANT}). It
 * keeps nothing: its names of things are the keys it was given, and an amount is what our own row says. No bank takes part, so it
 * pays nobody out.
 */
@Service
public class InstantProvider implements PaymentProvider {

    private static final String NO_BANK = "no-bank";

    @Inject
    private Sql sql;

    @Override
    public ProviderAnswer<PaymentPage> createPayment(NewPayment payment) {
        return new Success<>(new PaymentPage.Accepted(nameOf(payment.key())));
    }

    @Override
    public ProviderAnswer<ProviderPayment> fetch(String providerId) {
        return sql.one(
                        "select amount_cents from payment where provider_id = ?",
                        row -> row.number("amount_cents"),
                        providerId)
                .<ProviderAnswer<ProviderPayment>>map(cents -> new Success<>(
                        new ProviderPayment(ProviderPayment.State.PAID, cents, "000000", "Success", null)))
                .orElseGet(() -> new Refused<>("404", "No such payment"));
    }

    @Override
    public ProviderAnswer<String> transfer(UUID key, Transfer transfer) {
        return new Success<>(nameOf(key));
    }

    @Override
    public ProviderAnswer<String> refundTransfer(
            UUID key, long portalId, String transferId, long amountCents, long feeReturnedCents) {
        return new Success<>(nameOf(key));
    }

    @Override
    public ProviderAnswer<String> refundPayment(UUID key, long portalId, String providerId, long amountCents) {
        return new Success<>(nameOf(key));
    }

    /** Every call is answered. */
    @Override
    public ProviderAnswer<Optional<String>> findTransferRefund(UUID key, String transferId) {
        return new Success<>(Optional.empty());
    }

    @Override
    public ProviderAnswer<Optional<String>> findPaymentRefund(UUID key, String providerId) {
        return new Success<>(Optional.empty());
    }

    @Override
    public ProviderAnswer<Boolean> fetchRefund(String refundId) {
        return new Success<>(true);
    }

    @Override
    public ProviderAnswer<ProviderDispute> fetchDispute(String disputeId) {
        return new Refused<>(NO_BANK, "Instant payments are for load tests");
    }

    @Override
    public ProviderAnswer<String> payoutOfReturn(String returnId) {
        return new Refused<>(NO_BANK, "Instant payments are for load tests");
    }

    @Override
    public ProviderAnswer<ProviderPayout> payout(
            UUID key, MerchantAccount merchant, long amountCents, long feeCents, String reference) {
        return new Refused<>(NO_BANK, "Instant payments are for load tests");
    }

    @Override
    public ProviderAnswer<ProviderPayout> fetchPayout(String providerId) {
        return new Refused<>(NO_BANK, "Instant payments are for load tests");
    }

    @Override
    public ProviderAnswer<Optional<ProviderPayout>> findPayout(
            long merchantId, String reference, long totalCents, Instant since) {
        return new Success<>(Optional.empty());
    }

    @Override
    public ProviderAnswer<String> ensureWallet(long merchantId) {
        return new Success<>("instant-" + merchantId);
    }

    @Override
    public ProviderAnswer<MerchantAccount> ensureMerchant(long merchantId) {
        return new Refused<>(NO_BANK, "Instant payments are for load tests");
    }

    @Override
    public ProviderReference parseNotification(String eventType, String resourceId) {
        return new ProviderReference(ProviderReference.Kind.OTHER, resourceId);
    }

    @Override
    public ProviderAnswer<List<ProviderEvent>> listSince(Instant since) {
        return new Success<>(List.of());
    }

    @Override
    public ProviderAnswer<ProviderReport> report() {
        return new Success<>(new ProviderReport(0, 0, 0));
    }

    static String nameOf(UUID key) {
        return "instant-" + key;
    }
}
