package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Goods;
import fr.halle.whole.Http.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no form and no program should send: each is told what is wrong, nothing is written, nothing of it reaches the log. */
class BadInputIT {

    private static final String ENORMOUS = "1e999999999";
    private static final String MARK = "zztop" + Long.toString(System.nanoTime(), 36);

    private final RunningShop shop = RunningShop.shared();
    private final Http http = Http.of(shop, "ville");
    private final ApiCustomer customer = new ApiCustomer(shop, "ville", MARK, MARK + "@example.org");
    private final Goods goods = ApiCustomer.mostOf(shop, "huitriere");
    private String basket = "";
    private String line = "";

    @BeforeEach
    void aFilledBasket() {
        basket = customer.fills(goods);
        line = Long.toString(shop.number("select max(id) from cart_line where cart_id = '" + basket + "'"));
    }

    @Test
    void aLineIsRefusedFieldByField() {
        List<String> bodies = new ArrayList<>();
        for (String number : List.of(
                "-1",
                "0",
                "1.5",
                "1e2",
                ENORMOUS,
                "-" + ENORMOUS,
                "9223372036854775807",
                "9223372036854775808",
                "1" + "0".repeat(5000),
                "\"1\"",
                "true",
                "[]",
                "{}",
                "NaN",
                "\"\"")) {
            bodies.add("{\"productId\":" + goods.product() + ",\"quantity\":" + number + "}");
            bodies.add("{\"productId\":" + number + "}");
        }
        for (String day : List.of(
                "\"2026-02-31\"", "\"2027-13-01\"", "\"tomorrow\"", "20270101", ENORMOUS, "\"2027-03-28T02:30:00\"")) {
            bodies.add("{\"productId\":" + goods.product() + ",\"startsOn\":" + day + "}");
        }
        bodies.addAll(List.of(
                "",
                "{",
                "null",
                "[]",
                "\"x\"",
                "{\"productId\":" + goods.product() + ",\"quantity\":1,\"quantity\":2}",
                "{\"productId\":" + goods.product() + "} more",
                "{\"productId\":" + goods.product() + ",\"price\":1}",
                "{\"productId\":" + goods.product() + ",\"unit\":{\"cents\":1}}",
                "{\"productId\":" + goods.product() + ",\"detail\":{\"skier\":\"a\\u0000b\"}}",
                "{\"productId\":" + goods.product() + ",\"detail\":{\"skier\":\"a\\u202eb\"}}",
                "{\"productId\":" + goods.product() + ",\"detail\":{\"skier\":\"a\\ud800b\"}}",
                "{\"productId\":" + goods.product() + ",\"detail\":{\"skier\":\"" + "x".repeat(201) + "\"}}",
                "{\"productId\":" + goods.product() + ",\"detail\":{\"a b\":\"x\"}}",
                "[".repeat(100_000),
                "{\"detail\":".repeat(50_000)));
        nothingIsWritten(() -> bodies.forEach(
                body -> refused(customer.json("POST", "/api/v1/carts/" + basket + "/lines", body), head(body))));
    }

    @Test
    void severalThingsAtOnceOfWhichOneCannotBe() {
        String good = goods.json();
        nothingIsWritten(() -> {
            for (String body : List.of(
                    "[]",
                    "{\"lines\":{}}",
                    "{\"lines\":[" + good + ",null]}",
                    "{\"lines\":[" + good + ",{\"productId\":4711}]}",
                    "{\"lines\":[" + good + "],\"parts\":[{\"shop\":\"huitriere\",\"mode\":\"DELIVERY\"}]}",
                    "{\"lines\":[" + good + "],\"parts\":[{\"shop\":\"huitriere\"}]}",
                    "{\"lines\":[" + good + "],\"parts\":[{\"mode\":\"PICKUP\"}]}",
                    "{\"parts\":[{\"shop\":\"huitriere\",\"mode\":\"PICKUP\"},{\"shop\":\"huitriere\",\"mode\":\"PICKUP\"}]}",
                    "{\"lines\":[" + good + "],\"parts\":[{\"shop\":\"nobody\",\"mode\":\"PICKUP\"}]}",
                    "{\"parts\":[{\"shop\":\"\\u0000\",\"mode\":\"PICKUP\"}]}",
                    // Taken for UTF-32, in which it is no character.
                    "\u0000\u0000\u0000{\u007f\u007f\u007f\u007f",
                    "{\"lines\":[" + (good + ",").repeat(100) + good + "]}")) {
                refused(customer.json("PATCH", "/api/v1/carts/" + basket, body), head(body));
            }
        });
    }

