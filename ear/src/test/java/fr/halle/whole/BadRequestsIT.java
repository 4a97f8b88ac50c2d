package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send is answered plainly, in the language of the request, and nothing of ours leaks. */
class BadRequestsIT {

    private final RunningShop shop = RunningShop.shared();
    private final Http http = Http.of(shop, "ville");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/products?limit=0            | 400 | limit",
                "/api/v1/products?limit=101          | 400 | limit",
                "/api/v1/products?limit=1e9          | 400 | limit",
                "/api/v1/products?kind=HOUSE         | 400 | kind",
                "/api/v1/products?sort=cheapest      | 400 | sort",
                "/api/v1/products?after=1%20or%201=1 | 400 | after",
                "/api/v1/products?q=%00              | 400 | q",
                "/api/v1/products/nope               | 404 | ",
                "/api/v1/products/huitres-n3/availability?from=2026-02-31              | 400 | from",
                "/api/v1/products/huitres-n3/availability?from=2020-01-01              | 400 | from",
                "/api/v1/products/huitres-n3/availability?from=2027-01-01&to=2026-12-31| 400 | to",
                "/api/v1/products/huitres-n3/availability?from=2027-01-01&to=2028-01-01| 400 | to",
                "/api/v1/shops/nope                  | 404 | ",
                "/api/v1/nope                        | 404 | "
            })
    void isAProblemWithItsField(String path, int status, String field) {
        Answer answer = http.get(path, "Accept-Language: en");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/").doesNotContain("Exception", "select ", "fr.halle");
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @Test
    void speaksTheLanguageThatWasAskedFor() {
        assertThat(http.get("/api/v1/products/nope", "Accept-Language: en-GB,fr;q=0.5")
                        .body())
                .contains("is sold here");
        assertThat(http.get("/api/v1/products/nope", "Accept-Language: de, fr;q=0.5")
                        .body())
                .contains("n’est vendu ici");
    }

    @Test
    void aHostThatIsNoPortalsHasNoProducts() {
        Answer answer = Http.of(shop, "nowhere").get("/api/v1/products");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("portal-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b", "Multipart/Form-Data; boundary=b"})
    void aFormWithFilesThatHidesItsLengthIsNotRead(String type) {
        Answer answer = http.ask(
                "POST",
                "/conversation/say",
                "3\r\n--b\r\n0\r\n\r\n",
                "Content-Type: " + type,
                "Transfer-Encoding: chunked",
                "Origin: http://" + shop.host("ville"));
        assertThat(answer.status()).isEqualTo(411);
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data, 400", "multipart/form-data; boundary=b, 400", "multipart/mixed; boundary=b, 404"})
    void aFormWithFilesThatBreaksOffIsNoFaultOfOurs(String type, int status) {
        Answer answer = http.ask(
                "POST",
                "/conversation/say",
                "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nBonj",
                "Content-Type: " + type,
                "Origin: http://" + shop.host("ville"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "catalina");
        assertThat(shop.logText()).doesNotContain("Error in multipart initialization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/base", "/metrics/vendor"})
    void theServersOwnFiguresAreNobodys(String path) {
        assertThat(http.get(path).body()).doesNotContain("memory", "pool", "cpu");
    }

    @Test
    void aDeskThatNobodyCanNameIsNoDesk() {
        Answer answer = http.ask(
                "POST",
                "/api/v1/contact-requests",
                "{\"shop\":\"\\u0000\",\"lastName\":\"D\",\"email\":\"d@exemple.fr\",\"message\":\"x\"}",
                "Content-Type: application/json",
                "Idempotency-Key: " + java.util.UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("desk-unknown");
    }

    @Test
    void theWrongMethodAndTheWrongTypeKeepTheirStatus() {
        assertThat(http.ask("DELETE", "/api/v1/products", "").status()).isEqualTo(405);
        assertThat(http.ask("POST", "/api/v1/carts/x/lines", "a=b", "Content-Type: text/plain")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"productId\": \"x\"}", "{\"productId\": 1, \"price\": 1}", "null"})
    void aBodyThatCannotBeReadIsRefused(String body) {
        Answer answer = http.ask(
                "POST",
                "/api/v1/carts/00000000-0000-0000-0000-000000000000/lines",
                body,
                "Content-Type: application/json");
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("jackson", "Exception");
    }

    @Test
    void tenMegabytesAreTooMany() {
        Answer answer = http.ask("POST", "/api/v1/carts", "x".repeat(10_000_000), "Content-Type: application/json");
        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "X-Nothing: said"})
    void aFormFromElsewhereIsRefused(String header) {
        Answer answer = http.ask(
                "POST", "/product/huitres-n3", "quantity=1", header, "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("content-security-policy")).contains("default-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/product/nope",
                "/category/nope",
                "/shop/nope",
                "/product/huitres-n3/x/y",
                "/category/%00",
                "/WEB-INF/web.xml",
                "/assets/../WEB-INF/web.xml",
                "/assets/v1/%2e%2e/WEB-INF/web.xml"
            })
    void whatIsNotThereIsAPageThatSaysSo(String path) {
        Answer answer = http.get(path, "Cookie: lang=en");
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("<filter-name>", "Exception");
    }

    @Test
    void aVisitorWithoutAPortalChoosesOneAndKeepsIt() {
        Http plain = Http.of(shop, "choose");
        assertThat(plain.get("/").body()).contains("/?portal=ville", "/?portal=montagne");
        assertThat(plain.get("/basket").status()).isEqualTo(302);
        assertThat(plain.get("/?portal=ville").header("set-cookie"))
                .contains("portal=ville", "HttpOnly", "SameSite=Lax");
        assertThat(plain.get("/", "Cookie: portal=ville").body()).contains("data-portal=\"ville\"");
        assertThat(plain.get("/", "Cookie: portal='; drop table portal").body()).contains("/?portal=ville");
    }

    @Test
    void aPageWrittenForAForgedHostIsNotShownToOthers() {
        String forged =
                Http.of(shop, "evil").get("/shops", "Cookie: portal=ville").body();
        String ours = http.get("/shops").body();
        assertThat(forged).contains(shop.host("evil"));
        assertThat(ours).doesNotContain("evil");
    }

    @Test
    void pagesKeepNoSessionAndPicturesAreKeptForAYear() {
        Answer page = http.get("/");
        assertThat(page.header("set-cookie")).isEmpty();
        String stylesheet = page.body().replaceAll("(?s).*href=\"(/assets/v[0-9a-f]+/halle.css)\".*", "$1");
        assertThat(http.get(stylesheet).header("cache-control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void theDoorsAreReported() {
        assertThat(http.get("/api/v1/health").body()).contains("\"database\":\"up\"", "\"broker\":\"up\"");
    }
}
