package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AStrangerOpensTheShopIT {

    @ParameterizedTest
    @EnumSource
    void seesTheFirstPage(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            page.navigate(shop.local("/").toString());
            assertThat(page.locator("h1").first().textContent()).isNotBlank();
            browser.look(page, "choice");
        }
    }
}
