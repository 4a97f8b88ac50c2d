package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The buttons at the bottom of « Consultation de la commande » (M17, M19, M20, C27, C28, K12). */
class AMerchantSendsTheMailsAgainIT {

    private static final String PORTAL = "ville";

    @ParameterizedTest
    @EnumSource
    void onceAndNotAnotherMerchants(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            String order = bought(browser, shop);
            Page page = signedIn(browser, shop, "huitriere@ville.demo");
            page.navigate(shop.address(PORTAL, "/pro/orders/view?number=" + order + "-001"));
            browser.look(page, "part-with-mails");
            String part = page.locator("form[action='/pro/part-resend'] input[name=id]")
                    .first()
                    .inputValue();
            press(page, "mails");
            assertThat(page.locator(".hl-say[role=status]").textContent()).contains("C’est parti");
            browser.look(page, "part-mails-sent");
            press(page, "recap");
            assertThat(page.locator(".hl-say[role=status]").textContent()).contains("récapitulatif");
            press(page, "recap");
            assertThat(page.locator("[role=alert]").textContent())
                    .as("not twice in ten minutes")
                    .contains("Prochain envoi possible");
            page.navigate(shop.address(PORTAL, "/demo/messages?q=" + order));
            assertThat(page.locator(".messages-list").textContent()).contains("Récapitulatif de votre commande");
            browser.look(page, "messages-list");
            page.locator(".messages-list a").first().click();
            page.waitForLoadState(LoadState.LOAD);
            browser.look(page, "messages-mail");
            page.navigate(shop.address(PORTAL, "/pro/messages?q=" + order));
            browser.look(page, "pro-messages");

            Page other = signedIn(browser, shop, "carpe-diem@ville.demo");
            assertThat(posted(other, part, "mails")).isEqualTo(404);
            assertThat(posted(other, part, "recap")).isEqualTo(404);
            assertThat(posted(page, part, "everything")).as("no such button").isEqualTo(404);
            assertThat(posted(page, "forged", "mails")).isEqualTo(404);
        }
    }

    private static String bought(Browser browser, RunningShop shop) {
        Customer ines = new Customer(browser.visitor(), shop, PORTAL);
        ines.takes("huitres");
        ines.takes("savon");
        ines.choosesSlots();
        ines.orders("ines@example.org");
        ines.paysWith(Customer.GOOD_CARD);
        ines.page().waitForURL("**/order/EP-*");
        return ines.orderNumber();
    }

    private static Page signedIn(Browser browser, RunningShop shop, String login) {
        Page page = browser.visitor();
        page.navigate(shop.address(PORTAL, "/pro"));
        page.fill("#signIn\\:login", login);
        page.fill("#signIn\\:password", "demo-halle-2026");
        page.click("#signIn\\:go");
        page.waitForLoadState(LoadState.LOAD);
        return page;
    }

    private static void press(Page page, String what) {
        page.click("button[name=what][value=" + what + "]");
        page.waitForLoadState(LoadState.LOAD);
    }

    private static int posted(Page page, String part, String what) {
        return ((Number) page.evaluate(
                        "([id, what]) => fetch('/pro/part-resend', {method: 'POST', body: new URLSearchParams({id, what})})"
                                + ".then(answer => answer.status)",
                        java.util.List.of(part, what)))
                .intValue();
    }
}
