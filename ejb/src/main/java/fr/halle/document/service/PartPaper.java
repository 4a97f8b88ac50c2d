package fr.halle.document.service;

import fr.halle.notification.service.Pieces;
import fr.halle.notification.service.Plain;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartLine;
import fr.halle.order.service.PartRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One part as XHTML: what the merchant's mail says (M06, M18), with prices, VAT and who sells. It tells nothing of the order's other parts. */
final class PartPaper {

    /** What no font can draw is shown as an empty box, before it is escaped. */
    static final Pieces PIECES =
            Pieces.read("/fr/halle/document/part.html", value -> Plain.escape(Glyphs.drawable(value)));

    private static final String RIGHT = "num";
    private static final String BETWEEN = " · ";

    private final DocumentWords words;
    private final PartDetail detail;
    private final PartRow part;
    private final Seller seller;
    private final String portal;
    private final Instant now;

    PartPaper(DocumentWords words, PartDetail detail, Seller seller, String portal, Instant now) {
        this.words = words;
        this.detail = detail;
        this.part = detail.part();
        this.seller = seller;
        this.portal = portal;
        this.now = now;
    }

    String xhtml() {
        String heading = words.say("heading", "number", part.number());
        return PIECES.fill(
                        "begin",
                        "language",
                        words.language(),
                        "title",
                        heading + " – " + detail.shop().name(),
                        "description",
                        words.say("description", "number", part.number(), "seller", seller.legalName()),
                        "number",
                        part.number(),
                        "portal",
                        portal,
                        "heading",
                        heading)
                + facts()
                + new PartPeople(words, detail, seller).columns()
                + lines()
                + sums()
                + vat()
                + balances()
                + PIECES.fill(
                        "end", "made", words.say("made", "moment", words.moment(now)), "note", words.say("noInvoice"));
    }

    private String facts() {
        String reason = detail.cancelReason().sentence(words.locale());
        return PIECES.fill(
                "facts",
                "rows",
                row("fact.order", detail.orderNumber())
                        + row("fact.placed", words.moment(part.placedAt()))
                        + row("fact.state", words.state(part.state().key()))
                        + (reason.isEmpty() ? "" : row("fact.reason", reason))
                        + row("fact.total", words.money(part.standingCents())));
    }

    private String row(String key, String value) {
        return PIECES.fill("row", "class", "", "label", words.say(key), "align", "", "value", value);
    }

    private String lines() {
        StringBuilder rows = new StringBuilder();
        for (PartLine line : part.lines()) {
            LineWords said = new LineWords(words, line);
            rows.append(PIECES.fill(
                    "line",
                    "name",
                    line.name(),
                    "details",
                    PIECES.fill("details", "text", String.join(BETWEEN, said.details())),
                    "unit",
                    words.money(line.unitCents()),
                    "quantity",
                    said.quantity(),
                    "vat",
                    words.formats().rate(line.vatBp()),
                    "total",
                    words.money(line.totalCents())));
        }
        return PIECES.fill(
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

    private String sums() {
        StringBuilder rows = new StringBuilder();
        sum(rows, "sum.lines", detail.linesCents(), "");
        sum(rows, "sum.shipping", part.shippingCents(), "");
        sum(rows, "sum.total", part.totalCents(), "strong");
        if (part.isReduced()) {
            sum(rows, "sum.cancelled", part.standingCents() - part.totalCents(), "");
            sum(rows, "sum.left", part.standingCents(), "strong");
        }
        sum(rows, "sum.paid", detail.paidCents(), "");
        if (detail.refundedCents() > 0) {
            sum(rows, "sum.refunded", detail.refundedCents(), "");
        }
        if (detail.dueCents() > 0) {
            sum(rows, "sum.due", detail.dueCents(), "strong");
        }
        return PIECES.fill("sums", "rows", rows.toString());
    }

    private void sum(StringBuilder rows, String key, long cents, String weight) {
        rows.append(PIECES.fill(
                "row", "class", weight, "label", words.say(key), "align", RIGHT, "value", words.money(cents)));
    }

    private String vat() {
        StringBuilder rows = new StringBuilder();
        for (VatLine line : VatLine.of(part.lines())) {
            rows.append(cells(
                    words.formats().rate(line.rate()),
                    words.money(line.grossCents() - line.vatCents()),
                    words.money(line.vatCents()),
                    words.money(line.grossCents())));
        }
        return grid("vat", rows, "vat.rate", "vat.net", "vat.tax", "vat.gross");
    }

    /** What is left to pay of a stay, and when (M21). */
    private String balances() {
        StringBuilder rows = new StringBuilder();
        for (PartDetail.Balance balance : detail.balances()) {
            rows.append(cells(
                    balance.line(),
                    words.formats().date(balance.dueOn()),
                    words.state(balance.state().key()),
                    words.money(balance.cents())));
        }
        return rows.isEmpty()
                ? ""
                : grid("balances", rows, "balance.line", "balance.due", "balance.state", "balance.amount");
    }

    private String grid(String title, CharSequence rows, String... keys) {
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < keys.length; i++) {
            heads.append(PIECES.fill("head", "align", i == 0 ? "" : RIGHT, "text", words.say(keys[i])));
        }
        return PIECES.fill("grid", "title", words.say(title), "heads", heads.toString(), "lines", rows.toString());
    }

    private static String cells(String... texts) {
        List<String> cells = new ArrayList<>();
        Arrays.stream(texts)
                .forEach(text -> cells.add(PIECES.fill("cell", "align", cells.isEmpty() ? "" : RIGHT, "text", text)));
        return PIECES.fill("cells", "cells", String.join("", cells));
    }
}
