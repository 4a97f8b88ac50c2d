package fr.halle.shared.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as a search compares them, and what hides between them. */
public final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029&&[^\\u200d]]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\n\\r\\t]");

    private Texts() {}

    /**
     * Whether a line holds what a reader would not see: control characters, which would forge a mail's headers; marks that turn
     * the reading direction, which make a name read as another; half of a character. The joiner within emoji is no trick.
     */
    public static boolean hides(String line) {
        return HIDDEN.matcher(line).find();
    }

    /** The same for several lines. */
    public static boolean hidesInLines(String text) {
        return hides(LINE_BREAKS.matcher(text).replaceAll(" "));
    }

    /**
     * Folds case, accents, ligatures, typographic apostrophes and spaces: {@code "  Œufs  d’Été "} is {@code "oeufs d'ete"}. Two
     * texts that a customer would call the same fold alike (M11).
     */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace('’', '\'')
                .replace('‘', '\'');
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }
}
