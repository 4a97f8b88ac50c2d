package fr.halle.whole;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** A customer at a browser, who fills a basket, says who they are, and pays. */
final class Customer {

    /** The simulator's test cards. */
    static final String GOOD_CARD = "4970107111111119";

    static final String CARD_WITH_3DS = "4970105181818183";
    static final String DECLINED_CARD = "4000000000000002";

    private final Page page;
    private final String shop;

    Customer(Page page, RunningShop shop, String portal) {
        this.page = page;
        this.shop = shop.address(portal, "");
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(shop + path);
    }

    /** Finds something by its words and puts the first choice of it in the basket. */
    void takes(String words) {
        open("/search?q=" + words);
        page.locator(".card a").first().click();
        takesThis();
    }

    /** @param slug of something that needs no choice */
    void takesProduct(String slug) {
        open("/product/" + slug);
        takesThis();
    }

    void takesThis() {
        page.locator("main form[method=post] button.btn").last().click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Chooses the first free half-hour of every part that still misses one (C09). */
    void choosesSlots() {
        open("/basket");
        for (int i = 0; i < 6; i++) {
            Locator form = page.locator("form:has(input[name=slot])").first();
            if (form.count() == 0) {
                return;
            }
            form.locator("input[name=slot]").first().check(new Locator.CheckOptions().setForce(true));
            form.locator("button.btn").last().click();
            page.waitForLoadState(LoadState.LOAD);
        }
    }

    void saysWhoTheyAre(String firstName, String lastName, String email) {
        page.fill("#firstName", firstName);
        page.fill("#lastName", lastName);
        page.fill("#email", email);
        page.fill("#phone", "06 12 34 56 78");
        if (page.locator("#street").count() > 0) {
            page.fill("#street", "3 rue du Port");
            page.fill("#postcode", "14999");
            page.fill("#city", "Valmer-Plage");
        }
    }

    void acceptsEverything() {
        page.locator("input[type=checkbox]").all().forEach(Locator::check);
    }

    void pressesTheOrderButton() {
        page.locator(".checkout-form button.btn").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** From the filled basket to the provider's page. */
    void orders(String email) {
        open("/checkout");
        saysWhoTheyAre("Inès", "Morel", email);
        acceptsEverything();
        pressesTheOrderButton();
    }

    void paysWith(String card) {
        pays(page, card);
    }

    /** Fills in the provider's page. */
    static void pays(Page page, String card) {
        page.fill("[name=number]", card);
        page.fill("[name=expiry]", "12/29");
        page.fill("[name=code]", "123");
        page.locator("[name=action][value=pay]").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    void cancelsAtTheProvider() {
        page.locator("[name=action][value=cancel]").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    void refusesAtTheBank() {
        page.locator("[name=action][value=refuse]").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    void confirmsAtTheBank() {
        page.fill("[name=code]", "1234");
        page.locator("[name=action][value=confirm]").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** EP-00042, as the page's address says it. */
    String orderNumber() {
        return page.url().replaceFirst(".*/order/(EP-\\d+).*", "$1");
    }
}
