package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.halle.whole.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** M09–M12, M25–M27, K15: « Suivi par commande » and « Suivi par client », filters that are kept, rows that unfold, the export. */
class AMerchantFindsAnOrderIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String PORTAL = "ville";
    private static final String NAME = "Kerguélen" + Long.toString(System.nanoTime(), 36);
    private static final String EMAIL = "k" + Long.toString(System.nanoTime(), 36) + "@example.org";
    private static final String ALIAS = "5fec417c-c1f882001c-" + Long.toString(System.nanoTime(), 36) + "-001";
    private static String part = "";

    @BeforeAll
    static void somebodyOrders() {
        ApiCustomer customer = new ApiCustomer(SHOP, PORTAL, NAME, EMAIL);
        ApiCustomer.Ordered sold = customer.orders(customer.fills(ApiCustomer.mostOf(SHOP, "huitriere")));
        customer.pays(sold);
        part = sold.number() + "-001";
        SHOP.update("insert into order_alias (alias, merchant_order_id) select '" + ALIAS
                + "', id from merchant_order where number = '" + part + "'");
    }

    @ParameterizedTest
    @EnumSource
    void byItsNumberAndUnfoldsIt(Browser.Width width) {
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            Desk oysters = Desk.signedIn(page, SHOP, PORTAL, Desk.OYSTERS);
            oysters.open("/pro/orders/list");
            String bare = part.substring("EP-".length(), part.length() - "-001".length())
                    .replaceFirst("^0+", "");
            for (String typed :
                    List.of(part, " ep-" + bare + " ", bare, bare + "-1", ALIAS.toUpperCase(java.util.Locale.ROOT))) {
                page.locator(".hl-head [data-act=search]").click();
                page.locator("#q").fill(typed);
                page.locator("#q").press("Enter");
                page.waitForLoadState(LoadState.LOAD);
                assertThat(page.locator(".hl-orders a.key").allTextContents())
                        .as("M10, K15: %s", typed)
                        .containsExactly(part);
            }
            assertThat(page.locator("th").allTextContents())
                    .as("M25")
                    .contains("N° commande", "Client", "Total", "Livraison", "Statut", "Actions");
            assertThat(page.locator(".hl-unfolded").isVisible()).isFalse();
            page.locator(".hl-unfold summary").press("Enter");
            assertThat(page.locator(".hl-unfolded").isVisible())
                    .as("with the keys alone")
                    .isTrue();
            assertThat(oysters.text(".hl-lines"))
                    .as("M26, M27, M33, M34")
                    .contains("vendu par", "%", "confirmé", "Total");
            browser.look(page, "pro-found-by-number");
            page.locator(".hl-orders a.key").click();
            assertThat(oysters.text("h1")).as("M12").contains(part);
        }
    }

    @Test
    void byTheHeadOfAColumnThatSorts() {
        try (Browser browser = Browser.at(Browser.Width.DESK)) {
            Page page = browser.visitor();
            Desk oysters = Desk.signedIn(page, SHOP, PORTAL, Desk.OYSTERS);
            oysters.open("/pro/orders/list?state=OPEN");
            assertThat(page.locator("th[aria-sort=descending]").textContent()).isEqualTo("N° commande");
            page.locator("th a", new Page.LocatorOptions().setHasText("Total")).click();
            page.waitForURL("**/pro/orders/list?state=OPEN&sort=-total");
            assertThat(page.locator("th[aria-sort=descending]").textContent()).isEqualTo("Total");
            assertThat(standing(page)).isSortedAccordingTo(Comparator.reverseOrder());
            page.locator("th a", new Page.LocatorOptions().setHasText("Total")).press("Enter");
            page.waitForURL("**/pro/orders/list?state=OPEN&sort=total");
            assertThat(page.locator("th[aria-sort=ascending]").textContent()).isEqualTo("Total");
            assertThat(standing(page)).isSorted();
            browser.look(page, "pro-sorted");
            oysters.open("/pro/orders/list?sort=customer");
            assertThat(oysters.text(".hl-empty")).contains("trie");
            assertThat(page.locator(".hl-orders").count()).isZero();
        }
    }

    private static List<Long> standing(Page page) {
        return page.locator(".hl-orders tr > td.num:nth-child(4) > .cell2").all().stream()
                .map(cell -> Long.valueOf(cell.evaluate("cell => cell.firstChild.textContent")
                        .toString()
                        .replaceAll("\\D", "")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void byItsCustomer(Browser.Width width) {
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            Desk oysters = Desk.signedIn(page, SHOP, PORTAL, Desk.OYSTERS);
            oysters.open("/pro/orders/customer");
            browser.look(page, "pro-customer");
            page.locator("#q")
                    .fill(NAME.replace('é', 'e')
                            .toUpperCase(java.util.Locale.ROOT)
                            .substring(0, NAME.length() - 1));
            page.locator("#q").press("Enter");
            page.waitForLoadState(LoadState.LOAD);
            assertThat(oysters.text(".hl-who")).as("M11").contains(NAME, EMAIL);
            assertThat(page.locator(".hl-orders a.key").allTextContents()).containsExactly(part);
            browser.look(page, "pro-customer-found");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsASearchAndForgetsIt(Browser.Width width) throws IOException {
        String name = "Recherche " + Long.toString(System.nanoTime(), 36);
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            Desk oysters = Desk.signedIn(page, SHOP, PORTAL, Desk.OYSTERS);
            oysters.open("/pro/orders/list?q=" + part + "&min=0,50&kind=GOODS");
            page.locator(".hl-keep summary").click();
            page.locator("#keepName").fill(name);
            page.locator("#keepName").press("Enter");
            page.waitForLoadState(LoadState.LOAD);
            assertThat(oysters.text(".hl-filters")).contains("Filtres enregistrés", name);
            oysters.open("/pro/orders/list");
            page.locator(".hl-kept a", new Page.LocatorOptions().setHasText(name))
                    .click();
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.url()).contains("kind=GOODS", "min=0");
            assertThat(page.locator(".hl-orders a.key").allTextContents()).containsExactly(part);
            browser.look(page, "pro-filters");
            page.locator(".hl-head .hl-drop summary").click();
            Download file = page.waitForDownload(
                    () -> page.locator(".hl-head a[href*='format=csv']").click());
            assertThat(Files.readString(file.path()))
                    .startsWith("\ufeff\"N° commande\"")
                    .contains(part, NAME, ",");
            page.locator(".hl-pill", new Page.LocatorOptions().setHasText(name))
                    .locator("button")
                    .click();
            page.waitForLoadState(LoadState.LOAD);
            assertThat(oysters.text("main")).doesNotContain(name);
        }
    }

    @Test
    void isToldWhatIsWrongBesideTheField() {
        SignedIn oysters = SignedIn.as(SHOP, PORTAL, Desk.OYSTERS);
        for (Map.Entry<String, String> wrong : Map.of(
                        "from=2026-11-30&to=2026-11-01", "to-error",
                        "from=2026-02-31", "from-error",
                        "min=douze", "min-error",
                        "min=10&max=9", "max-error",
                        "state=SHIPPED", "state-error")
                .entrySet()) {
            Answer answer = oysters.get("/pro/orders/list?" + wrong.getKey());
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.body())
                    .as(wrong.getKey())
                    .contains("id=\"" + wrong.getValue() + "\"")
                    .doesNotContain(part);
        }
        for (String page : List.of("page=10000000", "after=10000000000000000000000", "after=-1", "after=x")) {
            assertThat(oysters.get("/pro/orders/list?" + page).body()).as(page).contains("Cette page n’existe pas");
        }
        assertThat(oysters.get("/pro/orders/customer?q=x").status()).isEqualTo(422);
        assertThat(oysters.get("/pro/orders/export?min=douze").header("location"))
                .endsWith("/pro/orders/list?min=douze");
    }

    /** K28: the export's scope is the list's. */
    @Test
    void exportsItsOwnPartsAlone() {
        Answer sheet = SignedIn.as(SHOP, PORTAL, Desk.OYSTERS).get("/pro/orders/export?format=xlsx&q=" + part);
        assertThat(sheet.header("content-disposition")).contains("commandes-", ".xlsx");
        assertThat(sheet.body()).startsWith("PK");
        assertThat(SignedIn.as(SHOP, PORTAL, Desk.LINEN)
                        .get("/pro/orders/export?format=csv")
                        .body())
                .contains("N° commande")
                .doesNotContain(NAME, part);
        assertThat(SignedIn.as(SHOP, PORTAL, "exploitant@montagne.demo")
                        .get("/pro/orders/export?format=csv&q=" + part)
                        .body())
                .doesNotContain(NAME, part);
        assertThat(SignedIn.as(SHOP, PORTAL, Desk.TOWN)
                        .get("/pro/orders/export?format=csv&q=" + part)
                        .body())
                .contains(NAME);
    }
}
