package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import java.util.Map;

/** A line as the database keeps it: what was chosen, never what it costs. */
record StoredLine(long id, long shopId, Choice choice, Map<String, String> detail) {

    /** Whether it is the same choice but for how many: such lines are one. */
    boolean sameAs(Choice other, Map<String, String> otherDetail) {
        return detail.equals(otherDetail) && withQuantity(other.quantity()).equals(other);
    }

    Choice withQuantity(long quantity) {
        return new Choice(
                choice.productId(),
                choice.variantId(),
                quantity,
                choice.startsOn(),
                choice.endsOn(),
                choice.startsAt(),
                choice.size(),
                choice.adults(),
                choice.children());
    }

    StoredLine ofQuantity(long quantity) {
        return new StoredLine(id, shopId, withQuantity(quantity), detail);
    }
}
