package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reading pages with the demo's data (C01, C02): every type of page at both widths, and a choice made without script. */
class AVisitorReadsTheShopIT {

    private static final Map<String, String> OF_THE_RESORT = Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("category", "/category/cours?max=200"),
            Map.entry("search", "/search?q=chalet"),
            Map.entry("shops", "/shops"),
            Map.entry("shop", "/shop/ecole"),
            Map.entry("help", "/help"),
            Map.entry("group-lesson", "/product/cours-ski-enfants-matin"),
            Map.entry("private-lesson", "/product/lecon-particuliere-ski"),
            Map.entry("activity", "/product/bain-nordique"),
            Map.entry("pass", "/product/forfait-domaine"),
            Map.entry("rental", "/product/pack-ski-adulte"),
            Map.entry("lodging", "/product/chalet-edelweiss"),
            Map.entry("insurance", "/product/assurance-annulation"));

    @ParameterizedTest
    @EnumSource
    void seesEveryTypeOfPage(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            OF_THE_RESORT.forEach((name, path) -> {
                page.navigate(shop.address("montagne", path));
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                browser.look(page, "read-" + name);
            });
            page.navigate(shop.address("ville", "/product/huitres-n3"));
            browser.look(page, "read-goods");
            assertThat(page.navigate(shop.address("ville", "/product/nowhere")).status())
                    .isEqualTo(404);
            assertThat(page.locator(".site-header").count())
                    .as("a product that is gone is told by the shop, not by its back office")
                    .isEqualTo(1);
            browser.look(page, "read-not-found");
        }
    }

    @Test
    void aRefusalStandsBesideItsFieldAndWhatWasChosenIsKept() {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(Browser.Width.PHONE)) {
            Page page = browser.visitor();
            page.navigate(shop.address("montagne", "/product/bain-nordique"));
            Locator adults = page.locator("input[name^=many-]").first();
            adults.fill("19");
            page.locator("input[name=startsAt]:not([disabled])").first().check();
            page.locator("#choose button").last().click();
            assertThat(page.locator("#quantity-error").textContent()).isNotBlank();
            assertThat(page.locator("input[name^=many-]").first().inputValue()).isEqualTo("19");
            assertThat(page.locator("input[name=startsAt]:checked").count()).isEqualTo(1);
            browser.look(page, "read-refused");
            page.locator("input[name^=many-]").first().fill("1");
            page.locator("#choose button").last().click();
            page.waitForURL(Pattern.compile(".*/basket$"));
        }
    }

    /** Other months and other nights are for as many as were told already. */
    @ParameterizedTest
    @EnumSource
    void aPartyIsCountedOnceForAllTheNightsItLooksAt(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            page.navigate(shop.address("montagne", "/product/chalet-choucas?adults=3&children=1"));
            page.locator("#nights p.row a").last().click();
            page.waitForURL("**from=**");
            browser.look(page, "read-other-months");
            page.locator(".nights a").first().click();
            page.waitForURL("**startsOn=**");
            assertThat(page.locator("#adults").inputValue()).isEqualTo("3");
            assertThat(page.locator("#children").inputValue()).isEqualTo("1");
            page.locator(".nights a").first().click();
            page.waitForURL(Pattern.compile(".*startsOn=.*adults=3&children=1.*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sortsAListAndKeepsTheOrderWithItsFiltersAndPages(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitorWithoutScript();
            page.navigate(shop.address("montagne", "/search?max=500"));
            page.selectOption("#sort", "-price");
            page.locator(".sort button").click();
            page.waitForURL(Pattern.compile(".*sort=-price.*"));
            assertThat(page.url()).contains("max=500");
            assertThat(page.locator("#sort").inputValue()).isEqualTo("-price");
            List<Long> met = new ArrayList<>(prices(page));
            while (page.locator("a[rel=next]").count() > 0) {
                page.navigate(
                        shop.address("montagne", page.locator("a[rel=next]").getAttribute("href")));
                met.addAll(prices(page));
            }
            assertThat(met).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(page.locator(".sortbar [role=status]").textContent())
                    .as("everything that was counted was met")
                    .startsWith(met.size() + " ");
            page.navigate(shop.address("ville", "/shop/huitriere?sort=price"));
            assertThat(prices(page)).hasSizeGreaterThan(1).isSorted();
        }
    }

    @Test
    void isToldOfAnOrderThatDoesNotExist() {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(Browser.Width.PHONE)) {
            Page page = browser.visitor();
            assertThat(page.navigate(shop.address("ville", "/search?sort=cheapest"))
                            .status())
                    .isEqualTo(400);
            assertThat(page.locator("[role=alert]").textContent()).contains("tri");
            assertThat(page.locator(".card").count()).isPositive();
            browser.look(page, "read-sort-unknown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldBesideTheFieldOfAHighestPriceThatCannotBeRead(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitorWithoutScript();
            assertThat(page.navigate(shop.address("ville", "/search?max=20+euros"))
                            .status())
                    .isEqualTo(400);
            Locator field = page.locator("input[name=max]:visible");
            assertThat(field.inputValue()).isEqualTo("20 euros");
            assertThat(page.locator("#" + field.getAttribute("aria-describedby"))
                            .innerText())
                    .contains("12,50");
            assertThat(page.locator(".card").count()).isPositive();
            Page scripted = browser.visitor();
            scripted.navigate(page.url());
            browser.look(scripted, "read-price-unread");
            field.fill("20 €");
            page.locator(".facets button:visible").click();
            page.waitForURL(Pattern.compile(".*max=20\\+%E2.*"));
            assertThat(page.locator("#m-max-error, #w-max-error").count()).isZero();
            assertThat(page.locator(".applied").innerText()).contains("20,00");
        }
    }

    private static List<Long> prices(Page page) {
        return page.locator(".card .price b").allTextContents().stream()
                .map(text -> Long.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }
}
