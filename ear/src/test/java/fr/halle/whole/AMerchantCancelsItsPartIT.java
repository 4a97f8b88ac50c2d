package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One merchant calls its part off, the other has validated and must ask the operator (C15, C16, M40, M47, M49, O01, K1, K8, K18). */
class AMerchantCancelsItsPartIT {

    private static final String PORTAL = "ville";
    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void andTheCustomerIsRefundedWhileTheOtherPartLives(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            Page page = ines.page();
            ines.takesProduct("huitres-n3");
            ines.takesProduct("serviette-plage");
            ines.choosesSlots();
            ines.orders("annule@example.org");
            ines.paysWith(Customer.GOOD_CARD);
            String oystersPart = ines.orderNumber() + "-001";
            String linenPart = ines.orderNumber() + "-002";
            String followed = page.url() + "&follow=1";

            cancelsWithAReason(browser, Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.LINEN), linenPart);
            Await.until(SOON, "the refund ran", () -> refunded(shop, linenPart) == 3900);
            page.navigate(followed);
            assertThat(page.locator(".part").first().textContent()).doesNotContain("annulé");
            assertThat(page.locator(".part").last().textContent())
                    .contains(
                            "Part annulée par «\u00a0Carpe Diem\u00a0»",
                            "La mer a tout pris",
                            "39,00",
                            "reste de la commande");
            browser.look(page, "follow-cancelled");
            Await.until(
                    SOON,
                    "the customer has the notice of K8",
                    () -> letters(shop, linenPart, "PART_CANCELLED") == 1
                            && letters(shop, linenPart, "REFUND_SUCCEEDED") == 1);

