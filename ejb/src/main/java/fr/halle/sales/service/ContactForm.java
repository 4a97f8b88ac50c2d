package fr.halle.sales.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contact form of one desk in one language (C18–C20).
 *
 * @param objects what a request may be about (C19); none: it is an information request
 * @param categories to state one of (C20); none where the desk has none, or works by mail (P22)
 * @param presetCategory what the page or the language makes it before anybody chooses (K26)
 */
public record ContactForm(
        SalesDesk desk,
        String language,
        List<Choice> objects,
        List<Choice> categories,
        @Nullable Long presetCategory) {

    /** One thing to choose. */
    public record Choice(long id, String label) {}

    boolean hasObject(long id) {
        return objects.stream().anyMatch(choice -> choice.id() == id);
    }

    boolean hasCategory(long id) {
        return categories.stream().anyMatch(choice -> choice.id() == id);
    }
}
