package fr.halle.notification.service;

import fr.halle.portal.model.Portal;
import fr.halle.shared.model.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of our own pages and pictures, absolute, on the portal's first host: what a mail can point to. */
record Links(String base) {

    /** Where the portal's own host is reached from outside: scheme and port, when they are not the machine's. */
    static Links to(Portal portal) {
        String scheme = Environment.setting("halle.public.scheme", "http");
        String port = Environment.setting("halle.public.port", Environment.setting("halle.port", "80"));
        String host = portal.hosts().isEmpty() ? "localhost" : portal.hosts().get(0);
        boolean usual = port.equals("https".equals(scheme) ? "443" : "80");
        return new Links(scheme + "://" + host + (usual ? "" : ":" + port));
    }

    String home() {
        return base + "/";
    }

    /** The customer's page of the order; the token opens it without an account. */
    String order(Facts.Order order) {
        return base + "/order/" + order.number() + "?token=" + encoded(order.token());
    }

    /** The part's pickup code as a picture that mail programs show (K17). */
    String code(Facts.Part part) {
        return base + "/order-code?part=" + part.number() + "&as=png&token="
                + encoded(part.order().token());
    }

    String balance(String token) {
        return base + "/balance?token=" + encoded(token);
    }

    /** The merchant's page of its part (M07), behind the sign-in. */
    String partOfMerchant(Facts.Part part) {
        return base + "/pro/orders/view?id=" + part.id();
    }

    /** The customer's page of a request to a commercial desk (C23); the token opens it without an account. */
    String conversation(String token) {
        return base + "/conversation?token=" + encoded(token);
    }

    /** The customer's page of a quote (C25); the token opens it without an account. */
    String quote(String token) {
        return base + "/quote?token=" + encoded(token);
    }

    /** The desk's page of it, behind the sign-in. */
    String requestOfDesk(long id) {
        return base + "/pro/sales/request?id=" + id;
    }

    String payouts() {
        return base + "/pro/finances";
    }

    String profile() {
        return base + "/pro/profile";
    }

    /** Where somebody chooses a password; the token opens its own account and no other. */
    String password(String token) {
        return base + "/pro/password?token=" + encoded(token);
    }

    String signIn() {
        return base + "/pro/sign-in";
    }

    /** A version of somebody's terms, as it was accepted. */
    String terms(long version) {
        return base + "/terms/" + version;
    }

    String legalNotice() {
        return base + "/help#legal";
    }

    String privacy() {
        return base + "/help#privacy";
    }

    /** Mail programs show no SVG: every picture has its PNG. */
    String picture(String file) {
        return base + "/assets/img/mail/" + file.replaceFirst("\\.svg$", "") + ".png";
    }

    String logo(String theme) {
        return picture("logo-" + theme);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
