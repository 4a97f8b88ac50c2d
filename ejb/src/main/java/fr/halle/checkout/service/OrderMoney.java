package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.ledger.model.JournalEntry;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.payment.model.FeeSettings;
import fr.halle.portal.model.Settings;
import fr.halle.shared.service.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Who gets what of the money that an order brings now: each part its share, the platform its fees (M61, K5), the commune its tourist
 * tax. A part that brings nothing now has no share.
 */
final class OrderMoney {

    private final String orderNumber;
    private final long paymentId;
    private final long portalId;
    private final Settings settings;
    private final Ids ids;
    private final List<Brought> brought = new ArrayList<>();

    OrderMoney(String orderNumber, long paymentId, long portalId, Settings settings, Ids ids) {
        this.orderNumber = orderNumber;
        this.paymentId = paymentId;
        this.portalId = portalId;
        this.settings = settings;
        this.ids = ids;
    }

    /** What a part brings now, in cents. */
    private record Brought(long merchantId, long partId, String partNumber, long grossCents, long taxCents) {}

    void part(Part part, long partId, String partNumber) {
        if (part.dueNowCents() == 0) {
            return;
        }
        long tax = part.lines().stream().mapToLong(OrderMoney::taxNow).sum();
        brought.add(new Brought(part.merchantId(), partId, partNumber, part.dueNowCents(), tax));
        // Shares of one payment are sorted by merchant, so that a cent that does not divide goes to the same one every
        // time.
        brought.sort(Comparator.comparing(Brought::merchantId).thenComparing(Brought::partId));
    }

    List<OrderRows.PaymentShare> shares() {
        long[] fees = fees();
        List<OrderRows.PaymentShare> shares = new ArrayList<>();
        for (int i = 0; i < fees.length; i++) {
            Brought part = brought.get(i);
            shares.add(new OrderRows.PaymentShare(
                    ids.next(),
                    paymentId,
                    part.partId(),
                    part.merchantId(),
                    part.grossCents(),
                    fees[i],
                    part.taxCents(),
                    FeeSettings.atPayout(settings),
                    UUID.randomUUID()));
        }
        return shares;
    }

    List<JournalEntry> entries() {
        long[] fees = fees();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < fees.length; i++) {
            shares.add(new Share(brought.get(i).merchantId(), brought.get(i).grossCents(), fees[i]));
        }
        List<JournalEntry> entries = new ArrayList<>(Postings.accepted(orderNumber, Long.toString(paymentId), shares));
        for (Brought part : brought) {
            entries.addAll(Postings.taxCollected(
                    part.partNumber(),
                    part.partNumber() + ":" + paymentId,
                    part.merchantId(),
                    portalId,
                    part.taxCents()));
        }
        return entries;
    }

    private long[] fees() {
        return FeeSettings.tariff(settings)
                .feesOf(brought.stream().mapToLong(Brought::grossCents).toArray());
    }

    private static long taxNow(Line line) {
        Balance balance = line.balance();
        return line.taxCents() - (balance == null ? 0 : balance.taxCents());
    }
}
