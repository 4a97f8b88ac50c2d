package fr.halle.notification.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The pieces of HTML that letters and papers are put together from: one file, each piece after {@code <!-- piece: its name -->}. */
public final class Pieces {

    private static final String BEGIN = "<!-- piece: ";
    private static final String END = " -->\n";

    private final Map<String, Phrase> pieces = new HashMap<>();
    private final UnaryOperator<String> escape;

    private Pieces(String text, UnaryOperator<String> escape) {
        this.escape = escape;
        for (String part : text.split(BEGIN)) {
            int end = part.indexOf(END);
            if (end > 0) {
                pieces.put(part.substring(0, end), Phrase.ofHtml(part.substring(end + END.length())));
            }
        }
    }

    /**
     * @param resource packed with our classes, such as {@code /fr/halle/notification/letter.html}
     * @param escape of every value, but where a hole says that it takes HTML
     */
    public static Pieces read(String resource, UnaryOperator<String> escape) {
        try (InputStream file = Pieces.class.getResourceAsStream(resource)) {
            return new Pieces(
                    new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8), escape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param pairs name, value, name, value … */
    public String fill(String piece, String... pairs) {
        StringBuilder html = new StringBuilder();
        put(html, piece, pairs);
        return html.toString();
    }

    /** As {@link #fill}, after what is there. */
    public void put(StringBuilder html, String piece, String... pairs) {
        Objects.requireNonNull(pieces.get(piece), piece).fill(html, escape, pairs);
    }
}
