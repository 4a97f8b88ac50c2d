package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import fr.halle.whole.Browser.Width;
import fr.halle.whole.Http.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** C18–C22, C30, P07: the contact form on our pages, on another site's with and without script, and from a program. */
class AVisitorAsksADeskIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String RESORT = "montagne";
    private static final String SCRIPT = "<script>alert(1)</script> Un cours le matin ?";

    @ParameterizedTest
    @EnumSource(Width.class)
    void onAMerchantsPage(Width width) {
        String email = "camille-" + System.nanoTime() + "@example.org";
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            page.navigate(SHOP.address(RESORT, "/shop/ecole"));
            page.locator("main a[href^='/contact']").first().click();
            page.waitForLoadState(LoadState.LOAD);
            browser.look(page, "contact");
            page.fill("#email", email);
            page.fill("#lastName", "Lefèvre");
            page.fill("#arrivesOn", LocalDate.now().plusDays(80).toString());
            page.fill("#leavesOn", LocalDate.now().plusDays(70).toString());
            press(page);
            assertThat(page.locator(".error-summary").textContent())
                    .contains("Le départ vient avant l’arrivée", "Écrivez votre message");
            browser.look(page, "contact-wrong");
            assertThat(requests(email)).as("nothing is written").isZero();

            page.fill("#leavesOn", LocalDate.now().plusDays(87).toString());
            page.fill("#message", SCRIPT);
            if (page.locator("#category").count() > 0) {
                page.selectOption("#category", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            }
            press(page);
            assertThat(page.locator(".notice-ok").textContent()).contains("Votre demande est partie");
            browser.look(page, "contact-sent");
            assertThat(requests(email)).isEqualTo(1);
            assertThat(SHOP.text(
                            "select m.body from request_message m join sales_request r on r.id = m.request_id where r.email = '"
                                    + email + "'"))
                    .isEqualTo(SCRIPT);
        }
        Await.until(
                Duration.ofSeconds(30),
                "the acknowledgement has left",
                () -> SHOP.number("select count(*) from notification where recipient = '" + email
                                + "' and event = 'CONTACT_ACKNOWLEDGED' and state = 'SENT'")
                        == 1);
    }

    @Test
    void onAnotherSiteThatThePortalKnows() throws IOException {
        HttpServer site = site();
        try (Browser browser = Browser.at(Width.DESK)) {
            String origin = "http://localhost:" + site.getAddress().getPort();
            Page page = browser.visitor();
            allow("https://ailleurs.example");
            page.navigate(origin + "/");
            page.waitForTimeout(1500);
            assertThat(page.locator("a[data-halle-contact]").isVisible())
                    .as("a site that is not known keeps its link")
                    .isTrue();
            assertThat(page.locator("iframe[aria-hidden]").count())
                    .as("and the refusal is not read out")
                    .isEqualTo(1);
            allow(origin);
            page.navigate(origin + "/");
            FrameLocator form = page.frameLocator("iframe");
            String email = "cadre-" + System.nanoTime() + "@example.org";
            form.locator("#lastName").fill("Morel");
            form.locator("#email").fill(email);
            form.locator("#message").fill("Depuis un autre site");
            page.locator("a[data-halle-contact]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(page.locator("iframe[aria-hidden]").count()).isZero();
            page.setViewportSize(320, 700);
            assertThat(form.locator("html").evaluate("page => page.scrollWidth <= page.clientWidth"))
                    .as("all of it is seen in a narrow frame")
                    .isEqualTo(true);
            page.setViewportSize(1280, 900);
            assertThat(page.locator("iframe").boundingBox().height)
                    .as("it is as high as the form")
                    .isGreaterThan(500);
            form.locator("form button").click();
            form.locator(".notice-ok").waitFor();
            assertThat(SHOP.text("select source || ' ' || page from sales_request where email = '" + email + "'"))
                    .isEqualTo("EMBEDDED " + origin + "/");
        } finally {
            site.stop(0);
            SHOP.update("delete from portal_setting where key = 'sales.form_origins'");
        }
    }

    @Test
    void byAProgramAndByNoStrangersPage() {
        String email = "api-" + System.nanoTime() + "@example.org";
        String body =
                "{\"lastName\":\"Morel\",\"email\":\"" + email + "\",\"message\":\"Bonjour\",\"language\":\"en\"}";
        String key = "Idempotency-Key: " + System.nanoTime();
        Answer first = ask(body, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(ask(body, key).body()).as("the same key, the same request").isEqualTo(first.body());
        assertThat(requests(email)).isEqualTo(1);
        assertThat(ask(body.replace("Bonjour", "Autre"), key).status()).isEqualTo(422);
        assertThat(ask(body, "X: y").status()).as("no key").isEqualTo(400);
        Answer wrong = ask("{\"lastName\":\"x\",\"email\":\"x\",\"message\":\"\"}", "Idempotency-Key: wrong-one");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"email\"", "\"field\":\"message\"", "/problems/contact-refused");
        Answer stranger = ask(body, "Idempotency-Key: stranger-1", "Origin: https://evil.example");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.header("access-control-allow-origin")).isEmpty();
    }

    /** C18: the script of a site that the operator named reads what is wrong, as it reads that all is well. */
    @Test
    void byTheScriptOfASiteThatReadsItsRefusals() {
        String site = "https://partenaire.example";
        String origin = "Origin: " + site;
        allow(site);
        try {
            String body = "{\"lastName\":\"Morel\",\"email\":\"site-" + System.nanoTime()
                    + "@example.org\",\"message\":\"Bonjour\"}";
            String key = "Idempotency-Key: " + System.nanoTime();
            readable(ask(body, key, origin), 201, site);
            readable(ask(body.replace("Bonjour", "Autre"), key, origin), 422, site);
            readable(ask("{\"email\":\"x\"}", "Idempotency-Key: wrong-two", origin), 422, site);
            readable(ask(body, origin), 400, site);
            readable(ask("{", "Idempotency-Key: broken-1", origin), 400, site);
            readable(ask(body.replace("{", "{\"shop\":\"nobody\","), "Idempotency-Key: nobody-1", origin), 404, site);
            readable(Http.of(SHOP, RESORT).ask("OPTIONS", "/api/v1/contact-requests", "", origin), 204, site);
            Answer stranger = ask("{", "Idempotency-Key: broken-2", "Origin: https://evil.example");
            assertThat(stranger.header("access-control-allow-origin")).isEmpty();
            assertThat(stranger.header("vary")).contains("Origin");
        } finally {
            SHOP.update("delete from portal_setting where key = 'sales.form_origins'");
        }
    }

    private static void readable(Answer answer, int status, String site) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("access-control-allow-origin"))
                .as("%s", status)
                .isEqualTo(site);
        assertThat(answer.header("vary")).contains("Origin");
        assertThat(answer.header("access-control-expose-headers")).contains("Retry-After");
    }

    @Test
    void andAProgramThatFillsWhatNobodySeesIsTakenForOne() {
        String email = "robot-" + System.nanoTime() + "@example.org";
        Answer answer = Http.of(SHOP, RESORT)
                .ask(
                        "POST",
                        "/contact",
                        "lastName=Bot&email=" + email + "&message=Argent&website=https://spam.example",
                        "Origin: http://" + SHOP.host(RESORT),
                        "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(requests(email)).isZero();
        Answer unsealed = Http.of(SHOP, RESORT)
                .ask(
                        "POST",
                        "/contact",
                        "lastName=Bot&email=" + email + "&message=Argent",
                        "Origin: http://" + SHOP.host(RESORT),
                        "Content-Type: application/x-www-form-urlencoded");
        assertThat(unsealed.status()).isEqualTo(422);
        assertThat(requests(email)).isZero();
    }

    private static Answer ask(String body, String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = "Content-Type: application/json";
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Http.of(SHOP, RESORT).ask("POST", "/api/v1/contact-requests", body, all);
    }

    private static void press(Page page) {
        page.locator("form.contact button").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    private static long requests(String email) {
        return SHOP.number("select count(*) from sales_request where email = '" + email + "'");
    }

    private static void allow(String origin) {
        SHOP.update("delete from portal_setting where key = 'sales.form_origins'");
        SHOP.update("insert into portal_setting (portal_id, key, value) select id, 'sales.form_origins', '" + origin
                + "' from portal where slug = '" + RESORT + "'");
        Await.until(
                Duration.ofSeconds(10),
                "the setting is obeyed",
                () -> Http.of(SHOP, RESORT)
                        .get("/contact/frame")
                        .header("content-security-policy")
                        .contains(origin));
    }

    /** The page of somebody else, on another origin. */
    private static HttpServer site() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        String html =
                "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Ailleurs</title></head><body><h1>Ailleurs</h1>"
                        + "<a data-halle-contact href=\"" + SHOP.address(RESORT, "/contact?lang=fr")
                        + "\">Nous contacter</a>"
                        + "<script src=\"" + SHOP.address(RESORT, "/contact/embed.js")
                        + "\" async></script></body></html>";
        site.createContext("/", exchange -> {
            byte[] page = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        return site;
    }
}
