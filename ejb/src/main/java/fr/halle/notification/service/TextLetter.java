package fr.halle.notification.service;

/** Writes a letter as plain text, for whoever reads no HTML: the same words, in the same order. */
final class TextLetter {

    private static final String BREAK = "\n";
    private static final String GAP = "\n\n";
    private static final String RULE = "-- \n";
    private static final String FRENCH_COLON = "\u00a0: ";

    private TextLetter() {}

    static String write(Letter letter) {
        String colon = "fr".equals(letter.language()) ? FRENCH_COLON : ": ";
        StringBuilder out = new StringBuilder(1024);
        out.append(letter.brand().name()).append(GAP);
        Letter.Progress progress = letter.progress();
        if (progress != null) {
            for (int i = 0; i < progress.steps().size(); i++) {
                out.append(i < progress.now() ? "[x] " : i == progress.now() ? "[>] " : "[ ] ")
                        .append(progress.steps().get(i))
                        .append(BREAK);
            }
            out.append(BREAK);
        }
        out.append(letter.title()).append(GAP);
        letter.blocks().forEach(block -> block(out, block, colon));
        Letter.Link button = letter.button();
        if (button != null) {
            link(out, button, colon);
            out.append(BREAK);
        }
        out.append(RULE).append(letter.footer().speaker()).append(BREAK);
        if (!letter.footer().answer().isEmpty()) {
            out.append(letter.footer().answer()).append(BREAK);
        }
        out.append(letter.footer().operator()).append(BREAK);
        letter.footer().links().forEach(link -> link(out, link, colon));
        return out.toString();
    }

    private static void block(StringBuilder out, Letter.Block block, String colon) {
        if (block instanceof Letter.Paragraph paragraph) {
            out.append(plain(paragraph.text())).append(GAP);
        } else if (block instanceof Letter.Table table) {
            for (Letter.Line line : table.lines()) {
                out.append(plain(line.label()));
                if (!line.small().isEmpty()) {
                    out.append(" (").append(line.small()).append(')');
                }
                if (!line.value().isEmpty()) {
                    out.append(colon).append(plain(line.value()));
                }
                out.append(BREAK);
            }
            out.append(BREAK);
        } else if (block instanceof Letter.Code code) {
            out.append(code.say()).append(BREAK).append(code.code()).append(GAP);
        } else if (block instanceof Letter.Steps next) {
            out.append(next.title()).append(BREAK);
            for (int i = 0; i < next.steps().size(); i++) {
                out.append(i + 1)
                        .append(". ")
                        .append(plain(next.steps().get(i)))
                        .append(BREAK);
            }
            out.append(BREAK);
        }
    }

    private static void link(StringBuilder out, Letter.Link link, String colon) {
        out.append(link.words()).append(colon).append(link.address()).append(BREAK);
    }

    private static String plain(String text) {
        return text.indexOf(Phrase.BOLD) < 0 ? text : text.replace(String.valueOf(Phrase.BOLD), "");
    }
}