    @Test
    void aQuantityAPartAndACheckoutToo() {
        String lines = "/api/v1/carts/" + basket + "/lines/" + line;
        String part = "/api/v1/carts/" + basket + "/parts/huitriere";
        nothingIsWritten(() -> {
            for (String quantity : List.of("0", "-1", "1e2", "\"2\"", "null", "9223372036854775807", ENORMOUS)) {
                refused(customer.json("PATCH", lines, "{\"quantity\":" + quantity + "}"), quantity);
            }
            for (String how : List.of(
                    "{}",
                    "{\"mode\":0}",
                    "{\"mode\":\"PIGEON\"}",
                    "{\"mode\":\"PICKUP\",\"slotStart\":0}",
                    "{\"mode\":\"PICKUP\",\"slotStart\":\"2020-01-01T10:00:00Z\"}",
                    "{\"mode\":\"PICKUP\",\"slotStart\":\"2027-02-31T10:00:00Z\"}",
                    "{\"mode\":\"PICKUP\",\"slotStart\":\"2027-03-28T01:30:00Z\"}",
                    "{\"mode\":\"PICKUP\",\"slotStart\":\"+1000000000-12-31T23:59:59Z\"}",
                    "{\"mode\":\"PICKUP\",\"note\":\"" + "x".repeat(501) + "\"}",
                    "{\"mode\":\"PICKUP\",\"note\":\"a\\u202eb\"}",
                    "{\"mode\":\"DELIVERY\"}")) {
                refused(customer.json("PUT", part, how), how);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, \\u0000",
        "firstName, a\\u202eb",
        "lastName, a\\ud800b",
        "lastName, a\\r\\nBcc: x@y.zz",
        "lastName, ''",
        "email, a@b",
        "email, '<a@example.org>'",
        "email, 'a@example.org,b@example.org'",
        "email, a@-b.fr",
        "phone, 06",
        "phone, 99999999999",
        "phone, abc",
        "postcode, 1439",
        "postcode, ABCDE",
        "street, \\u200d",
        "city, \\u200b",
        "country, XX"
    })
    void aCustomerWhoCannotBe(String field, String value) {
        String order = customer.order(http.get("/api/v1/carts/" + basket).body());
        String forged = field.equals("country")
                ? order.replace("\"city\"", "\"country\":\"" + value + "\",\"city\"")
                : order.replaceAll(
                        "\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value.replace("\\", "\\\\") + "\"");
        nothingIsWritten(() -> {
            Answer answer = presses(forged, UUID.randomUUID().toString());
            refused(answer, field);
            assertThat(answer.body()).contains("\"field\":\"customer." + field + "\"");
        });
    }

    /** A refusal names the field as the request has it, a list's by its rank. */
    @Test
    void whatIsWrongIsNamedAsItWasSent() {
        String cart = "/api/v1/carts/" + basket;
        assertThat(customer.json("PATCH", cart, "{\"lines\":[" + goods.json() + ",{\"quantity\":\"x\"}]}")
                        .body())
                .contains("\"field\":\"lines[1].quantity\"");
        String late = "\"mode\":\"PICKUP\",\"slotStart\":\"2020-01-01T10:00:00Z\"}";
        assertThat(customer.json("PATCH", cart, "{\"parts\":[{\"shop\":\"huitriere\"," + late + "]}")
                        .body())
                .contains("\"field\":\"parts[0].slotStart\"");
        assertThat(customer.json("PUT", cart + "/parts/huitriere", "{" + late).body())
                .contains("\"field\":\"slotStart\"");
    }

    @Test
    void slotsAreAskedForAsFarAsTheyAreKnown() {
        LocalDate farthest = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(730);
        String slots = "/api/v1/shops/huitriere/slots?from=";
        Answer last = http.get(slots + farthest);
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.body()).contains("\"date\":\"" + farthest);
        refused(http.get(slots + farthest.plusDays(1)), "a day later");
    }

    @Test
    void aCheckoutThatIsNotWhole() {
        String order = customer.order(http.get("/api/v1/carts/" + basket).body());
        nothingIsWritten(() -> {
            for (String forged : List.of(
                    order.replaceAll("\"acceptedTerms\":\\[.*?]", "\"acceptedTerms\":[]"),
                    order.replaceAll("\"acceptedTerms\":\\[.*?]", "\"acceptedTerms\":[null]"),
                    order.replaceAll("\"sha256\":\"..", "\"sha256\":\"zz"),
                    order.replaceAll("\"customer\":\\{.*?}", "\"customer\":null"),
                    order.replace("\"card\"", "\"free\""),
                    order.replace("\"adult\":true", "\"adult\":\"true\""),
                    order.replace("\"adult\":true", "\"adult\":true,\"total\":1"))) {
                refused(presses(forged, UUID.randomUUID().toString()), head(forged));
            }
            for (String key : List.of("", "short", "x".repeat(101), "a b c d e f")) {
                refused(presses(order, key), key);
            }
            refused(
                    Http.of(shop, "montagne")
                            .ask(
                                    "POST",
                                    "/api/v1/carts/" + basket + "/checkout",
                                    order,
                                    "Content-Type: application/json",
                                    "Idempotency-Key: " + UUID.randomUUID()),
                    "another portal's basket");
        });
    }

    @Test
    void tenThousandLinesAreAHundred() {
        Answer last = customer.adds(basket, goods);
        for (int i = 0; i < 110 && last.status() != 422; i++) {
            last = customer.json(
                    "POST",
                    "/api/v1/carts/" + basket + "/lines",
                    goods.json()
                            .replace("}", ",\"detail\":{\"note\":\"" + i + "\"}}")
                            .replace("\"quantity\":500", "\"quantity\":100"));
        }
        assertThat(last.status()).isEqualTo(422);
        assertThat(shop.number("select count(*) from cart_line where cart_id = '" + basket + "'"))
                .isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/products/huitres-n3/availability?from=%2B999999999-12-31 | 400",
                "GET    | /api/v1/shops/huitriere/slots?from=2020-01-01  | 400",
                "GET    | /api/v1/shops/huitriere/slots?from=9999-12-31  | 400",
                "GET    | /api/v1/application.wadl                       | 404",
                "FOO    | /                                              | 405",
                "TRACE  | /basket                                        | 405",
                "DELETE | /order/EP-1                                    | 405",
                "POST   | /payment/return                                | 405",
                "GET    | //evil.example/x                               | 400",
                "GET    | /faces/pro/operation/overview.xhtml            | 404",
                "GET    | /faces/index.xhtml                             | 404",
                "GET    | /pro/orders/list?q=%00                         | 302",
                "GET    | /search?q=%00                                  | 400",
                "GET    | /search?on=%2B999999998-01-01                  | 200",
                "GET    | /product/huitres-n3?startsAt=%2B1000000000-12-31T00:00:00Z | 200",
                "GET    | /product/huitres-n3?startsOn=%2B999999998-01-01&endsOn=%2B999999998-01-02 | 200",
                "GET    | /refused                                       | 404"
            })
    void whatNoBrowserAsks(String method, String path, int status) {
        Answer answer = http.ask(method, path, "", "Origin: http://" + shop.host("ville"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Payara", "Exception", "fr.halle", "org.glassfish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "'\"<script>", "ville.localhost/x"})
    void aHostThatIsNoName(String host) {
        assertThat(Http.at(shop, host).get("/").status()).isEqualTo(400);
    }

    @Test
    void aProductOfAHostThatIsNoPortals() {
        assertThat(Http.of(shop, "nowhere").get("/product/huitres-n3").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: xchunked", "Host: evil.example", "Accept: ///", "Content-Type: ///"})
    void headersThatCanBeReadInTwoWays(String header) {
        Answer answer = http.ask("POST", "/api/v1/carts", "{}", header);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Payara", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/basket",
                "/checkout",
                "/track",
                "/pro/sign-in",
                "/demo/messages",
                "/api/v1/carts/1-1-1-1-1",
                "/api/v1/merchant/parts"
            })
    void whatIsPrivateIsKeptByNobody(String path) {
        assertThat(http.get(path).header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void theSessionIsNewAfterTheSignInAndForThisSiteAlone() {
        Answer planted = http.get("/pro/sign-in");
        assertThat(planted.header("set-cookie").toLowerCase(java.util.Locale.ROOT))
                .contains("httponly", "samesite=lax");
        String before = planted.header("set-cookie").replaceAll(";.*", "");
        SignedIn merchant = SignedIn.as(shop, "ville", "carpe-diem@ville.demo");
        assertThat(merchant.session()).isNotEqualTo(before);
        assertThat(http.get("/pro/orders/list", "Cookie: " + before).status())
                .as("the session before it is nobody's")
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pro/sales/requests",
                "/pro/sales/dossiers",
                "/pro/sales/new",
                "/pro/sales/settings",
                "/pro/orders/list",
                "/pro/help"
            })
    void whoeverLeavesFromAnyPageIsOut(String page) {
        SignedIn secretary = SignedIn.as(shop, "ville", "secretariat.huitriere@ville.demo");
        Answer shown = secretary.get(page);
        Map<String, String> form = SignedIn.form(shown, "leave");
        assertThat(shown.body()).contains("form=\"leave\"", "action=\"/pro/sign-out\"");
        Answer left = secretary.post("/pro/sign-out", form);
        assertThat(left.status()).isEqualTo(303);
        assertThat(left.header("location")).endsWith("/pro/sign-in");
        assertThat(secretary.get(page).status()).isEqualTo(302);
    }

    @Test
    void theFormsOfTheShopAnswerBesideTheField() {
        String cookie = "Cookie: halle_cart=" + basket;
        nothingIsWritten(() -> {
            for (String quantity : List.of("", "x", "-1", "1.5", "99999999999", "%F0%9F%98%80")) {
                assertThat(posted("/basket", "line=" + line + "&quantity=" + quantity, cookie)
                                .status())
                        .as("quantity %s", quantity)
                        .isEqualTo(422);
            }
            for (String part : List.of("0", "-1", "x", "999999999999999999")) {
                assertThat(posted("/basket", "part=" + part + "&slot=2020-01-01T10:00:00Z", cookie)
                                .status())
                        .isEqualTo(422);
            }
            assertThat(posted("/basket", "line=1&quantity=1", cookie).status())
                    .as("another's line")
                    .isEqualTo(422);
            Answer checkout = posted(
                    "/checkout",
                    "firstName=%3Cscript%3Ealert(1)%3C/script%3E&email=%22%3E%3Cb%3E&phone=x&terms=1:x&total=1",
                    cookie);
            assertThat(checkout.status()).isEqualTo(422);
            assertThat(checkout.body()).contains("email-error").doesNotContain("<script>alert", "value=\"\"><b>");
            assertThat(posted("/checkout", "firstName=a%00b", cookie).status()).isEqualTo(400);
        });
    }

    /** Runs after the others have typed their names: their mark is nowhere in the log. */
    @Test
    void nothingPersonalIsLogged() {
        presses(customer.order("").replace("06 12", "xx"), UUID.randomUUID().toString());
        posted("/track", "number=EP-1&email=" + MARK + "%40example.org", "Cookie: lang=fr");
        String secret = "4970107111111119" + MARK;
        http.get("/order/EP-1?token=" + secret);
        http.get("/api/v1/merchant/parts", "Authorization: Bearer " + secret);
        assertThat(shop.logText()).doesNotContain(MARK, "4970107111111119");
    }

    private Answer presses(String order, String key) {
        return customer.json("POST", "/api/v1/carts/" + basket + "/checkout", order, "Idempotency-Key: " + key);
    }

    private Answer posted(String path, String form, String cookie) {
        return http.ask(
                "POST",
                path,
                form,
                cookie,
                "Origin: http://" + shop.host("ville"),
                "Content-Type: application/x-www-form-urlencoded");
    }

    private static void refused(Answer answer, String what) {
        assertThat(answer.status()).as(what).isBetween(400, 499);
        assertThat(answer.header("content-type")).as(what).startsWith("application/problem+json");
        assertThat(answer.body()).as(what).doesNotContain("Exception", "jackson", "fr.halle", "select ");
    }

    private void nothingIsWritten(Runnable attack) {
        Map<String, Long> before = written();
        attack.run();
        assertThat(written()).isEqualTo(before);
    }

    /** What this basket and its customer left in the database; other tests write beside it. */
    private Map<String, Long> written() {
        Map<String, Long> rows = new TreeMap<>();
        String cart = " where cart_id = '" + basket + "'";
        rows.put("lines", shop.number("select count(*) from cart_line" + cart));
        rows.put("pieces", shop.number("select sum(quantity) from cart_line" + cart));
        rows.put(
                "slots",
                shop.number("select coalesce(sum(extract(epoch from slot_start)), 0)::bigint from cart_part" + cart));
        rows.put("checkouts", shop.number("select count(*) from checkout" + cart));
        rows.put("orders", shop.number("select count(*) from customer_order where last_name = '" + MARK + "'"));
        rows.put("mails", shop.number("select count(*) from notification where recipient like '" + MARK + "%'"));
        return rows;
    }

    private static String head(String body) {
        return body.substring(0, Math.min(body.length(), 120));
    }
}
