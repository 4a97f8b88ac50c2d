package fr.halle.document.service;

import fr.halle.notification.service.Phones;
import fr.halle.notification.service.Pieces;
import fr.halle.notification.service.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What all papers are made of: a head, tables, people side by side, sums, and the words at the end. */
final class Sheet {

    /** Beside the label of a sum that counts more than the others. */
    static final String STRONG = "strong";

    /** What no font can draw is shown as an empty box, before it is escaped. */
    private static final Pieces PIECES =
            Pieces.read("/fr/halle/document/part.html", value -> Plain.escape(Glyphs.drawable(value)));

    private static final String RIGHT = "num";
    private static final String BETWEEN = " · ";

    private final DocumentWords words;

    Sheet(DocumentWords words) {
        this.words = words;
    }

    /** @param running at the foot of every page */
    String begin(String portal, String heading, String from, String description, String running) {
        return PIECES.fill(
                "begin",
                "language",
                words.language(),
                "title",
                heading + " – " + from,
                "description",
                description,
                "number",
                running,
                "portal",
                portal,
                "heading",
                heading);
    }

    String end(String made, String note) {
        return PIECES.fill("end", "made", made, "note", note);
    }

    /** @param rows of {@link #fact} */
    String facts(String... rows) {
        return PIECES.fill("facts", "rows", String.join("", rows));
    }

    /** Nothing where there is nothing to say. */
    String fact(String key, String value) {
        return value.isEmpty() ? "" : row(words.say(key), value, "", "");
    }

    /** @param rows written by {@link #sum} */
    String sums(CharSequence rows) {
        return PIECES.fill("sums", "rows", rows.toString());
    }

    /** @param weight {@link #STRONG} or nothing */
    void sum(StringBuilder rows, String label, long cents, String weight) {
        rows.append(row(label, words.money(cents), RIGHT, weight));
    }

    private static String row(String label, String value, String align, String weight) {
        return PIECES.fill("row", "class", weight, "label", label, "align", align, "value", value);
    }

    /** @param headsAndCells the key of a head, what stands beneath it, the next head … */
    String columns(String... headsAndCells) {
        StringBuilder heads = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < headsAndCells.length; i += 2) {
            PIECES.put(heads, "head", "align", "", "text", words.say(headsAndCells[i]));
            PIECES.put(cells, "person", "lines", headsAndCells[i + 1]);
        }
        return PIECES.fill("columns", "heads", heads.toString(), "cells", cells.toString());
    }

    String reached(String name, String email, String phone) {
        return bold(name) + text(email) + text(Phones.shown(phone));
    }

    String lives(String street, String postcode, String city, String country) {
        return text(street) + text(postcode + " " + city) + text("FR".equals(country) ? "" : words.country(country));
    }

    /** Who sells, as the law wants it told. */
    String seller(String legalName, String siret, String vatNumber, String email, String phone) {
        return bold(legalName)
                + (siret.isBlank() ? "" : text(words.say("siret", "number", siret)))
                + (vatNumber.isBlank() ? "" : text(words.say("vatNumber", "number", vatNumber)))
                + text(email)
                + text(Phones.shown(phone));
    }

    /** @param rows of {@link #line} */
    String lines(CharSequence rows) {
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

    /** @param details what is said beneath its name */
    String line(String name, List<String> details, long unitCents, String quantity, int vatBp, long totalCents) {
        return PIECES.fill(
                "line",
                "name",
                name,
                "details",
                PIECES.fill("details", "text", String.join(BETWEEN, details)),
                "unit",
                words.money(unitCents),
                "quantity",
                quantity,
                "vat",
                words.formats().rate(vatBp),
                "total",
                words.money(totalCents));
    }

    String vat(List<VatLine> rates) {
        StringBuilder rows = new StringBuilder();
        for (VatLine line : rates) {
            rows.append(cells(
                    words.formats().rate(line.rate()),
                    words.money(line.grossCents() - line.vatCents()),
                    words.money(line.vatCents()),
                    words.money(line.grossCents())));
        }
        return grid("vat", rows, "vat.rate", "vat.net", "vat.tax", "vat.gross");
    }

    /** @param rows of {@link #cells} */
    String grid(String title, CharSequence rows, String... keys) {
        String heads = aligned("head", Arrays.stream(keys).map(words::say).toList());
        return PIECES.fill("grid", "title", words.say(title), "heads", heads, "lines", rows.toString());
    }

    static String cells(String... texts) {
        return PIECES.fill("cells", "cells", aligned("cell", List.of(texts)));
    }

    /** The first to the left, the others to the right. */
    private static String aligned(String piece, List<String> texts) {
        List<String> cells = new ArrayList<>();
        texts.forEach(text -> cells.add(PIECES.fill(piece, "align", cells.isEmpty() ? "" : RIGHT, "text", text)));
        return String.join("", cells);
    }

    static String bold(String text) {
        return PIECES.fill("bold", "text", text);
    }

    static String text(String text) {
        return text.isBlank() ? "" : PIECES.fill("text", "text", text.strip());
    }

    static String soft(String text) {
        return text.isBlank() ? "" : PIECES.fill("soft", "text", text);
    }
}
