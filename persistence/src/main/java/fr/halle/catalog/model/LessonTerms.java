package fr.halle.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * How a group lesson goes, as kept in {@code product.terms}.
 *
 * @param lessonDays from the first lesson to the last, six where it is not said
 */
public record LessonTerms(@Nullable Integer lessonDays) {

    private static final int USUAL_DAYS = 6;

    public int days() {
        return lessonDays == null ? USUAL_DAYS : lessonDays;
    }
}
