package fr.halle.document.service;

import fr.halle.order.model.OrderLine;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartRow;
import java.time.Instant;

/** One part as XHTML: what the merchant's mail says (M06, M18), with prices, VAT and who sells. It tells nothing of the order's other parts. */
final class PartPaper {

    private final DocumentWords words;
    private final Sheet sheet;
    private final PartDetail detail;
    private final PartRow part;
    private final Seller seller;
    private final String portal;
    private final Instant now;

    PartPaper(DocumentWords words, PartDetail detail, Seller seller, String portal, Instant now) {
        this.words = words;
        sheet = new Sheet(words);
        this.detail = detail;
        this.part = detail.part();
        this.seller = seller;
        this.portal = portal;
        this.now = now;
    }

    String xhtml() {
        String number = part.number();
        return sheet.begin(
                        portal,
                        words.say("heading", "number", number),
                        detail.shop().name(),
                        words.say("description", "number", number, "seller", seller.legalName()),
                        number)
                + facts()
                + new PartPeople(words, sheet, detail, seller).columns()
                + lines()
                + sums()
                + sheet.vat(VatLine.together(part.lines().stream()
                        .map(line -> VatLine.of(line.vatBp(), line.totalCents() - line.taxCents()))))
                + balances()
                + sheet.end(words.say("made", "moment", words.moment(now)), words.say("noInvoice"));
    }

    private String facts() {
        return sheet.facts(
                sheet.fact("fact.order", detail.orderNumber()),
                sheet.fact("fact.placed", words.moment(part.placedAt())),
                sheet.fact("fact.state", words.state(part.state().key())),
                sheet.fact("fact.reason", detail.cancelReason().sentence(words.locale())),
                sheet.fact("fact.total", words.money(part.standingCents())));
    }

    private String lines() {
        StringBuilder rows = new StringBuilder();
        for (OrderLine line : part.lines()) {
            rows.append(sheet.line(
                    line.name(),
                    new LineWords(words, line).details(),
                    line.unitCents(),
                    words.quantity(line.quantity(), line.byWeight()),
                    line.vatBp(),
                    line.totalCents()));
        }
        return sheet.lines(rows);
    }

    private String sums() {
        StringBuilder rows = new StringBuilder();
        sum(rows, "sum.lines", detail.linesCents(), "");
        sum(rows, "sum.shipping", part.shippingCents(), "");
        sum(rows, "sum.total", part.totalCents(), Sheet.STRONG);
        if (part.isReduced()) {
            sum(rows, "sum.cancelled", part.standingCents() - part.totalCents(), "");
            sum(rows, "sum.left", part.standingCents(), Sheet.STRONG);
        }
        sum(rows, "sum.paid", detail.paidCents(), "");
        if (detail.refundedCents() > 0) {
            sum(rows, "sum.refunded", detail.refundedCents(), "");
        }
        if (detail.dueCents() > 0) {
            sum(rows, "sum.due", detail.dueCents(), Sheet.STRONG);
        }
        return sheet.sums(rows);
    }

    private void sum(StringBuilder rows, String key, long cents, String weight) {
        sheet.sum(rows, words.say(key), cents, weight);
    }

    /** What is left to pay of a stay, and when (M21). */
    private String balances() {
        StringBuilder rows = new StringBuilder();
        for (PartDetail.Balance balance : detail.balances()) {
            rows.append(Sheet.cells(
                    balance.line(),
                    words.formats().date(balance.dueOn()),
                    words.state(balance.state().key()),
                    words.money(balance.cents())));
        }
        return rows.isEmpty()
                ? ""
                : sheet.grid("balances", rows, "balance.line", "balance.due", "balance.state", "balance.amount");
    }
}
