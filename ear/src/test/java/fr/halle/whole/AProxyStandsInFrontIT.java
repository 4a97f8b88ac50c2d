package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proxy ends TLS and hands requests on: the shop knows from it who asks, and that the browser speaks https. */
class AProxyStandsInFrontIT {

    private static final int MOST = 2;
    private static final String HTTPS = "X-Forwarded-Proto: https";
    private static RunningShop shop;

    @BeforeAll
    static void start() {
        shop = RunningShop.own("proxy", "-Dhalle.proxy=127.0.0.1", "-Dhalle.limit.track=" + MOST);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void keepsItsCookiesToHttps() {
        assertThat(press("/pro/sign-in", HTTPS).header("set-cookie")).contains("halle_session", "Secure");
        assertThat(press("/pro/sign-in").header("set-cookie"))
                .contains("halle_session")
                .doesNotContain("Secure");
    }

    @Test
    void sendsBrowsersToHttpsOnly() {
        Answer away = Http.at(shop, "ville.localhost").get("/pro/orders", HTTPS);
        assertThat(away.status()).isEqualTo(302);
        assertThat(away.header("location")).startsWith("https://ville.localhost/pro/sign-in");
        assertThat(Http.of(shop, "ville").get("/shops", HTTPS).header("strict-transport-security"))
                .contains("max-age=");
        assertThat(Http.of(shop, "ville").get("/shops").headers())
                .as("by http nothing is promised")
                .doesNotContainKey("strict-transport-security");
    }

    @Test
    void countsEachVisitorForHimself() {
        for (int i = 0; i < MOST; i++) {
            assertThat(track("203.0.113.1")).isEqualTo(200);
        }
        assertThat(track("203.0.113.1")).isEqualTo(429);
        assertThat(track("203.0.113.2")).as("somebody else").isEqualTo(200);
        assertThat(track("198.51.100.9, 203.0.113.1"))
                .as("the same, who says that he comes from elsewhere")
                .isEqualTo(429);
    }

    private static int track(String forwarded) {
        return press("/track", "X-Forwarded-For: " + forwarded).status();
    }

    private static Answer press(String path, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Content-Type: application/x-www-form-urlencoded";
        headers[1] = "Sec-Fetch-Site: same-origin";
        System.arraycopy(more, 0, headers, 2, more.length);
        return Http.of(shop, "ville").ask("POST", path, "", headers);
    }
}
