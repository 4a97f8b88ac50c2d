package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    StoredCart with(StoredLine line) {
        List<StoredLine> all = new ArrayList<>(lines);
        all.add(line);
        return next(all, parts);
    }

    /** @param change of one line; null takes it out */
    StoredCart changed(long lineId, UnaryOperator<@Nullable StoredLine> change) {
        List<StoredLine> all = new ArrayList<>();
        for (StoredLine line : lines) {
            StoredLine now = line.id() == lineId ? change.apply(line) : line;
            if (now != null) {
                all.add(now);
            }
        }
        return next(all, parts);
    }

    StoredCart collected(long shopId, Collection how) {
        Map<Long, Collection> all = new HashMap<>(parts);
        all.put(shopId, how);
        return next(lines, all);
    }

    private StoredCart next(List<StoredLine> nextLines, Map<Long, Collection> nextParts) {
        return new StoredCart(id, portalId, language, ordered, version + 1, nextLines, nextParts);
    }
}
