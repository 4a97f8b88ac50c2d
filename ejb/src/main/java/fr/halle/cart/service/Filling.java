package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.service.Pricing.Sold;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** What becomes of a cart when choices are put in, before anything is priced or written: the same choice twice is one line. */
final class Filling {

    private final StoredCart cart;
    private final LongSupplier ids;
    private final Map<Long, StoredLine> lines = new LinkedHashMap<>();
    private final Set<Long> added = new LinkedHashSet<>();
    private final Set<Long> more = new LinkedHashSet<>();

    Filling(StoredCart cart, LongSupplier ids) {
        this.cart = cart;
        this.ids = ids;
        cart.lines().forEach(line -> lines.put(line.id(), line));
    }

    /**
     * @return the id of the line it is in
     * @throws CartFull at the hundred-and-first line
     */
    long put(Wish wish, Sold sold) {
        Choice asked = AskedOfKind.of(sold.kind(), wish.choice());
        for (StoredLine line : lines.values()) {
            if (line.sameAs(asked, wish.detail())) {
                if (!AskedOfKind.isOnce(sold.kind())) {
                    requantify(line.id(), together(line.choice().quantity(), asked.quantity()));
                }
                return line.id();
            }
        }
        if (lines.size() >= Carts.MOST_LINES) {
            throw new CartFull(Carts.MOST_LINES);
        }
        long id = ids.getAsLong();
        lines.put(id, new StoredLine(id, sold.shopId(), asked, wish.detail()));
        added.add(id);
        return id;
    }

    /** @throws CartLineUnknown for a line of another cart */
    void requantify(long lineId, long quantity) {
        StoredLine line = line(lineId);
        lines.put(lineId, line.ofQuantity(quantity));
        if (!added.contains(lineId)) {
            more.add(lineId);
        }
    }

    StoredLine line(long id) {
        StoredLine line = lines.get(id);
        if (line == null) {
            throw new CartLineUnknown();
        }
        return line;
    }

    boolean sells(long shopId) {
        return lines.values().stream().anyMatch(line -> line.shopId() == shopId);
    }

    StoredCart before() {
        return cart;
    }

    /** @param parts how shops' parts are collected from now on; the others as before */
    StoredCart after(Map<Long, Collection> parts) {
        Map<Long, Collection> all = new HashMap<>(cart.parts());
        all.putAll(parts);
        return cart.next(List.copyOf(lines.values()), all);
    }

    /** Lines that were not there before. */
    List<StoredLine> added() {
        return added.stream().map(this::line).toList();
    }

    /** Lines of which there are more or fewer than before. */
    List<StoredLine> requantified() {
        return more.stream().map(this::line).toList();
    }

    /** Lines that stay as they are beside these. */
    List<StoredLine> others(Set<Long> these) {
        return lines.values().stream()
                .filter(line -> !these.contains(line.id()))
                .toList();
    }

    private static long together(long quantity, long more) {
        try {
            return Math.addExact(quantity, more);
        } catch (ArithmeticException e) {
            throw new ChoiceRefused("quantity", Reason.PIECES_RANGE, quantity);
        }
    }
}
