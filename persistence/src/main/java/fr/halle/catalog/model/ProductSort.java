package fr.halle.catalog.model;

import java.util.Arrays;
import java.util.Optional;

/** In which order products are listed; every order has its word in an address. */
public enum ProductSort {
    /** A search's best first, else the merchants' own order. */
    OURS("relevance"),
    PRICE("price"),
    PRICE_DOWN("-price"),
    NAME("name");

    private final String word;

    ProductSort(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Empty for a word that is none of ours. */
    public static Optional<ProductSort> of(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word.equals(word)).findFirst();
    }
}
