package fr.halle.shared.web;

import java.util.function.UnaryOperator;

/**
 * The head of a column by which a list can be sorted: a link that sorts by it, or turns its order round.
 *
 * @param aria as {@code aria-sort} has it
 */
public record SortHead(String href, String aria) {

    /**
     * @param word the column's word in an address; with a minus before it the order falls
     * @param now the word of the list's order
     * @param fallsFirst whether the first click shows the greatest first
     * @param address of the list in another order, by its word
     */
    public static SortHead of(String word, String now, boolean fallsFirst, UnaryOperator<String> address) {
        String falling = "-" + word;
        if (now.equals(word)) {
            return new SortHead(address.apply(falling), "ascending");
        }
        return now.equals(falling)
                ? new SortHead(address.apply(word), "descending")
                : new SortHead(address.apply(fallsFirst ? falling : word), "none");
    }
}
