package fr.halle.notification.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text with {{holes}}, taken apart once: filling it is a few appends. It has no logic. A hole that nothing fills is a mistake of
 * ours and throws, so no mail ever says "Bonjour {{name}}".
 */
public final class Phrase {

    /** Switches bold on and off, where a bundle writes a star. No value can hold it: values are cleaned. */
    static final char BOLD = '\u0001';

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Ends the name of a hole whose value is HTML already. */
    private static final char RAW = '!';

    private final List<String> literals = new ArrayList<>();
    private final List<String> holes = new ArrayList<>();

    private Phrase(String text) {
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                throw new IllegalArgumentException("A hole that is not closed: " + text);
            }
            literals.add(text.substring(from, open));
            holes.add(text.substring(open + OPEN.length(), close));
            from = close + CLOSE.length();
        }
        literals.add(text.substring(from));
    }

    public static Phrase ofWords(String text) {
        return new Phrase(text.replace('*', BOLD));
    }

    static Phrase ofHtml(String text) {
        return new Phrase(text);
    }

    /** @param pairs name, value, name, value … */
    public String fill(String... pairs) {
        StringBuilder out = new StringBuilder();
        fill(out, UnaryOperator.identity(), pairs);
        return out.toString();
    }

    void fill(StringBuilder out, UnaryOperator<String> escape, String... pairs) {
        for (int i = 0; i < holes.size(); i++) {
            out.append(literals.get(i));
            String hole = holes.get(i);
            boolean raw = hole.charAt(hole.length() - 1) == RAW;
            String value = value(raw ? hole.substring(0, hole.length() - 1) : hole, pairs);
            out.append(raw ? value : escape.apply(value));
        }
        out.append(literals.get(holes.size()));
    }

    private static String value(String hole, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(hole)) {
                return pairs[i + 1];
            }
        }
        throw new IllegalArgumentException("Nothing fills " + OPEN + hole + CLOSE);
    }
}
