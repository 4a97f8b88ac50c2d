package fr.halle.outside.service;

import java.util.List;

/**
 * What of a new order belongs to the outside system of the desk that sold it.
 *
 * @param reference the order's number, EP-…
 * @param customer the customer's name
 * @param language fr or en
 * @param otherLines how many lines of the same order are of no catalogue: with any, "Traité" stays the secretary's to tick (K25)
 */
public record SalesToPush(
        long deskId,
        long requestId,
        String reference,
        String customer,
        String language,
        List<SaleToPush> lines,
        int otherLines) {

    public SalesToPush {
        lines = List.copyOf(lines);
    }
}
