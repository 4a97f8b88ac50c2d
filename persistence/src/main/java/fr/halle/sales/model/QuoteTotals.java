package fr.halle.sales.model;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Rates;
import fr.halle.shared.model.Vat;
import java.util.List;

/**
 * What the taken prestations of a quote come to, in cents: {@code lines − discount = total = dueNow + balance}. The one place
 * where it is reckoned: for the desk, for the customer who picks options, and for the order that comes of it.
 *
 * @param discountCents what is really taken off: a tourist tax is the commune's and cannot be given away
 * @param vatCents within the total; the tourist tax bears none
 * @param taxCents tourist tax within the total
 * @param dueNowCents the deposit, or the whole (C26)
 */
public record QuoteTotals(
        long linesCents,
        long discountCents,
        long totalCents,
        long vatCents,
        long taxCents,
        long dueNowCents,
        long balanceCents) {

    public static final QuoteTotals NONE = new QuoteTotals(0, 0, 0, 0, 0, 0, 0);

    /**
     * @param discountCents as it was granted; no more is taken off than there is
     * @param depositBp basis points, obeyed where a deposit is asked
     * @throws ArithmeticException when a sum does not fit
     */
    public static QuoteTotals of(List<OrderDraft.Line> taken, long discountCents, QuoteAsk ask, int depositBp) {
        long lines = 0;
        long tax = 0;
        for (OrderDraft.Line line : taken) {
            lines = Math.addExact(lines, line.totalCents());
            tax = Math.addExact(tax, line.taxCents());
        }
        long[] off = discounts(taken, discountCents);
        long vat = 0;
        long discount = 0;
        for (int i = 0; i < off.length; i++) {
            OrderDraft.Line line = taken.get(i);
            discount += off[i];
            vat = Math.addExact(vat, Vat.includedIn(line.totalCents() - line.taxCents() - off[i], line.vatBp()));
        }
        long total = lines - discount;
        long dueNow = ask == QuoteAsk.WHOLE ? total : Rates.share(total, depositBp);
        return new QuoteTotals(lines, discount, total, vat, tax, dueNow, total - dueNow);
    }

    /** The discount shared among the lines by what each costs without its tourist tax, to the cent, in their order. */
    public static long[] discounts(List<OrderDraft.Line> taken, long discountCents) {
        long[] weights = taken.stream()
                .mapToLong(line -> line.totalCents() - line.taxCents())
                .toArray();
        long most = 0;
        for (long weight : weights) {
            most = Math.addExact(most, weight);
        }
        return Allocation.split(Math.min(discountCents, most), weights);
    }

    /** The most that can be taken off these lines. */
    public static long mostDiscount(List<OrderDraft.Line> taken) {
        return taken.stream()
                .mapToLong(line -> line.totalCents() - line.taxCents())
                .sum();
    }
}
