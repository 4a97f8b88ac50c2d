package fr.halle.cart.web;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartLineUnknown;
import fr.halle.cart.service.Carts;
import fr.halle.cart.service.Collection;
import fr.halle.cart.service.CollectionRefused;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.shared.web.CurrentLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the basket's forms ask for: fewer, more, so many or none of a line; how a part is collected. */
@RequestScoped
class BasketForms {

    private static final long GRAMS_STEP = 100;

    @Inject
    private Carts carts;

    @Inject
    private CurrentLanguage language;

    /** Does it. @return where the visitor goes on */
    String apply(long portalId, UUID cart, HttpServletRequest request) {
        if (request.getParameter("part") != null) {
            long shop = number(request.getParameter("part"));
            carts.choosePart(portalId, cart, shop, collection(request));
            return "/basket#" + next(portalId, cart, shop);
        }
        long line = number(request.getParameter("line"));
        long quantity = quantity(portalId, cart, line, request);
        if (quantity == 0) {
            carts.remove(portalId, cart, line);
            return "/basket";
        }
        carts.change(portalId, cart, line, quantity);
        return "/basket#line-" + line;
    }

    /** The part whose turn it is now; the one just chosen where it was the last. */
    private String next(long portalId, UUID cart, long shop) {
        return "part-"
                + carts.view(portalId, cart, language.getCode()).parts().stream()
                        .filter(part -> !part.missing().isEmpty())
                        .map(part -> part.shop().id())
                        .findFirst()
                        .orElse(shop);
    }

    /** What a refusal is about: the line or the part that the form was of. */
    String subject(HttpServletRequest request) {
        String part = request.getParameter("part");
        return part != null ? "part-" + number(part) : "line-" + number(request.getParameter("line"));
    }

    /** Nought and less takes the line away. */
    private long quantity(long portalId, UUID cart, long line, HttpServletRequest request) {
        if (request.getParameter("remove") != null) {
            return 0;
        }
        String step = request.getParameter("step");
        if (step == null) {
            return typed(request.getParameter("quantity"));
        }
        CartLine now = carts.view(portalId, cart, language.getCode())
                .lines()
                .filter(candidate -> candidate.id() == line)
                .findFirst()
                .orElseThrow(CartLineUnknown::new);
        long by = now.priced().byWeight() ? GRAMS_STEP : 1;
        return Math.max(0, now.quantity() + (step.equals("-1") ? -by : by));
    }

    private static long typed(@Nullable String quantity) {
        String digits = quantity == null ? "" : quantity.strip();
        if (!digits.matches("\\d{1,9}")) {
            throw new ChoiceRefused("quantity", ChoiceRefused.Reason.PIECES_RANGE, 999);
        }
        return Long.parseLong(digits);
    }

    private static Collection collection(HttpServletRequest request) {
        if ("DELIVERY".equals(request.getParameter("mode"))) {
            return Collection.delivery();
        }
        String slot = request.getParameter("slot");
        if (slot == null || slot.isBlank()) {
            throw new CollectionRefused("slot", "MISSING", "");
        }
        try {
            return Collection.pickup(Instant.parse(slot));
        } catch (DateTimeParseException e) {
            throw new CollectionRefused("slot", "CLOSED", "");
        }
    }

    /** An id from a hidden field; what is no number is no line's and no shop's id. */
    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
