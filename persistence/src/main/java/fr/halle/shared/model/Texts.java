package fr.halle.shared.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as a search compares them. */
public final class Texts {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Texts() {}

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
