package fr.halle.whole;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;

/** The demo's inbox of everybody, {@code /demo/messages}, where somebody opens a mail as it would have arrived. */
final class Outbox {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Page page;
    private final RunningShop shop;
    private final String portal;

    Outbox(Page page, RunningShop shop, String portal) {
        this.page = page;
        this.shop = shop;
        this.portal = portal;
    }

    /** Waits for the mail and opens the newest of them. @param event such as REQUEST_ANSWERED */
    FrameLocator opens(String event, String recipient) {
        String mail = "select coalesce(max(id), 0) from notification where event = '" + event + "' and recipient = '"
                + recipient + "' and channel = 'MAIL' and state = 'SENT'";
        Await.until(SOON, event + " has left for " + recipient, () -> shop.number(mail) > 0);
        page.navigate(shop.address(portal, "/demo/messages?q=" + recipient + "&id=" + shop.number(mail)));
        page.waitForLoadState(LoadState.LOAD);
        return page.frameLocator(".messages-frame");
    }

    /** Where a link of the open mail leads. */
    static String link(FrameLocator mail, String path) {
        return mail.locator("a[href*='" + path + "']").first().getAttribute("href");
    }
}
