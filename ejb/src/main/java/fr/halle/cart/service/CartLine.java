package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket with today's price.
 *
 * @param refusal why it cannot be had any more, null where it can; such a line counts in no total
 */
public record CartLine(
        long id,
        Choice choice,
        Map<String, String> detail,
        Priced priced,
        @Nullable ChoiceRefused refusal) {

    public boolean isAvailable() {
        return refusal == null;
    }

    public long quantity() {
        return choice.quantity();
    }

    public long totalCents() {
        return isAvailable() ? priced.totalCents() : 0;
    }

    public long dueNowCents() {
        return isAvailable() ? priced.dueNowCents() : 0;
    }
}
