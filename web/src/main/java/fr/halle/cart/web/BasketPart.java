package fr.halle.cart.web;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's part of the basket in words.
 *
 * @param week the slots to choose from; null where none are to be chosen now
 * @param chosen how it will be collected, in a sentence; null where that is still open
 * @param choosing whether it is this part's turn to be chosen for
 */
public record BasketPart(
        CartPart part,
        List<Line> lines,
        @Nullable SlotWeek week,
        @Nullable String chosen,
        boolean choosing,
        String leadTime,
        List<Problem> problems) {

    /** @param counted whether there can be more or fewer of it: not of a stay, not of an insurance */
    public record Line(
            CartLine line,
            String details,
            boolean counted,
            @Nullable String problem,
            String fewer,
            String more,
            String howMany) {}

    /** Something in the way of ordering, with the anchor that leads to it. */
    public record Problem(String href, String sentence) {}

    public long getShopId() {
        return part.shop().id();
    }

    /** Both ways are open, so there is something to choose. */
    public boolean isBothWays() {
        return part.shop().pickup() && part.shop().delivery();
    }

    /** Its turn comes later: it says so, with a link. */
    public boolean isLater() {
        return part.isCollected() && !choosing && !part.missing().isEmpty();
    }
}
