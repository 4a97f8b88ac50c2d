package fr.halle.document.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.QuoteTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A quote as XHTML (S21): exactly what was frozen, with who sells each prestation, what is left to the customer's choice, and the VAT. */
final class QuotePaper {

    private final DocumentWords words;
    private final Sheet sheet;
    private final FrozenQuote quote;
    private final boolean draft;

    QuotePaper(DocumentWords words, FrozenQuote quote, boolean draft) {
        this.words = words;
        sheet = new Sheet(words);
        this.quote = quote;
        this.draft = draft;
    }

    String xhtml() {
        String no = Integer.toString(quote.no());
        String heading = words.say(draft ? "quote.draft" : "quote.heading", "number", no);
        return sheet.begin(
                        quote.portal(),
                        heading,
                        quote.desk(),
                        words.say("quote.description", "number", no, "desk", quote.desk()),
                        heading)
                + facts()
                + sheet.columns("customer", customer(), "seller", sellers())
                + Sheet.soft(quote.message())
                + lines()
                + sums()
                + sheet.vat(vat())
                + sheet.end(made(), words.say("quote.note"));
    }

    private String facts() {
        LocalDate from = quote.arrivesOn();
        LocalDate to = quote.leavesOn();
        return sheet.facts(
                sheet.fact(
                        "quote.fact.stay",
                        from == null || to == null ? "" : words.formats().dates(from, to)),
                sheet.fact("quote.fact.persons", words.persons(quote.adults(), quote.children())),
                sheet.fact("quote.fact.sent", words.fullDay(quote.sentOn())),
                sheet.fact("quote.fact.valid", words.fullDay(quote.validUntil())),
                sheet.fact("quote.fact.total", words.money(quote.totals().totalCents())));
    }

    private String customer() {
        OrderDraft.Customer customer = quote.customer();
        return sheet.reached(customer.fullName(), customer.email(), customer.phone())
                + sheet.lives(customer.street(), customer.postcode(), customer.city(), customer.country());
    }

    private String sellers() {
        return quote.sellers().stream()
                .map(one -> sheet.seller(one.legalName(), one.siret(), one.vatNumber(), one.email(), one.phone()))
                .collect(Collectors.joining());
    }

    private String lines() {
        StringBuilder rows = new StringBuilder();
        for (FrozenQuote.Line one : quote.lines()) {
            OrderDraft.Line line = one.line();
            rows.append(sheet.line(
                    line.name(),
                    details(one),
                    line.unitCents(),
                    words.quantity(line.quantity(), line.byWeight()),
                    line.vatBp(),
                    line.totalCents()));
        }
        return sheet.lines(rows);
    }

    private List<String> details(FrozenQuote.Line one) {
        OrderDraft.Line line = one.line();
        List<String> said = new ArrayList<>();
        add(said, pick(one));
        add(said, line.variant());
        add(said, words.formats().participant(line.detail()));
        add(said, words.when(line.startsAt(), line.endsAt(), line.startsOn(), line.endsOn()));
        add(said, words.persons(line.adults(), line.children()));
        String size = line.size();
        add(said, size == null ? "" : words.say("line.size", "size", size));
        add(said, line.taxCents() == 0 ? "" : words.say("line.tax", "amount", words.money(line.taxCents())));
        add(said, words.say("line.soldBy", "family", line.family(), "seller", line.seller()));
        return said;
    }

    private String pick(FrozenQuote.Line one) {
        String taken = one.taken() ? "Taken" : "";
        Integer alternative = one.alternative();
        return switch (one.pick()) {
            case FIRM -> "";
            case OPTION -> words.say("quote.line.option" + taken);
            case ALTERNATIVE -> words.say("quote.line.alternative" + taken, "n", String.valueOf(alternative));
        };
    }

    private String sums() {
        StringBuilder rows = new StringBuilder();
        sheet.sum(rows, words.say("quote.sum.lines"), quote.totals().linesCents(), "");
        if (quote.totals().discountCents() > 0) {
            sheet.sum(
                    rows,
                    words.say("quote.sum.discount", "reason", quote.discountReason()),
                    -quote.totals().discountCents(),
                    "");
        }
        sheet.sum(rows, words.say("quote.sum.vat"), quote.totals().vatCents(), "");
        sheet.sum(rows, words.say("quote.sum.total"), quote.totals().totalCents(), Sheet.STRONG);
        sheet.sum(rows, words.say("quote.sum.dueNow"), quote.totals().dueNowCents(), "");
        LocalDate due = quote.balanceDueOn();
        if (due != null) {
            sheet.sum(
                    rows,
                    words.say("quote.sum.balance", "day", words.formats().date(due)),
                    quote.totals().balanceCents(),
                    "");
        }
        return sheet.sums(rows);
    }

    /** Of what is counted, the discount taken off, each line rounded by itself as the total reckons it. */
    private List<VatLine> vat() {
        List<OrderDraft.Line> taken = quote.lines().stream()
                .filter(one -> one.taken() || one.pick() == LinePick.FIRM)
                .map(FrozenQuote.Line::line)
                .toList();
        long[] off = QuoteTotals.discounts(taken, quote.discountCents());
        return VatLine.together(IntStream.range(0, off.length).mapToObj(i -> {
            OrderDraft.Line line = taken.get(i);
            return VatLine.of(line.vatBp(), line.totalCents() - line.taxCents() - off[i]);
        }));
    }

    private String made() {
        return words.say(
                "quote.made",
                "desk",
                quote.desk(),
                "portal",
                quote.portal(),
                "day",
                words.fullDay(quote.sentOn()),
                "until",
                words.fullDay(quote.validUntil()));
    }

    private static void add(List<String> said, String text) {
        if (!text.isBlank()) {
            said.add(text);
        }
    }
}
