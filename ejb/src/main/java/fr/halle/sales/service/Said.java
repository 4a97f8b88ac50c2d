package fr.halle.sales.service;

import java.util.List;

/**
 * What somebody of the desk sends.
 *
 * @param seen how many messages the page showed when it was written: ids of several nodes do not rise together
 */
public record Said(String text, List<NewFile> files, int seen) {

    public Said {
        files = List.copyOf(files);
    }
}
