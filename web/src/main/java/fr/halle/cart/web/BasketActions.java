package fr.halle.cart.web;

import fr.halle.cart.service.CartLineUnknown;
import fr.halle.cart.service.Carts;
import fr.halle.cart.service.Collection;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.shared.model.BusinessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the basket's forms ask for. What is not a number or a time is refused like any other bad value, beside its field. */
@RequestScoped
public class BasketActions {

    @Inject
    private Carts carts;

    /** A refusal and what it concerns: a line, a shop's part, or neither. */
    public record Refused(@Nullable Long lineId, @Nullable Long shopId, BusinessException why) {}

    /** @return null when it was done */
    public @Nullable Refused perform(long portalId, UUID cart, HttpServletRequest form) {
        Long line = number(form.getParameter("line"));
        Long shop = number(form.getParameter("shop"));
        try {
            if (line != null) {
                changeLine(portalId, cart, line, form);
            } else if (shop != null) {
                carts.choosePart(portalId, cart, shop, collection(form));
            }
            return null;
        } catch (CartLineUnknown | ShopUnknown gone) {
            // Another tab removed it: the basket as it is now says so by itself.
            return null;
        } catch (BusinessException refused) {
            return new Refused(line, shop, refused);
        }
    }

    private void changeLine(long portalId, UUID cart, long line, HttpServletRequest form) {
        if (form.getParameter("remove") != null) {
            carts.remove(portalId, cart, line);
            return;
        }
        String pressed = form.getParameter("quantity");
        Long quantity =
                number(form.getParameter("set") != null || pressed == null ? form.getParameter("typed") : pressed);
        if (quantity != null && quantity == 0) {
            carts.remove(portalId, cart, line);
        } else {
            // What is no number is as little to be had as a negative one; the use case says what can be.
            carts.change(portalId, cart, line, quantity == null ? -1 : quantity);
        }
    }

    private static Collection collection(HttpServletRequest form) {
        if ("DELIVERY".equals(form.getParameter("mode"))) {
            return Collection.delivery();
        }
        String slot = form.getParameter("slot");
        try {
            return Collection.pickup(slot == null ? null : Instant.parse(slot));
        } catch (DateTimeParseException forged) {
            // Not a value of ours: as if no slot had been chosen, and the page asks for one.
            return Collection.pickup(null);
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        if (text == null || !text.strip().matches("-?\\d{1,12}")) {
            return null;
        }
        return Long.valueOf(text.strip());
    }
}
