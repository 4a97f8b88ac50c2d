package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Ordered;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A customer of the API, whose parts are all delivered, and who pays by card at the provider's page. */
final class CardPayer {

    private static final Pattern SHOP = Pattern.compile("\"shop\":\\{[^}]*?\"slug\":\"([\\w-]+)\"");

    private final ApiCustomer customer;
    private final String cart;
    private Ordered ordered = new Ordered("", "", "");

    private CardPayer(ApiCustomer customer) {
        this.customer = customer;
        this.cart = customer.opens();
    }

    /** Puts one of each of these products in a basket and says where the parts go. */
    static CardPayer wants(RunningShop shop, String portal, String email, String... products) {
        CardPayer payer = new CardPayer(new ApiCustomer(shop, portal, "Morel", email));
        for (String product : products) {
            assertThat(payer.customer
                            .adds(payer.cart, payer.customer.one(product))
                            .status())
                    .isEqualTo(201);
        }
        for (String slug : payer.shops()) {
            assertThat(payer.customer.hasDelivered(payer.cart, slug).status())
                    .as(slug)
                    .isEqualTo(204);
        }
        return payer;
    }

    private List<String> shops() {
        String basket = customer.get("/api/v1/carts/" + cart).body();
        return SHOP.matcher(basket)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    /** Presses the order button; pressed again, it is the same request under the same key. */
    CardPayer orders() {
        Http.Answer answer =
                customer.presses(cart, "one-key-of-" + customer.email().replace('@', '-'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        ordered = ApiCustomer.ordered(answer);
        return this;
    }

    /** @return the address to come back to, where the customer has not been yet */
    String paysAndStays() {
        return customer.paysAndStays(ordered);
    }

    void comesBack(String address) {
        customer.get(address);
    }

    CardPayer pays() {
        comesBack(paysAndStays());
        return this;
    }

    /** Whether there is a page to pay at. */
    boolean hasPage() {
        return !ordered.redirectUrl().isEmpty();
    }

    /** EP-00042. */
    String number() {
        return ordered.number();
    }

    /** As the private page would say: 200 with the order's parts, or something else. */
    int statusOfOrder() {
        return customer.get("/api/v1/orders/" + ordered.number() + "?token=" + ordered.token())
                .status();
    }
}
