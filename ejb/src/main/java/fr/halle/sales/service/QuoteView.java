package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.shared.model.Rates;
import java.util.List;

/** A quote with its prestations in their order, and what those that are taken come to. */
public record QuoteView(QuoteHead head, List<QuoteLine> lines, QuoteTotals totals) {

    static QuoteView of(QuoteHead head, List<QuoteLine> lines) {
        return new QuoteView(
                head, lines, QuoteTotals.of(taken(lines), head.discountCents(), head.ask(), head.depositBp()));
    }

    static List<OrderDraft.Line> taken(List<QuoteLine> lines) {
        return lines.stream().filter(QuoteLine::taken).map(QuoteLine::line).toList();
    }

    /** What would be asked now if the whole, and if the deposit were asked: the page shows both. */
    public long depositCents() {
        return Rates.share(totals.totalCents(), head.depositBp());
    }
}
