package fr.halle.document.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.notification.service.Phones;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.shared.model.Vat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A quote as XHTML (S21): exactly what was frozen, with who sells each prestation, what is left to the customer's choice, and the VAT. */
final class QuotePaper {

    private static final String RIGHT = "num";
    private static final String BETWEEN = " · ";

    private final DocumentWords words;
    private final FrozenQuote quote;
    private final boolean draft;

    QuotePaper(DocumentWords words, FrozenQuote quote, boolean draft) {
        this.words = words;
        this.quote = quote;
        this.draft = draft;
    }

    String xhtml() {
        String no = Integer.toString(quote.no());
        String heading = words.say(draft ? "quote.draft" : "quote.heading", "number", no);
        return PartPaper.PIECES.fill(
                        "begin",
                        "language",
                        words.language(),
                        "title",
                        heading + " – " + quote.desk(),
                        "description",
                        words.say("quote.description", "number", no, "desk", quote.desk()),
                        "number",
                        heading,
                        "portal",
                        quote.portal(),
                        "heading",
                        heading)
                + facts()
                + people()
                + (quote.message().isBlank() ? "" : soft(quote.message()))
                + lines()
                + sums()
                + vat()
                + PartPaper.PIECES.fill(
                        "end",
                        "made",
                        words.say(
                                "quote.made",
                                "desk",
                                quote.desk(),
                                "portal",
                                quote.portal(),
                                "day",
                                words.fullDay(quote.sentOn()),
                                "until",
                                words.fullDay(quote.validUntil())),
                        "note",
                        words.say("quote.note"));
    }

    private String facts() {
        LocalDate from = quote.arrivesOn();
        LocalDate to = quote.leavesOn();
        String persons = persons(quote.adults(), quote.children());
        return PartPaper.PIECES.fill(
                "facts",
                "rows",
                (from == null || to == null
                                ? ""
                                : row("quote.fact.stay", words.formats().dates(from, to)))
                        + (persons.isEmpty() ? "" : row("quote.fact.persons", persons))
                        + row("quote.fact.sent", words.fullDay(quote.sentOn()))
                        + row("quote.fact.valid", words.fullDay(quote.validUntil()))
                        + row("quote.fact.total", words.money(quote.totals().totalCents())));
    }

    private String row(String key, String value) {
        return PartPaper.PIECES.fill("row", "class", "", "label", words.say(key), "align", "", "value", value);
    }

    private String people() {
        StringBuilder heads = new StringBuilder(head("customer"));
        StringBuilder cells = new StringBuilder(person(customer()));
        heads.append(head("seller"));
        StringBuilder sellers = new StringBuilder();
        quote.sellers().forEach(seller -> sellers.append(seller(seller)));
        cells.append(person(sellers.toString()));
        return PartPaper.PIECES.fill("columns", "heads", heads.toString(), "cells", cells.toString());
    }

    private String customer() {
        OrderDraft.Customer customer = quote.customer();
        String abroad = "FR".equals(customer.country()) ? "" : words.country(customer.country());
        return bold((customer.firstName() + " " + customer.lastName()).strip())
                + text(customer.email())
                + text(Phones.shown(customer.phone()))
                + text(customer.street())
                + text(customer.postcode() + " " + customer.city())
                + text(abroad);
    }

    private String seller(FrozenQuote.Seller seller) {
        return bold(seller.legalName())
                + (seller.siret().isBlank() ? "" : text(words.say("siret", "number", seller.siret())))
                + (seller.vatNumber().isBlank() ? "" : text(words.say("vatNumber", "number", seller.vatNumber())))
                + text(seller.email())
                + text(Phones.shown(seller.phone()));
    }

    private String lines() {
        StringBuilder rows = new StringBuilder();
        for (FrozenQuote.Line one : quote.lines()) {
            OrderDraft.Line line = one.line();
            rows.append(PartPaper.PIECES.fill(
                    "line",
                    "name",
                    line.name(),
                    "details",
                    PartPaper.PIECES.fill("details", "text", String.join(BETWEEN, details(one))),
                    "unit",
                    words.money(line.unitCents()),
                    "quantity",
                    line.byWeight()
                            ? words.formats().grams(line.quantity())
                            : words.formats().number(line.quantity()),
                    "vat",
                    words.formats().rate(line.vatBp()),
                    "total",
                    words.money(line.totalCents())));
        }
        return PartPaper.PIECES.fill(
                "lines",
                "title",
                words.say("lines"),
                "name",
                words.say("line.name"),
                "unit",
                words.say("line.unit"),
                "quantity",
                words.say("line.quantity"),
                "vat",
                words.say("line.vat"),
                "total",
                words.say("line.total"),
                "lines",
                rows.toString());
    }

