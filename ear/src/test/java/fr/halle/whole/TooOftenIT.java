package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One address does one thing again and again: by page and by API it fills the same bucket, and is told when to come back. */
class TooOftenIT {

    private static final int MOST = 3;
    private static RunningShop shop;

    @BeforeAll
    static void start() {
        shop = RunningShop.own(
                "too-often",
                "-Dhalle.limit.signIn=" + MOST,
                "-Dhalle.limit.checkout=" + MOST,
                "-Dhalle.limit.track=" + MOST,
                "-Dhalle.limit.contact=" + MOST);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void guessesPasswords() {
        Answer last = press("/pro/sign-in", MOST);
        assertThat(last.status()).isNotEqualTo(429);
        refused(press("/pro/sign-in", 1));
        assertThat(Http.of(shop, "ville").get("/pro/sign-in").status())
                .as("the page itself is still read")
                .isEqualTo(200);
    }

    @Test
    void looksForOrders() {
        assertThat(press("/track", MOST).status()).isEqualTo(200);
        refused(press("/track", 1));
    }

    @Test
    void fillsADeskWithRequests() {
        assertThat(press("/contact", MOST).status())
                .as("a form that nobody was shown")
                .isEqualTo(422);
        Answer framed = press("/contact/frame", 1);
        refused(framed);
        // Faces says SAMEORIGIN where nobody has; a browser that knows frame-ancestors goes by that alone (CSP 2,
        // 7.7.2).
        assertThat(framed.header("x-frame-options")).as("read in the frame").isNotEqualTo("DENY");
        assertThat(framed.header("content-security-policy")).contains("frame-ancestors 'self'");
        Answer page = press("/contact", 1);
        refused(page);
        assertThat(page.header("x-frame-options")).isEqualTo("DENY");
        assertThat(page.header("content-security-policy")).contains("frame-ancestors 'none'");
        assertThat(Http.of(shop, "ville")
                        .ask("POST", "/api/v1/contact-requests", "{}", "Content-Type: application/json")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void holdsStockWithoutPaying() {
        press("/checkout", MOST);
        Answer api = Http.of(shop, "ville")
                .ask(
                        "POST",
                        "/api/v1/carts/" + UUID.randomUUID() + "/checkout",
                        "{}",
                        "Content-Type: application/json",
                        "Accept-Language: en");
        assertThat(api.status()).isEqualTo(429);
        assertThat(seconds(api)).isBetween(1, 600);
        assertThat(api.header("content-type")).startsWith("application/problem+json");
        assertThat(api.body()).contains("/problems/too-many-requests").contains("Try again in");
        refused(press("/checkout", 1));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(seconds(answer)).isBetween(1, 600);
        assertThat(answer.body()).contains("Un instant, s’il vous plaît").doesNotContain("???", "Exception");
    }

    private static int seconds(Answer answer) {
        return Integer.parseInt(answer.header("retry-after"));
    }

    private static Answer press(String path, int times) {
        Answer last = null;
        for (int i = 0; i < times; i++) {
            last = Http.of(shop, "ville")
                    .ask(
                            "POST",
                            path,
                            "number=EP-00001&email=x%40example.org",
                            "Origin: http://" + shop.host("ville"),
                            "Content-Type: application/x-www-form-urlencoded");
        }
        return java.util.Objects.requireNonNull(last);
    }
}
