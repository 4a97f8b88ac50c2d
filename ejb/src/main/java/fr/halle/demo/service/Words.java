package fr.halle.demo.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/** A text in both languages; in the files a pair, French first. */
record Words(String fr, String en) {

    static final Words NONE = new Words("", "");

    @JsonCreator
    static Words of(List<String> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("A text is a French and an English one, not " + pair);
        }
        return new Words(pair.get(0), pair.get(1));
    }
}
