package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A cart as the database keeps it.
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

    /** The line that is this choice already, whatever its quantity. */
    Optional<StoredLine> same(Choice choice, Map<String, String> detail) {
        return lines.stream().filter(line -> line.sameAs(choice, detail)).findFirst();
    }

    /** @throws CartLineUnknown for a line of another cart */
    StoredLine line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst().orElseThrow(CartLineUnknown::new);
    }
}
