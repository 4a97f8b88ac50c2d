package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;

/** A customer of the API, whose parts are all delivered, and who pays by card at the provider's page. */
final class CardPayer {

    private static final String HOME = "\"street\":\"1 rue Haute\",\"postcode\":\"46000\",\"city\":\"Cahors\"";

    private final Http http;
    private final String cart;
    private final String email;
    private String number = "";
    private String token = "";
    private String page = "";

    private CardPayer(Http http, String email) {
        this.http = http;
        this.email = email;
        this.cart = "/api/v1/carts/"
                + json(http.ask("POST", "/api/v1/carts", "{}", "Content-Type: application/json"), 201)
                        .get("id")
                        .getAsString();
    }

    /** Puts one of each of these products in a basket and says where the parts go. */
    static CardPayer wants(RunningShop shop, String portal, String email, String... products) {
        CardPayer customer = new CardPayer(Http.of(shop, portal), email);
        for (String product : products) {
            customer.takes(product);
        }
        for (JsonElement part : customer.basket().getAsJsonArray("parts")) {
            customer.haveDelivered(
                    part.getAsJsonObject().getAsJsonObject("shop").get("slug").getAsString());
        }
        return customer;
    }

    private void takes(String product) {
        JsonObject known = json(http.get("/api/v1/products/" + product), 200).getAsJsonObject("product");
        json(post("/lines", "{\"quantity\":1,\"productId\":" + known.get("id") + "}"), 201);
    }

    private void haveDelivered(String shop) {
        Http.Answer answer = http.ask(
                "PUT",
                cart + "/parts/" + shop,
                "{\"mode\":\"DELIVERY\"," + HOME + "}",
                "Content-Type: application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Presses the order button; pressed again, it is the same request under the same key. */
    CardPayer orders() {
        JsonArray accepted = new JsonArray();
        for (JsonElement terms : basket().getAsJsonArray("terms")) {
            JsonObject one = new JsonObject();
            one.add("id", terms.getAsJsonObject().get("id"));
            one.add("sha256", terms.getAsJsonObject().get("sha256"));
            accepted.add(one);
        }
        JsonObject started = json(
                post(
                        "/checkout",
                        "{\"customer\":{\"firstName\":\"Inès\",\"lastName\":\"Morel\",\"email\":\"" + email
                                + "\",\"phone\":\"06 12 34 56 78\"," + HOME
                                + ",\"country\":\"FR\"},\"adult\":true,\"acceptedTerms\":" + accepted + "}",
                        "Idempotency-Key: one-key-of-" + email.replace('@', '-')),
                201);
        number = started.get("orderNumber").getAsString();
        token = started.get("token").getAsString();
        page = started.has("redirectUrl")
                ? URI.create(started.get("redirectUrl").getAsString()).getPath()
                : "";
        return this;
    }

    /** @return the address to come back to, where the customer has not been yet */
    String paysAndStays() {
        Http.Answer answer = http.ask(
                "POST",
                page,
                "number=" + Customer.GOOD_CARD + "&expiry=12%2F29&code=123&action=pay",
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        URI back = URI.create(answer.header("location"));
        return back.getPath() + "?" + back.getQuery();
    }

    void comesBack(String address) {
        http.get(address);
    }

    CardPayer pays() {
        comesBack(paysAndStays());
        return this;
    }

    /** Whether there is a page to pay at. */
    boolean hasPage() {
        return !page.isEmpty();
    }

    /** EP-00042. */
    String number() {
        return number;
    }

    /** As the private page would say: 200 with the order's parts, or something else. */
    int statusOfOrder() {
        return http.get("/api/v1/orders/" + number + "?token=" + token).status();
    }

    private JsonObject basket() {
        return json(http.get(cart), 200);
    }

    private Http.Answer post(String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json";
        return http.ask("POST", cart + path, body, all);
    }

    private static JsonObject json(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
