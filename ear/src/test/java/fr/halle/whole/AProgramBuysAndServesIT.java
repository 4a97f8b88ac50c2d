package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Goods;
import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A partner's site and a merchant's till, which see nothing but the API: it tells them all that the pages would. */
class AProgramBuysAndServesIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);

    private static final Pattern TOTAL = Pattern.compile("\"totals\":\\{.*\"total\":\\{\"cents\":(\\d+)");
    private static final Pattern DUE_NOW =
            Pattern.compile("\"dueNow\":\\{\"cents\":(\\d+),\"currency\":\"EUR\"},\"dueLater\"");

    private static final String FREE_WEEK = "select min(c.day) - date '2000-01-01' from capacity c join product p"
            + " on p.id = c.product_id where p.slug = 'chalet-marmotte' and extract(dow from c.day) = 6"
            + " and c.day > current_date + 60 and not exists (select from generate_series(0, 6) n where not exists"
            + " (select from capacity k where k.product_id = p.id and k.day = c.day + n::int and k.taken < k.total))";

    /** C10, M12, M40. */
    @Test
    void theTillReadsWhereToForWhomAndWhyNot() {
        ApiCustomer customer = new ApiCustomer(SHOP, "terroir", "Morel", "till@example.org");
        Goods goods = ApiCustomer.mostOf(SHOP, "lacombe");
        String cart = customer.opens();
        String line = goods.json().replace("}", ",\"detail\":{\"engraving\":\"Pour Zoé\"}}");
        assertThat(customer.json("POST", "/api/v1/carts/" + cart + "/lines", line)
                        .status())
                .isEqualTo(201);
        assertThat(customer.hasDelivered(cart, "lacombe").status()).isEqualTo(204);
        Ordered ordered = customer.orders(cart);
        customer.pays(ordered);
        String part = SHOP.text("select p.number from merchant_order p join customer_order o on o.id = p.order_id"
                + " where o.token = '" + ordered.token() + "'");
        String token = "Authorization: Bearer "
                + SignedIn.as(SHOP, "terroir", "lacombe@terroir.demo").token();
        String address = "/api/v1/merchant/parts/" + part;
        Http till = Http.of(SHOP, "terroir");
        String seen = till.get(address, token).body();
        assertThat(seen)
                .contains(
                        "\"delivery\":{\"street\":\"1 rue Haute\",\"postcode\":\"46000\",\"city\":\"Cahors\"}",
                        "\"detail\":{\"engraving\":\"Pour Zoé\"}");
        assertThat(till.get("/api/v1/merchant/parts?q=" + part, token).body())
                .as("addresses are not for lists")
                .contains(part)
                .doesNotContain("1 rue Haute");
        String cancel =
                "{\"move\":\"CANCEL\",\"version\":0,\"reasonCode\":\"WEATHER\",\"reason\":\"Le col est fermé\"}";
        assertThat(till.ask("POST", address + "/moves", cancel, token, "Content-Type: application/json")
                        .status())
                .isEqualTo(200);
        assertThat(till.get(address, token).body())
                .contains("\"reasonCode\":\"WEATHER\",\"reason\":\"Le col est fermé\"");
    }

    /** C07: what an order comes to is the same before and after its deposit is paid. */
    @Test
    void theSiteReadsWhatAStayComesToAndWhatIsPaidNow() {
        ApiCustomer customer = new ApiCustomer(SHOP, "montagne", "Morel", "site@example.org");
        String cart = customer.opens();
        LocalDate arrival = ORIGIN.plusDays(SHOP.number(FREE_WEEK));
        String stay = "{\"productId\":" + customer.one("chalet-marmotte").product() + ",\"startsOn\":\"" + arrival
                + "\",\"endsOn\":\"" + arrival.plusDays(7) + "\",\"adults\":2}";
        Answer added = customer.json("POST", "/api/v1/carts/" + cart + "/lines", stay);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String basket = customer.get("/api/v1/carts/" + cart).body();
        String total = cents(basket, TOTAL);
        String dueNow = cents(basket, DUE_NOW);
        assertThat(total).isNotEqualTo(dueNow);
        Ordered ordered = customer.orders(cart);
        String order = "/api/v1/orders/" + ordered.number() + "?token=" + ordered.token();
        String paying = customer.get(order).body();
        assertThat(paying).contains("\"state\":\"PAYING\"", "\"total\":{\"cents\":" + total + ",");
        assertThat(paying).contains("\"toPay\":{\"cents\":" + dueNow + ",");
        customer.pays(ordered);
        assertThat(customer.get(order).body())
                .contains("\"state\":\"PLACED\"", "\"total\":{\"cents\":" + total + ",")
                .contains("\"toPay\":{\"cents\":" + (Long.parseLong(total) - Long.parseLong(dueNow)) + ",");
    }

    @Test
    void aBasketSpeaksTheLanguageItWasOpenedInUnlessAnotherIsAskedFor() {
        ApiCustomer customer = new ApiCustomer(SHOP, "ville", "Morel", "english@example.org");
        String cart = ApiCustomer.field(customer.json("POST", "/api/v1/carts", "", "Accept-Language: en"), "id");
        Goods goods = ApiCustomer.mostOf(SHOP, "huitriere");
        assertThat(customer.adds(cart, goods).status()).isEqualTo(201);
        customer.fetchesAt(cart, "huitriere", customer.lastSlot("huitriere"));
        String name = "select name_%s from product where id = " + goods.product();
        Http http = Http.of(SHOP, "ville");
        assertThat(http.get("/api/v1/carts/" + cart).body()).contains("\"" + SHOP.text(name.formatted("en")) + "\"");
        assertThat(http.get("/api/v1/carts/" + cart, "Accept-Language: *").body())
                .contains("\"" + SHOP.text(name.formatted("en")) + "\"");
        assertThat(http.get("/api/v1/carts/" + cart, "Accept-Language: fr").body())
                .contains("\"" + SHOP.text(name.formatted("fr")) + "\"");
        Ordered ordered = customer.orders(cart);
        assertThat(SHOP.text("select draft ->> 'language' from checkout where token = '" + ordered.token() + "'"))
                .isEqualTo("en");
    }

    /** Sent again its answer is the same; said of another price, the key is another order's. */
    @Test
    void aKeyIsOfOneOrder() {
        ApiCustomer customer = new ApiCustomer(SHOP, "ville", "Morel", "keys@example.org");
        Goods goods = ApiCustomer.mostOf(SHOP, "huitriere");
        String cart = customer.fills(goods);
        String key = "Idempotency-Key: " + UUID.randomUUID();
        String checkout = "/api/v1/carts/" + cart + "/checkout";
        String first = order(customer, cart);
        Answer started = customer.json("POST", checkout, first, key);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        assertThat(customer.adds(cart, goods).status()).isEqualTo(201);
        assertThat(customer.json("POST", checkout, first, key).body()).isEqualTo(started.body());
        Answer another = customer.json("POST", checkout, order(customer, cart), key);
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.body()).contains("/problems/idempotency-key-reused");
    }

    private static String order(ApiCustomer customer, String cart) {
        String basket = customer.get("/api/v1/carts/" + cart).body();
        String expected = ",\"expected\":{\"total\":{\"cents\":" + cents(basket, TOTAL)
                + ",\"currency\":\"EUR\"},\"dueNow\":{\"cents\":" + cents(basket, DUE_NOW)
                + ",\"currency\":\"EUR\"}}";
        return customer.order(basket).replaceFirst("}$", Matcher.quoteReplacement(expected + "}"));
    }

    private static String cents(String basket, Pattern sum) {
        Matcher found = sum.matcher(basket);
        assertThat(found.find()).as("%s in %s", sum, basket).isTrue();
        return found.group(1);
    }
}
