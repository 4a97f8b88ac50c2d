package fr.halle.order.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody does something that needs a reason: one of the list, words of his own, or both (M40).
 *
 * @param reason null where it was said in words alone, as the system does, or before there was a list
 */
public record Why(@Nullable CancelReason reason, String words) {

    private static final int LONGEST = 500;

    /** Words are kept stripped and cut to what their column shows. */
    public Why {
        String said = words.strip();
        words = said.substring(0, Math.min(said.length(), LONGEST));
    }

    public static Why said(@Nullable String words) {
        return new Why(null, words == null ? "" : words);
    }

    /** Whether it says nothing: « autre » without a word does not either. */
    public boolean isEmpty() {
        return words.isEmpty() && (reason == null || reason == CancelReason.OTHER);
    }

    /** Null where nothing was said, as the columns have it. */
    public @Nullable String wordsOrNull() {
        return words.isEmpty() ? null : words;
    }

    /** « Produit indisponible. La criée était fermée », the first of it in the reader's language. */
    public String sentence(Locale language) {
        if (reason == null || reason == CancelReason.OTHER) {
            return words;
        }
        String label = reason.label(language);
        return words.isEmpty() ? label : label + ". " + words;
    }
}
