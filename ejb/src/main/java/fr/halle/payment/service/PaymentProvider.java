package fr.halle.payment.service;

import fr.halle.payment.service.ProviderAnswer.Success;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one way to the money. A key is made and stored before a call and sent unchanged as often as it takes, so that nothing is
 * done twice. No call may be made inside a transaction: it may take eight seconds. Amounts are cents of euro.
 */
public interface PaymentProvider {

    /** Asks for a page on which the customer pays. */
    ProviderAnswer<PaymentPage> createPayment(NewPayment payment);

    ProviderAnswer<ProviderPayment> fetch(String providerId);

    /**
     * Moves a merchant's share from the payers' money to the merchant's e-money account (M60), the fee kept at source (M61). Done
     * when it answers.
     *
     * @return the provider's name of the transfer
     */
    ProviderAnswer<String> transfer(UUID key, Transfer transfer);

    /**
     * A merchant's share; {@code feeCents} of {@code grossCents} stay with the platform.
     *
     * @param tag the part's number, for whoever reads the provider's own pages
     */
    record Transfer(long portalId, String walletId, long grossCents, long feeCents, String tag) {}

    /**
     * Takes money back from a merchant's wallet, so that {@link #refundPayment} can return it: the merchant gives
     * {@code amountCents} less {@code feeReturnedCents}, the platform's fees give the rest.
     *
     * @return the provider's name of the refund
     */
    ProviderAnswer<String> refundTransfer(
            UUID key, long portalId, String transferId, long amountCents, long feeReturnedCents);

    /**
     * Returns money to the customer's card.
     *
     * @return the provider's name of the refund
     */
    ProviderAnswer<String> refundPayment(UUID key, long portalId, String providerId, long amountCents);

    /**
     * The refund that {@link #refundTransfer} made under a key which may be forgotten by now, so that it is not made twice.
     *
     * @return the provider's name of the refund; empty where none was made under this key
     */
    ProviderAnswer<Optional<String>> findTransferRefund(UUID key, String transferId);

    /** As {@link #findTransferRefund}, of {@link #refundPayment}. */
    ProviderAnswer<Optional<String>> findPaymentRefund(UUID key, String providerId);

    /** Asks about a refund of either kind. {@link Success} once it is made; true when the money moved, false when it failed. */
    ProviderAnswer<Boolean> fetchRefund(String refundId);

    ProviderAnswer<ProviderDispute> fetchDispute(String disputeId);

    /** The provider's name of the payout that a bank sent back. @param returnId of what came back, as a notification names it */
    ProviderAnswer<String> payoutOfReturn(String returnId);

    /**
     * Sends money of a merchant's wallet to its bank, and the fees that were not kept at source to the platform (K4): the wallet
     * gives both.
     *
     * @param amountCents what the bank gets
     * @param reference what the bank statement says, at most 12 characters
     */
    ProviderAnswer<ProviderPayout> payout(
            UUID key, MerchantAccount merchant, long amountCents, long feeCents, String reference);

    ProviderAnswer<ProviderPayout> fetchPayout(String providerId);

    /**
     * The payout that {@link #payout} made under a key which may be forgotten by now, so that it is not made twice.
     *
     * @param totalCents what it took from the wallet, fees included
     * @param since when it was asked for the first time
     * @return empty where none was made under this reference, to whichever of the merchant's bank accounts
     */
    ProviderAnswer<Optional<ProviderPayout>> findPayout(
            long merchantId, String reference, long totalCents, Instant since);

    /**
     * The merchant's wallet, which is all that a transfer needs; made at the first need and stored on the merchant.
     *
     * @return the provider's name of the wallet
     */
    ProviderAnswer<String> ensureWallet(long merchantId);

    /** The merchant's user, wallet and bank account, made likewise; refused without an IBAN, which holds up its payouts and not its sales. */
    ProviderAnswer<MerchantAccount> ensureMerchant(long merchantId);

    /** What a notification is about. Its words are not believed: whoever handles it asks. */
    ProviderReference parseNotification(String eventType, String resourceId);

    /** What happened since, for notifications that never came; oldest first. */
    ProviderAnswer<List<ProviderEvent>> listSince(Instant since);

    ProviderAnswer<ProviderReport> report();
}
