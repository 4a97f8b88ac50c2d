package fr.halle.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which basket the visitor carries, and how many things are in it. The count is in a cookie of its own, so that the header of
 * every page can show it without asking the database (and the page can be kept for everybody with the same count).
 */
@Named("basket")
@RequestScoped
public class CurrentBasket {

    public static final String CART = "halle_cart";
    public static final String COUNT = "basket_count";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_SHOWN = 999;

    @Inject
    private HttpServletRequest request;

    private @Nullable Integer count;

    /** Empty where the visitor has no basket, or a cookie that was tampered with. */
    public Optional<UUID> id() {
        String value = Cookies.read(request, CART);
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    public int getCount() {
        return count != null ? count : countIn(request);
    }

    static int countIn(HttpServletRequest request) {
        String value = Cookies.read(request, COUNT);
        if (value == null || !value.matches("\\d{1,3}")) {
            return 0;
        }
        return Integer.parseInt(value);
    }

    /** The visitor carries this basket from now on. */
    public void keep(HttpServletResponse response, UUID cart, int lines) {
        count = Math.min(lines, MOST_SHOWN);
        Cookies.write(request, response, CART, cart.toString(), KEPT);
        Cookies.write(request, response, COUNT, Integer.toString(getCount()), KEPT);
    }

    /** After the order is placed. */
    public void leave(HttpServletResponse response) {
        count = 0;
        Cookies.forget(request, response, CART);
        Cookies.forget(request, response, COUNT);
    }
}
