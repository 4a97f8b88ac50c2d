package fr.halle.notification.service;

import java.util.List;

/**
 * Writes a letter as HTML that mail programs understand: tables and inline styles, from the pieces of {@code letter.html}. Every
 * value is escaped; a piece that takes HTML says so in its hole.
 */
final class HtmlLetter {

    private static final Pieces PIECES = Pieces.read("/fr/halle/notification/letter.html", Plain::escape);
    private static final String INK = "#1c1e24";
    private static final String SOFT_INK = "#565b67";
    private static final String LINE = "#e2e3e8";
    private static final String BREAK = "<br>";
    private static final String SEPARATOR = " · ";
    /** An amount or a number is not broken; a sentence or a mail address may be. */
    private static final int LONGEST_WHOLE = 17;

    /** Nothing to see, and long: without it an inbox shows the letter's first words behind the preview. */
    private static final String AFTER_PREVIEW = "\u034f\u200c\u00a0".repeat(30);

    private static final int USUAL_LENGTH = 8192;

    private final Letter letter;
    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    private HtmlLetter(Letter letter) {
        this.letter = letter;
    }

    static String write(Letter letter) {
        return new HtmlLetter(letter).write();
    }

    private String write() {
        Letter.Brand brand = letter.brand();
        put(
                "begin",
                "language",
                letter.language(),
                "subject",
                letter.subject(),
                "preview",
                letter.preview() + AFTER_PREVIEW,
                "home",
                brand.home(),
                "logo",
                brand.logo(),
                "name",
                brand.name());
        Letter.Progress progress = letter.progress();
        if (progress != null) {
            put("progress", "steps", steps(progress));
        }
        put("title", "title", letter.title());
        Letter.Picture picture = letter.picture();
        if (picture != null) {
            put("picture", "address", picture.address(), "alternative", picture.alternative());
        }
        letter.blocks().forEach(this::block);
        Letter.Link button = letter.button();
        if (button != null) {
            put("button", "address", button.address(), "accent", brand.accent(), "words", button.words());
        }
        Letter.Footer footer = letter.footer();
        put(
                "end",
                "speaker",
                footer.speaker(),
                "answer",
                footer.answer().isEmpty() ? "" : BREAK + Plain.escape(footer.answer()),
                "operator",
                broken(Plain.escape(footer.operator())),
                "links",
                links(footer));
        return out.toString();
    }

    private void block(Letter.Block block) {
        if (block instanceof Letter.Paragraph paragraph) {
            put("paragraph", "text", bold(paragraph.text()));
        } else if (block instanceof Letter.Table table) {
            StringBuilder lines = new StringBuilder();
            table.lines().forEach(line -> line(lines, line));
            put("table", "lines", lines.toString());
        } else if (block instanceof Letter.Steps next) {
            put("next", "title", next.title(), "steps", numbered(next.steps()));
        } else if (block instanceof Letter.Code code) {
            put("code", "say", code.say(), "code", code.code(), "picture", codePicture(code));
        }
    }

    private static String codePicture(Letter.Code code) {
        return code.picture().isEmpty()
                ? ""
                : PIECES.fill("code-picture", "address", code.picture(), "alternative", code.alternative());
    }

    private String numbered(List<String> texts) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            PIECES.put(
                    html,
                    "next-step",
                    "accent",
                    letter.brand().accent(),
                    "number",
                    Integer.toString(i + 1),
                    "text",
                    bold(texts.get(i)));
        }
        return html.toString();
    }

    private static void line(StringBuilder lines, Letter.Line line) {
        String label = bold(line.label());
        String small = line.small().isEmpty() ? "" : PIECES.fill("small", "words", line.small());
        PIECES.put(
                lines,
                "line",
                "label",
                label + small,
                "value",
                bold(line.value()),
                "ink",
                line.weight() == Letter.Weight.SOFT ? SOFT_INK : INK,
                "labelWeight",
                line.weight() == Letter.Weight.BOLD ? "700" : "400",
                "weight",
                line.weight() == Letter.Weight.BOLD ? "700" : "500",
                "wrap",
                line.value().length() > LONGEST_WHOLE ? "overflow-wrap:anywhere" : "white-space:nowrap");
    }

    private String steps(Letter.Progress progress) {
        StringBuilder steps = new StringBuilder();
        String width = Integer.toString(100 / progress.steps().size());
        for (int i = 0; i < progress.steps().size(); i++) {
            boolean reached = i <= progress.now();
            boolean now = i == progress.now();
            PIECES.put(
                    steps,
                    "step",
                    "class",
                    now ? "pn" : "pl",
                    "width",
                    width,
                    "line",
                    reached ? letter.brand().accent() : LINE,
                    "ink",
                    reached ? INK : SOFT_INK,
                    "weight",
                    now ? "700" : "400",
                    "words",
                    progress.steps().get(i));
        }
        return steps.toString();
    }

    private static String links(Letter.Footer footer) {
        StringBuilder links = new StringBuilder();
        for (Letter.Link link : footer.links()) {
            links.append(links.isEmpty() ? "" : SEPARATOR);
            PIECES.put(links, "link", "address", link.address(), "words", link.words());
        }
        return links.toString();
    }

    /** Lines of what somebody worded. */
    private static String broken(String escaped) {
        return escaped.indexOf('\n') < 0 ? escaped : escaped.replace("\n", BREAK);
    }

    private static String bold(String text) {
        String escaped = broken(Plain.escape(text));
        if (escaped.indexOf(Phrase.BOLD) < 0) {
            return escaped;
        }
        StringBuilder html = new StringBuilder(escaped.length() + 16);
        boolean on = false;
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == Phrase.BOLD) {
                on = !on;
                html.append(on ? "<b>" : "</b>");
            } else {
                html.append(c);
            }
        }
        return html.toString();
    }

    private void put(String piece, String... pairs) {
        PIECES.put(out, piece, pairs);
    }
}
