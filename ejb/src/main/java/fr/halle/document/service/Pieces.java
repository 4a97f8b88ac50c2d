package fr.halle.document.service;

import fr.halle.notification.service.Phrase;
import fr.halle.notification.service.Plain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The pieces of a paper's XHTML, as letters have theirs. Every value is drawable and escaped, but where a hole says it takes markup. */
final class Pieces {

    static final Pieces OF_PART = read("part.html");

    private static final String BEGIN = "<!-- piece: ";
    private static final String END = " -->\n";

    private final Map<String, Phrase> pieces = new HashMap<>();

    private Pieces(String text) {
        for (String part : text.split(BEGIN)) {
            int end = part.indexOf(END);
            if (end > 0) {
                pieces.put(part.substring(0, end), Phrase.ofHtml(part.substring(end + END.length())));
            }
        }
    }

    /** @param pairs name, value, name, value … */
    String fill(String piece, String... pairs) {
        StringBuilder html = new StringBuilder();
        Objects.requireNonNull(pieces.get(piece), piece)
                .fill(html, value -> Plain.escape(Glyphs.drawable(value)), pairs);
        return html.toString();
    }

    private static Pieces read(String name) {
        try (InputStream file = Pieces.class.getResourceAsStream("/fr/halle/document/" + name)) {
            return new Pieces(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
