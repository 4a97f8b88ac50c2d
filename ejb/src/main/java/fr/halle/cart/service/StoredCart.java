package fr.halle.cart.service;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A cart as the database keeps it, or will once something is put in.
 *
 * @param version rises with every change, so that two changes at once do not undo each other
 * @param parts how each shop's part is collected, by shop, as far as it was chosen
 */
record StoredCart(
        UUID id,
        long portalId,
        String language,
        boolean ordered,
        int version,
        List<StoredLine> lines,
        Map<Long, Collection> parts) {

    /** The version before a cart's first: nothing of it is written yet. */
    static final int PROMISED = -1;

    static StoredCart promised(UUID id, long portalId, String language) {
        return new StoredCart(id, portalId, language, false, PROMISED, List.of(), Map.of());
    }

    /** @throws CartLineUnknown for a line of another cart */
    StoredCart without(long lineId) {
        if (lines.stream().noneMatch(line -> line.id() == lineId)) {
            throw new CartLineUnknown();
        }
        return next(lines.stream().filter(line -> line.id() != lineId).toList(), parts);
    }

    StoredCart next(List<StoredLine> nextLines, Map<Long, Collection> nextParts) {
        return new StoredCart(id, portalId, language, ordered, version + 1, nextLines, nextParts);
    }
}
