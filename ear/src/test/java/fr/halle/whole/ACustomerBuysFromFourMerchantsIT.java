package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the shelf to the confirmation, without an account (C01–C05, C08–C13, C31, K14). */
class ACustomerBuysFromFourMerchantsIT {

    private static final String PORTAL = "ville";
    private static final int MOST_STOPS = 120;

    /** An outline on what has the focus, or on the label that is drawn in its place. */
    private static final String FOCUS_IS_SEEN = """
            () => {
              for (let at = document.activeElement; at; at = at.parentElement) {
                if (getComputedStyle(at).outlineStyle !== 'none') return true;
              }
              return false;
            }""";

    @ParameterizedTest
    @EnumSource
    void findsFillsPaysOnceAndFollowsTheOrder(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            Page page = ines.page();
            ines.open("/");
            browser.look(page, "home");
            ines.open("/category/mer");
            assertThat(page.locator(".card .status").first().textContent())
                    .as("when it can be fetched")
                    .matches("Retrait .+ dès \\d{1,2}:\\d{2}");
            browser.look(page, "category");
            ines.open("/search?q=huitrse");
            assertThat(page.locator(".card").first().textContent()).contains("Huîtres");
            page.locator(".card a").first().click();
            browser.look(page, "product-goods");
            ines.takesThis();
            ines.takes("muscadet");
            ines.takes("pain-de-campagne");
            ines.takes("bouquet");
            ines.open("/basket");
            assertThat(page.locator(".part").count())
                    .as("one block for each merchant")
                    .isEqualTo(4);
            browser.look(page, "basket");
            ines.choosesSlots();
            browser.look(page, "basket-ready");

            ines.open("/checkout");
            ines.pressesTheOrderButton();
            assertThat(page.locator(".error-summary").textContent()).isNotBlank();
            assertThat(page.locator("#email-error").count())
                    .as("the message stands beside its field")
                    .isEqualTo(1);
            assertThat(page.evaluate("document.activeElement.id"))
                    .as("the first field that was refused has the focus")
                    .isEqualTo("firstName");
            browser.look(page, "checkout-errors");
            assertThat(page.locator(".checkout-form button.btn").textContent())
                    .isEqualTo("Commander avec obligation de paiement");
            ines.saysWhoTheyAre("Inès", "Morel", "ines@example.org");
            ines.acceptsEverything();
            browser.look(page, "checkout");
            ines.pressesTheOrderButton();

            assertThat(page.url()).as("the card is typed at the provider's").contains("/simulator/card/");
            browser.look(page, "card");
            ines.paysWith(Customer.CARD_WITH_3DS);
            browser.look(page, "card-3ds");
            ines.confirmsAtTheBank();

            assertThat(page.url()).contains("/order/EP-");
            assertThat(page.locator("body").textContent()).contains(ines.orderNumber());
            assertThat(shop.number("select count(*) from merchant_order p join customer_order o on o.id = p.order_id"
                            + " where p.number like '" + ines.orderNumber() + "-00_' and o.email = 'ines@example.org'"))
                    .as("M02: %s-001 to -004", ines.orderNumber())
                    .isEqualTo(4);
            browser.look(page, "order");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void abandonsThePaymentOrFailsToProveWhoTheyAreAndCanPayAgain(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            ines.takesProduct("huitres-n3");
            ines.choosesSlots();
            ines.orders("hesitant@example.org");
            ines.cancelsAtTheProvider();
            assertThat(ines.page().locator("h1").textContent()).contains("abandonné");
            browser.look(ines.page(), "payment-abandoned");

            ines.orders("hesitant@example.org");
            ines.paysWith(Customer.CARD_WITH_3DS);
            ines.refusesAtTheBank();
            assertThat(ines.page().locator("h1").textContent()).contains("refusé");
            assertThat(shop.number("select count(*) from capacity_claim c join checkout k on k.id = c.checkout_id"
                            + " where k.state = 'FAILED' and not c.returned"))
                    .as("the stock is given back")
                    .isZero();

            ines.orders("hesitant@example.org");
            ines.paysWith(Customer.GOOD_CARD);
            assertThat(ines.page().locator("h1").textContent()).contains("Merci");
            String tries = "from checkout k join checkout last on last.cart_id = k.cart_id where last.order_no = "
                    + Integer.parseInt(ines.orderNumber().substring(3));
            assertThat(shop.number("select count(*) " + tries)).isEqualTo(3);
            assertThat(shop.number("select count(*) " + tries + " and k.state = 'PLACED'"))
                    .as("three tries, one order")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void isToldThatTheCardWasRefusedAndKeepsTheBasket(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            ines.takes("muscadet");
            ines.choosesSlots();
            ines.orders("refused@example.org");
            ines.paysWith(Customer.DECLINED_CARD);
            browser.look(ines.page(), "payment-refused");
            assertThat(ines.page().locator("h1").textContent()).contains("refusé");
            ines.open("/basket");
            assertThat(ines.page().locator(".part").count()).isEqualTo(1);
            assertThat(shop.number("select count(*) from customer_order where email = 'refused@example.org'"))
                    .isZero();
            assertThat(shop.number("select count(*) from capacity_claim c join checkout k on k.id = c.checkout_id"
                            + " where k.state = 'FAILED' and not c.returned"))
                    .as("the stock is given back")
                    .isZero();
        }
    }

    /** No mouse: Tab, Space, the arrows and Enter, and the focus is seen at every stop. */
    @ParameterizedTest
    @EnumSource
    void buysWithTheKeyboardAlone(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            page.navigate(shop.address(PORTAL, "/product/huitres-n3"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className"))
                    .as("the first stop leads past the menus")
                    .isEqualTo("skip");
            page.keyboard().press("Enter");
            tabsTo(page, "#choose .qty button[value='1']");
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(page.locator("#quantity").inputValue()).isEqualTo("3");
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Space");
            assertThat(page.locator("#quantity").inputValue()).isEqualTo("2");
            tabsTo(page, "#choose button.btn");
            goesOn(page);
            assertThat(page.locator(".line input[name=quantity]").inputValue()).isEqualTo("2");
            tabsTo(page, "input[name=slot]");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            tabsTo(page, ".collect button.btn");
            goesOn(page);
            tabsTo(page, "a.btn[href='/checkout']");
            goesOn(page);
            types(page, "#firstName", "Inès");
            types(page, "#lastName", "Morel");
            types(page, "#email", "clavier@example.org");
            types(page, "#phone", "06 12 34 56 78");
            for (int boxes = page.locator("input[type=checkbox]").count(); boxes > 0; boxes--) {
                tabsTo(page, "input[type=checkbox]:not(:checked)");
                page.keyboard().press("Space");
            }
            tabsTo(page, ".checkout-form button.btn");
            goesOn(page);
            types(page, "[name=number]", Customer.GOOD_CARD);
            types(page, "[name=expiry]", "12/29");
            types(page, "[name=code]", "123");
            tabsTo(page, "[name=action][value=pay]");
            goesOn(page);
            assertThat(page.locator("h1").textContent()).contains("Merci");
        }
    }

    private static void types(Page page, String field, String text) {
        tabsTo(page, field);
        page.keyboard().type(text);
    }

    /** Presses Enter and waits for another page than this one. */
    private static void goesOn(Page page) {
        page.evaluate("document.documentElement.dataset.left = 'true'");
        page.keyboard().press("Enter");
        page.locator("html:not([data-left])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState(LoadState.LOAD);
    }

    private static void tabsTo(Page page, String wanted) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(FOCUS_IS_SEEN))
                    .as("the focus on the way to %s", wanted)
                    .isEqualTo(true);
            if (page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)
                    .equals(true)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + wanted + " on " + page.url());
    }
}