    private List<String> details(FrozenQuote.Line one) {
        OrderDraft.Line line = one.line();
        List<String> said = new ArrayList<>();
        add(said, pick(one));
        add(said, line.variant());
        line.detail().values().forEach(value -> add(said, value));
        add(said, when(line));
        add(said, persons(line.adults(), line.children()));
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

    private String when(OrderDraft.Line line) {
        Instant starts = line.startsAt();
        if (starts != null) {
            Instant ends = line.endsAt();
            return ends == null ? words.moment(starts) : words.formats().slot(starts, ends);
        }
        LocalDate from = line.startsOn();
        LocalDate to = line.endsOn();
        return from == null ? "" : words.formats().dates(from, to == null ? from : to);
    }

    private String persons(@Nullable Integer adults, @Nullable Integer children) {
        List<String> counted = new ArrayList<>();
        add(counted, adults == null || adults == 0 ? "" : words.count("adult", adults));
        add(counted, children == null || children == 0 ? "" : words.count("child", children));
        return String.join(", ", counted);
    }

    private String sums() {
        StringBuilder rows = new StringBuilder();
        sum(rows, words.say("quote.sum.lines"), quote.totals().linesCents(), "");
        if (quote.totals().discountCents() > 0) {
            sum(
                    rows,
                    words.say("quote.sum.discount", "reason", quote.discountReason()),
                    -quote.totals().discountCents(),
                    "");
        }
        sum(rows, words.say("quote.sum.vat"), quote.totals().vatCents(), "");
        sum(rows, words.say("quote.sum.total"), quote.totals().totalCents(), "strong");
        sum(rows, words.say("quote.sum.dueNow"), quote.totals().dueNowCents(), "");
        LocalDate due = quote.balanceDueOn();
        if (due != null) {
            sum(
                    rows,
                    words.say("quote.sum.balance", "day", words.formats().date(due)),
                    quote.totals().balanceCents(),
                    "");
        }
        return PartPaper.PIECES.fill("sums", "rows", rows.toString());
    }

    private void sum(StringBuilder rows, String label, long cents, String weight) {
        rows.append(PartPaper.PIECES.fill(
                "row", "class", weight, "label", label, "align", RIGHT, "value", words.money(cents)));
    }

    /** Of what is counted, the discount taken off, each line rounded by itself as the total reckons it. */
    private String vat() {
        List<OrderDraft.Line> taken = quote.lines().stream()
                .filter(one -> one.taken() || one.pick() == LinePick.FIRM)
                .map(FrozenQuote.Line::line)
                .toList();
        long[] off = QuoteTotals.discounts(taken, quote.discountCents());
        Map<Integer, long[]> rates = new TreeMap<>();
        for (int i = 0; i < off.length; i++) {
            OrderDraft.Line line = taken.get(i);
            long gross = line.totalCents() - line.taxCents() - off[i];
            long[] sum = rates.computeIfAbsent(line.vatBp(), rate -> new long[2]);
            sum[0] += gross;
            sum[1] += Vat.includedIn(gross, line.vatBp());
        }
        StringBuilder rows = new StringBuilder();
        rates.forEach((rate, sum) -> rows.append(cells(
                words.formats().rate(rate), words.money(sum[0] - sum[1]), words.money(sum[1]), words.money(sum[0]))));
        StringBuilder heads = new StringBuilder();
        for (String key : List.of("vat.rate", "vat.net", "vat.tax", "vat.gross")) {
            heads.append(PartPaper.PIECES.fill("head", "align", heads.isEmpty() ? "" : RIGHT, "text", words.say(key)));
        }
        return PartPaper.PIECES.fill(
                "grid", "title", words.say("vat"), "heads", heads.toString(), "lines", rows.toString());
    }

    private static String cells(String... texts) {
        StringBuilder cells = new StringBuilder();
        for (String text : texts) {
            cells.append(PartPaper.PIECES.fill("cell", "align", cells.isEmpty() ? "" : RIGHT, "text", text));
        }
        return PartPaper.PIECES.fill("cells", "cells", cells.toString());
    }

    private String head(String key) {
        return PartPaper.PIECES.fill("head", "align", "", "text", words.say(key));
    }

    private static String person(String lines) {
        return PartPaper.PIECES.fill("person", "lines", lines);
    }

    private static String bold(String text) {
        return PartPaper.PIECES.fill("bold", "text", text);
    }

    private static String text(String text) {
        return text.isBlank() ? "" : PartPaper.PIECES.fill("text", "text", text.strip());
    }

    private static String soft(String text) {
        return PartPaper.PIECES.fill("soft", "text", text);
    }

    private static void add(List<String> said, String text) {
        if (!text.isBlank()) {
            said.add(text);
        }
    }
}
