package fr.halle.checkout.web;

import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Vault;
import fr.halle.shared.web.Cookies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a visitor typed of themselves at the till, for as long as they may be mending their basket. It is no order, so it lies nowhere with
 * us: the visitor's browser keeps it for an hour, sealed for this basket alone.
 */
@RequestScoped
class KeptDetails {

    static final String COOKIE = "halle_typed";

    private static final Duration KEPT = Duration.ofHours(1);

    /** A browser keeps no cookie above 4 KB. */
    private static final int LONGEST = 3_800;

    @Inject
    private Vault vault;

    @Inject
    private HttpServletRequest request;

    void keep(HttpServletResponse response, UUID cart, Customer typed) {
        byte[] sealed = vault.seal(Json.write(typed).getBytes(StandardCharsets.UTF_8), whose(cart));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        if (value.length() <= LONGEST) {
            Cookies.write(request, response, COOKIE, value, KEPT);
        }
    }

    /** Empty where nothing was typed, or for another basket, or where somebody else wrote it. */
    Optional<Customer> of(UUID cart) {
        String value = Cookies.read(request, COOKIE);
        if (value == null || !value.matches("[A-Za-z0-9_-]{60," + LONGEST + "}")) {
            return Optional.empty();
        }
        try {
            byte[] opened = vault.open(Base64.getUrlDecoder().decode(value), whose(cart));
            return Optional.of(Json.read(new String(opened, StandardCharsets.UTF_8), Customer.class));
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    void forget(HttpServletResponse response) {
        if (Cookies.read(request, COOKIE) != null) {
            Cookies.forget(request, response, COOKIE);
        }
    }

    private static String whose(UUID cart) {
        return "typed:" + cart;
    }
}
