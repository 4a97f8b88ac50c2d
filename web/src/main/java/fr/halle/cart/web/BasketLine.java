package fr.halle.cart.web;

import org.jspecify.annotations.Nullable;

/**
 * A line of the basket, in words.
 *
 * @param counted whether its number can be changed here: one stay or one insurance cannot
 * @param quantity pieces or persons, grams where it is sold by weight; less and more are what the buttons ask for
 * @param refusal why it cannot be had, or why the last change was refused; null otherwise
 */
public record BasketLine(
        long id,
        String slug,
        String name,
        String picture,
        String details,
        String total,
        boolean counted,
        long quantity,
        long less,
        long more,
        String lessLabel,
        String moreLabel,
        String quantityLabel,
        @Nullable String refusal) {

    /** What describes the quantity's field while it is wrong. */
    public String errorId() {
        return "line-" + id + "-error";
    }
}
