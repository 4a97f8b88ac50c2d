package fr.halle.whole;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** A merchant or an operator at the back office. */
final class Desk {

    static final String OYSTERS = "huitriere@ville.demo";
    static final String LINEN = "carpe-diem@ville.demo";
    static final String TOWN = "exploitant@ville.demo";
    static final String ALL_PORTALS = "exploitant@halle.demo";

    private static final String PASSWORD = "demo-halle-2026";

    private final Page page;
    private final String shop;

    private Desk(Page page, String shop) {
        this.page = page;
        this.shop = shop;
    }

    static Desk signedIn(Page page, RunningShop shop, String portal, String login) {
        Desk desk = new Desk(page, shop.address(portal, ""));
        desk.open("/pro");
        desk.signIn(login);
        return desk;
    }

    /** At the sign-in that another address led to. */
    static Desk signsInWhereItIs(Page page, RunningShop shop, String portal, String login) {
        Desk desk = new Desk(page, shop.address(portal, ""));
        desk.signIn(login);
        return desk;
    }

    private void signIn(String login) {
        page.fill("#signIn\\:login", login);
        page.fill("#signIn\\:password", PASSWORD);
        press("#signIn\\:go");
    }

    Page page() {
        return page;
    }

    /** @return the status of the answer */
    int open(String path) {
        return page.navigate(shop + path).status();
    }

    int opensPart(String number) {
        return open("/pro/orders/view?number=" + number);
    }

    /** Makes a move of the part that is open, by its button, or by the menu beside it. @param move such as PROCESS */
    void moves(String move) {
        Locator button = page.locator("#moves .hl-joined > button[value=" + move + "]");
        if (button.count() == 0) {
            page.locator("#moves summary").click();
            button = page.locator("#moves .pop button[value=" + move + "]");
        }
        button.click();
        page.waitForLoadState(LoadState.LOAD);
    }

    /** What the page says of what was just done. */
    String said() {
        return page.locator(".hl-say").first().textContent();
    }

    void press(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState(LoadState.LOAD);
    }

    String text(String selector) {
        return page.locator(selector).first().textContent();
    }
}
