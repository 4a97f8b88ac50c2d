package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer whose program speaks to the API, and who types a card at the provider's page: quick, and as often as a test wants. */
final class ApiCustomer {

    private static final Pattern TERMS =
            Pattern.compile("\"id\":(\\d+),\"version\":\\d+,\"sha256\":\"([0-9a-f]{64})\"");
    private static final Pattern SLOT_MISSING =
            Pattern.compile("\"slug\":\"([\\w-]+)\",(?:(?!\"slug\").)*?\"missing\":\\[\"(?:SLOT|MODE)\"]");

    private final RunningShop shop;
    private final Http http;
    private final String lastName;
    private final String email;

    ApiCustomer(RunningShop shop, String portal, String lastName, String email) {
        this.shop = shop;
        this.http = Http.of(shop, portal);
        this.lastName = lastName;
        this.email = email;
    }

    /** @param redirectUrl the provider's page, empty where nothing is paid there */
    record Ordered(String number, String token, String redirectUrl) {}

    /** A choice of goods. @param variant 0 where there is nothing to choose @param quantity grams where it is sold by weight */
    record Goods(long product, long variant, long quantity) {

        String json() {
            return "{\"productId\":" + product + (variant == 0 ? "" : ",\"variantId\":" + variant) + ",\"quantity\":"
                    + quantity + "}";
        }
    }

    /** What a shop has most of, so that no test buys away what another one needs. */
    static Goods mostOf(RunningShop shop, String slug) {
        String most =
                " from product p join shop s on s.id = p.shop_id join capacity c on c.product_id = p.id where s.slug = '"
                        + slug + "' and p.kind = 'GOODS' order by c.total - c.taken desc, c.id limit 1";
        return new Goods(
                shop.number("select p.id" + most),
                shop.number("select coalesce(c.variant_id, 0)" + most),
                shop.number("select case when p.by_weight then 500 else 1 end" + most));
    }

    /** One of this product, chosen by its name in addresses. */
    Goods one(String slug) {
        Matcher id = Pattern.compile("\"product\":\\{\"id\":(\\d+)")
                .matcher(http.get("/api/v1/products/" + slug).body());
        assertThat(id.find()).as(slug).isTrue();
        return new Goods(Long.parseLong(id.group(1)), 0, 1);
    }

    String email() {
        return email;
    }

    String opens() {
        return field(json("POST", "/api/v1/carts", ""), "id");
    }

    Answer adds(String cart, Goods goods) {
        return json("POST", "/api/v1/carts/" + cart + "/lines", goods.json());
    }

    /** A basket that can be ordered: what is fetched is fetched at the last half-hour that is offered. */
    String fills(Goods... choices) {
        String cart = opens();
        for (Goods goods : choices) {
            assertThat(adds(cart, goods).status()).isEqualTo(201);
        }
        for (String slug :
                matches(SLOT_MISSING, http.get("/api/v1/carts/" + cart).body())) {
            assertThat(fetchesAt(cart, slug, lastSlot(slug)).status()).isEqualTo(204);
        }
        return cart;
    }

    Answer hasDelivered(String cart, String slug) {
        return json(
                "PUT",
                "/api/v1/carts/" + cart + "/parts/" + slug,
                "{\"mode\":\"DELIVERY\",\"street\":\"1 rue Haute\",\"postcode\":\"46000\",\"city\":\"Cahors\"}");
    }

    Answer fetchesAt(String cart, String slug, String slot) {
        return json(
                "PUT",
                "/api/v1/carts/" + cart + "/parts/" + slug,
                "{\"mode\":\"PICKUP\",\"slotStart\":\"" + slot + "\"}");
    }

    String lastSlot(String slug) {
        List<String> slots = matches(
                Pattern.compile("\"start\":\"([^\"]+Z)\""),
                http.get("/api/v1/shops/" + slug + "/slots").body());
        return slots.get(slots.size() - 1);
    }

    Answer presses(String cart, String key) {
        return json(
                "POST",
                "/api/v1/carts/" + cart + "/checkout",
                order(http.get("/api/v1/carts/" + cart).body()),
                "Idempotency-Key: " + key);
    }

    /** The order as the checkout reads it, accepting the terms that the basket named. */
    String order(String basket) {
        List<String> accepted = new ArrayList<>();
        Matcher terms = TERMS.matcher(basket);
        while (terms.find()) {
            accepted.add("{\"id\":" + terms.group(1) + ",\"sha256\":\"" + terms.group(2) + "\"}");
        }
        return "{\"customer\":{\"firstName\":\"Inès\",\"lastName\":\"" + lastName + "\",\"email\":\"" + email
                + "\",\"phone\":\"06 12 34 56 78\",\"street\":\"1 rue du Port\",\"postcode\":\"14390\",\"city\":\"Cabourg\"},"
                + "\"acceptedTerms\":[" + String.join(",", accepted) + "],\"adult\":true,\"method\":\""
                + (shop.isInstant() ? "instant" : "card") + "\"}";
    }

    Ordered orders(String cart) {
        Answer answer = presses(cart, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return ordered(answer);
    }

    static Ordered ordered(Answer answer) {
        return new Ordered(
                field(answer, "orderNumber"),
                field(answer, "token"),
                answer.body().contains("redirectUrl") ? field(answer, "redirectUrl") : "");
    }

    /** Types the card at the provider's page and comes back. */
    void pays(Ordered order) {
        assertThat(http.get(paysAndStays(order)).header("location")).contains(order.number());
    }

    /** @return the address to come back to, where the customer has not been yet */
    String paysAndStays(Ordered order) {
        URI page = URI.create(order.redirectUrl());
        Answer paid = Http.at(shop, page.getAuthority())
                .ask(
                        "POST",
                        page.getRawPath(),
                        "number=" + Customer.GOOD_CARD + "&expiry=12%2F29&code=123&action=pay",
                        "Origin: http://" + page.getAuthority(),
                        "Content-Type: application/x-www-form-urlencoded");
        assertThat(paid.status()).as(paid.body()).isEqualTo(303);
        URI back = URI.create(paid.header("location"));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    Answer get(String path) {
        return http.get(path);
    }

    Answer json(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        return http.ask(method, path, body, all.toArray(String[]::new));
    }

    static String field(Answer answer, String name) {
        List<String> found = matches(Pattern.compile("\"" + name + "\":\"([^\"]*)\""), answer.body());
        assertThat(found).as("%s in %s", name, answer.body()).isNotEmpty();
        return found.get(0);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
