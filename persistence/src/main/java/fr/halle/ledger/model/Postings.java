package fr.halle.ledger.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The entries of each event that moves money, as the table in design.md has them. The key of an entry is its event and the
 * identity of the fact, so a fact told twice is written once. Amounts are cents, zero or more; what moves nothing gives no entry.
 */
public final class Postings {

    private Postings() {}

    /** A payment accepted: what each merchant sold becomes pending, then gives its fee to the platform (M60, M61). */
    public static List<JournalEntry> accepted(String order, String payment, List<Share> shares) {
        long total = shares.stream().mapToLong(Share::grossCents).reduce(0, Math::addExact);
        long fees = shares.stream().mapToLong(Share::feeCents).reduce(0, Math::addExact);
        JournalEntry.Builder sale = entry("accepted", order, payment).debit(AccountRef.PSP, total);
        JournalEntry.Builder fee = entry("fee", order, payment);
        for (Share share : shares) {
            AccountRef pending = AccountRef.pending(share.merchantId());
            sale.credit(pending, share.grossCents());
            fee.debit(pending, share.feeCents());
        }
        return entries(sale, fee.credit(AccountRef.PLATFORM_FEES, fees));
    }

    /** Tourist tax that a merchant collected with a stay: it was never its money. */
    public static List<JournalEntry> taxCollected(
            String part, String fact, long merchantId, long communeId, long cents) {
        return entries(entry("tax_collected", part, fact)
                .debit(AccountRef.pending(merchantId), cents)
                .credit(AccountRef.touristTax(communeId), cents));
    }

    /**
     * The tourist tax of a refunded stay, given back to the merchant before {@link #refundAsked} takes the whole price from it.
     *
     * @param released whether the part was already released
     */
    public static List<JournalEntry> taxReturned(
            String part, String refund, long merchantId, long communeId, long cents, boolean released) {
        return entries(entry("tax_returned", part, refund)
                .debit(AccountRef.touristTax(communeId), cents)
                .credit(moneyOf(merchantId, released), cents));
    }

    /**
     * The payout rule released a part (K2): its pending money becomes available, but first pays what the merchant owes.
     *
     * @param debtCents what the merchant owes now, zero or more
     */
    public static List<JournalEntry> released(String part, String fact, long merchantId, long cents, long debtCents) {
        long netted = Math.min(cents, debtCents);
        return entries(entry("released", part, fact)
                .debit(AccountRef.pending(merchantId), cents)
                .credit(AccountRef.debt(merchantId), netted)
                .credit(AccountRef.available(merchantId), cents - netted));
    }

    public static List<JournalEntry> payoutSent(String payout, long merchantId, long cents) {
        return entries(entry("payout_sent", payout, payout)
                .debit(AccountRef.available(merchantId), cents)
                .credit(AccountRef.PAYOUT_IN_TRANSIT, cents));
    }

    public static List<JournalEntry> payoutPaid(String payout, long cents) {
        return entries(entry("payout_paid", payout, payout)
                .debit(AccountRef.PAYOUT_IN_TRANSIT, cents)
                .credit(AccountRef.PSP, cents));
    }

    /**
     * A payout that failed or that the bank sent back: the money is available again.
     *
     * @param wasPaid whether {@link #payoutPaid} was written; the provider then holds the money once more
     */
    public static List<JournalEntry> payoutReturned(String payout, long merchantId, long cents, boolean wasPaid) {
        return entries(entry("payout_returned", payout, payout)
                .debit(wasPaid ? AccountRef.PSP : AccountRef.PAYOUT_IN_TRANSIT, cents)
                .credit(AccountRef.available(merchantId), cents));
    }

    /** What a merchant owes, taken from what came back to it, such as a returned payout. */
    public static List<JournalEntry> debtNetted(String payout, String fact, long merchantId, long cents) {
        return entries(entry("debt_netted", payout, fact)
                .debit(AccountRef.available(merchantId), cents)
                .credit(AccountRef.debt(merchantId), cents));
    }

    /**
     * A refund asked for: taken from what is still pending of the part, then from what the merchant has available, and what
     * neither covers becomes its debt. Where the fee is given back, {@link #feeReturned} is written first.
     *
     * @param pendingCents what is pending of <em>this part</em>: other parts' money waits for their own release
     * @param availableCents what the merchant has available
     */
    public static List<JournalEntry> refundAsked(
            String part, String refund, long merchantId, long cents, long pendingCents, long availableCents) {
        long fromPending = Math.min(cents, Math.max(0, pendingCents));
        long fromAvailable = Math.min(cents - fromPending, Math.max(0, availableCents));
        return entries(entry("refund_asked", part, refund)
                .debit(AccountRef.pending(merchantId), fromPending)
                .debit(AccountRef.available(merchantId), fromAvailable)
                .debit(AccountRef.debt(merchantId), cents - fromPending - fromAvailable)
                .credit(AccountRef.REFUND_CLEARING, cents));
    }

    public static List<JournalEntry> refundSucceeded(String part, String refund, long cents) {
        return entries(entry("refund_succeeded", part, refund)
                .debit(AccountRef.REFUND_CLEARING, cents)
                .credit(AccountRef.PSP, cents));
    }

    /**
     * A refund that the operator paid from its own bank because the provider would not: what the provider still holds for it becomes the
     * platform's (O16).
     */
    public static List<JournalEntry> refundSettled(String part, String refund, long cents) {
        return entries(entry("refund_settled", part, refund)
                .debit(AccountRef.REFUND_CLEARING, cents)
                .credit(AccountRef.PLATFORM_FEES, cents));
    }

    /**
     * A share that the operator paid to its merchant from its own bank because the provider would not transfer it: what the provider still
     * holds of it becomes the platform's (O16).
     */
    public static List<JournalEntry> sharePaidOutside(String part, String share, long merchantId, long cents) {
        return entries(entry("share_paid_outside", part, share)
                .debit(AccountRef.pending(merchantId), cents)
                .credit(AccountRef.PLATFORM_FEES, cents));
    }

    /**
     * The fee of a refunded share given back to its merchant (K6).
     *
     * @param released whether the part was already released: the fee then comes back as available, not as pending
     */
    public static List<JournalEntry> feeReturned(
            String part, String refund, long merchantId, long cents, boolean released) {
        return entries(entry("fee_returned", part, refund)
                .debit(AccountRef.PLATFORM_FEES, cents)
                .credit(moneyOf(merchantId, released), cents));
    }

    /**
     * What was paid for one part pays for another of the same merchant (K10): it stays pending, and each part's entries tell of it.
     *
     * @param cents after fees
     */
    public static List<JournalEntry> carried(String from, String to, String fact, long merchantId, long cents) {
        AccountRef pending = AccountRef.pending(merchantId);
        return entries(
                entry("carried_out", from, fact).debit(pending, cents).credit(AccountRef.REFUND_CLEARING, cents),
                entry("carried_in", to, fact)
                        .debit(AccountRef.REFUND_CLEARING, cents)
                        .credit(pending, cents));
    }

    private static AccountRef moneyOf(long merchantId, boolean released) {
        return released ? AccountRef.available(merchantId) : AccountRef.pending(merchantId);
    }

    private static JournalEntry.Builder entry(String event, String subject, String fact) {
        return JournalEntry.of(event, subject, event + ":" + fact);
    }

    private static List<JournalEntry> entries(JournalEntry.Builder... builders) {
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry.Builder builder : builders) {
            if (!builder.isEmpty()) {
                entries.add(builder.build());
            }
        }
        return List.copyOf(entries);
    }
}
