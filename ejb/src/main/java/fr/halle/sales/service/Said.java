package fr.halle.sales.service;

import java.util.List;

/**
 * What somebody of the desk sends.
 *
 * @param seen the newest message that the page showed when it was written
 */
public record Said(String text, List<NewFile> files, long seen) {

    public Said {
        files = List.copyOf(files);
    }
}