            Desk oysters = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.OYSTERS);
            oysters.opensPart(oystersPart);
            oysters.moves("PROCESS");
            oysters.open("/pro/orders/cancel?number=" + oystersPart);
            assertThat(oysters.text(".hl-say")).contains("Vous ne pouvez plus annuler", "aide@ville.demo");
            assertThat(oysters.page().locator("#c\\:go").count()).isZero();
            browser.look(oysters.page(), "pro-cancel-refused");

            theOperatorCancels(browser, shop, oystersPart);
            Await.until(SOON, "the second refund ran", () -> refunded(shop, oystersPart) == 1140);
            oysters.opensPart(oystersPart);
            assertThat(oysters.text("main")).contains("Fermeture exceptionnelle", "remboursée");
            browser.look(oysters.page(), "pro-cancelled");
        }
    }

    /** K9: where the portal cancels by line, the others live on, until the last one takes the part with it. */
    @ParameterizedTest
    @EnumSource
    void andWhereLinesAreCancelledAloneTheOthersLiveOn(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, "montagne");
            ines.takesProduct("crozets");
            ines.takesProduct("beaufort-alpage");
            ines.choosesSlots();
            ines.orders("ligne@example.org");
            ines.paysWith(Customer.GOOD_CARD);
            String part = ines.orderNumber() + "-001";
            long first = shop.number(
                    "select l.total_cents from order_line l join merchant_order p on p.id = l.merchant_order_id"
                            + " where p.number = '" + part + "' order by l.line_no limit 1");
            long whole = shop.number("select total_cents from merchant_order where number = '" + part + "'");
            String followed = ines.page().url() + "&follow=1";

            Desk office = Desk.signedIn(browser.visitor(), shop, "montagne", "exploitant@montagne.demo");
            office.open("/pro/orders/cancel?number=" + part);
            office.page().locator(".hl-pick input").last().uncheck();
            office.press(".hl-pick button");
            assertThat(office.text("main")).contains("1 autre prestation de cette commande continue");
            office.page().selectOption("#c\\:reason", "WEATHER");
            office.page().fill("#c\\:message", "La route est coupée.");
            browser.look(office.page(), "pro-cancel-line");
            office.press("#c\\:go");
            assertThat(office.said()).contains("le reste de la commande continue");
            assertThat(office.text("[aria-labelledby=lines]")).contains("annulé", "confirmé", "Reste de la commande");
            assertThat(office.text("[aria-labelledby=history]")).contains("Conditions météo. La route est coupée.");
            browser.look(office.page(), "pro-line-cancelled");
            Await.until(SOON, "the line's refund ran", () -> refunded(shop, part) == first);
            Await.until(SOON, "the customer was told", () -> letters(shop, part, "LINES_CANCELLED") == 1);
            ines.page().navigate(followed);
            assertThat(ines.page().locator(".part").textContent())
                    .contains(
                            "annulé",
                            "Commande enregistrée",
                            "Conditions météo. La route est coupée.",
                            "remboursés sur");
            assertThat(euros(ines.page().locator(".part-head s")))
                    .as("what was ordered")
                    .isEqualTo(whole);
            assertThat(ines.page().locator(".part-head .num").textContent())
                    .as("two amounts, apart")
                    .containsPattern("€\\h\\d");
            assertThat(euros(ines.page().locator(".part .line s"))).isEqualTo(first);
            browser.look(ines.page(), "follow-line-cancelled");
            ines.page().navigate(followed.replace("/order/", "/order-receipt/"));
            assertThat(ines.page().locator("main").textContent()).contains("La route est coupée.", "Remboursé");
            assertThat(euros(ines.page().locator(".receipt-lines tfoot b")))
                    .as("what is left of it")
                    .isEqualTo(whole - first);
            assertThat(ines.page().locator(".receipt .sumlines").textContent().replaceAll("\\D+", " "))
                    .as("ordered, cancelled, refunded")
                    .contains(figures(whole) + " " + figures(first) + " " + figures(first));
            assertThat(ines.page()
                            .locator(".receipt .part-body > p")
                            .last()
                            .textContent()
                            .replaceAll("\\D+", " "))
                    .as("its VAT is of that alone")
                    .endsWith(" " + figures(whole - first) + " ");
            browser.look(ines.page(), "receipt-line-cancelled");

            office.open("/pro/orders/cancel?number=" + part);
            assertThat(office.page().locator(".hl-pick").count())
                    .as("nothing is left to choose")
                    .isZero();
            office.page().selectOption("#c\\:reason", "CUSTOMER_ASKED");
            office.press("#c\\:go");
            Await.until(SOON, "the rest is refunded", () -> refunded(shop, part) == whole);
            assertThat(shop.text("select state from merchant_order where number = '" + part + "'"))
                    .isEqualTo("CANCELLED");
        }
    }

    private static long euros(Locator amount) {
        return Long.parseLong(amount.first().textContent().replaceAll("\\D", ""));
    }

    /** 12,34 € without its signs. */
    private static String figures(long cents) {
        return cents / 100 + " " + String.format("%02d", cents % 100);
    }

    private static void cancelsWithAReason(Browser browser, Desk linen, String part) {
        linen.open("/pro/orders/cancel?number=" + part);
        assertThat(linen.text(".hl-effect"))
                .as("the effect, in euros, before it is done")
                .contains("Rendu à Inès Morel", "39,00", "Frais rendus", "1,38", "37,62");
        linen.press("#c\\:go");
        assertThat(linen.text("#reasonBad")).contains("Choisissez un motif");
        browser.look(linen.page(), "pro-cancel");
        linen.page().selectOption("#c\\:reason", "UNAVAILABLE");
        linen.page().fill("#c\\:message", "La mer a tout pris.");
        linen.press("#c\\:go");
        assertThat(linen.said()).contains("annulée");
    }

    private static void theOperatorCancels(Browser browser, RunningShop shop, String part) {
        Desk town = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.TOWN);
        town.open("/pro/orders/cancel?number=" + part);
        assertThat(town.text("main")).contains("pour le compte de «\u00a0Huîtrière du Banc\u00a0»");
        town.page().selectOption("#c\\:reason", "CLOSED");
        town.press("#c\\:go");
        assertThat(town.said()).contains("annulée");
        town.open("/demo/messages?q=" + Desk.OYSTERS);
        town.page()
                .locator(".messages-list a", new Page.LocatorOptions().setHasText(part + " annulée pour votre compte"))
                .first()
                .click();
        assertThat(town.page().frameLocator(".messages-frame").locator("body").textContent())
                .contains("Fermeture exceptionnelle");
        browser.look(town.page(), "mail-cancelled-on-behalf");
    }

    private static long refunded(RunningShop shop, String part) {
        return shop.number("select coalesce(sum(r.amount_cents), 0) from refund r join merchant_order p"
                + " on p.id = r.merchant_order_id where r.state = 'SUCCEEDED' and p.number = '" + part + "'");
    }

    private static long letters(RunningShop shop, String part, String event) {
        return shop.number("select count(*) from notification n join merchant_order p on p.id = n.merchant_order_id"
                + " where n.state = 'SENT' and p.number = '" + part + "' and n.event = '" + event + "'");
    }
}
