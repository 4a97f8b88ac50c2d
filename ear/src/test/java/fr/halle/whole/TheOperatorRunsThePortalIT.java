package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the sale to the bank: jobs run now, the demo's clock moved, a payout paid, the ledger proved (K2, M16, M60–M67, T03–T05). */
class TheOperatorRunsThePortalIT {

    private static final String PORTAL = "ville";
    private static final double PATIENCE_MS = 60_000;
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String PAID = "select count(*) from payout where state = 'PAID'";
    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

    @Test
    void collectsMovesTheClockAndSeesThePayoutPaidAndEveryAccountRight() {
        RunningShop shop = RunningShop.travelling();
        try (Browser desk = Browser.at(Browser.Width.DESK);
                Browser phone = Browser.at(Browser.Width.PHONE)) {
            String order = aMerchantHasSoldAndHandedOver(desk, shop);
            Desk operator = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.ALL_PORTALS);
            runsTheCollection(desk, operator);
            Await.until(
                    SOON,
                    "the payment is collected",
                    () -> shop.number("select count(*) from payment p join checkout k on k.id = p.checkout_id"
                                    + " where p.state = 'CAPTURED' and k.order_no = "
                                    + Integer.parseInt(order.substring(3)))
                            == 1);
            Desk oysters = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.OYSTERS);
            oysters.opensPart(order + "-001");
            assertThat(oysters.text("[aria-labelledby=transactions]")).contains("collecté");

            long paidBefore = shop.number(PAID);
            operator.open("/pro/operation/clock");
            operator.press("button:has-text('+ 2 jours')");
            Await.until(SOON, "the payout is paid", () -> shop.number(PAID) > paidBefore);
            done(operator.page(), "#clock\\:run");
            desk.look(operator.page(), "operator-clock");
            operator.open("/pro/operation/payouts");
            assertThat(operator.page().locator("tbody tr").allTextContents())
                    .as("terminé + 48 h: the payout is at the bank")
                    .anyMatch(
                            row -> row.contains("Huîtrière du Banc") && row.contains("10,82") && row.contains("versé"));
            desk.look(operator.page(), "operator-payouts");
            oysters.open("/pro/finances");
            assertThat(oysters.text("[aria-labelledby=payouts]")).contains("10,82", "versé");
            desk.look(oysters.page(), "pro-finances");

            provesTheOrder(desk, operator, order);
            seesEveryInvariantGreen(desk, operator);
            looksAtItAllOnTheTelephone(phone, shop, order);
        }
    }

    private static String aMerchantHasSoldAndHandedOver(Browser browser, RunningShop shop) {
        Customer ines = new Customer(browser.visitor(), shop, PORTAL);
        ines.takesProduct("huitres-n3");
        ines.choosesSlots();
        ines.orders("operateur@example.org");
        ines.paysWith(Customer.GOOD_CARD);
        Desk oysters = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.OYSTERS);
        oysters.opensPart(ines.orderNumber() + "-001");
        oysters.moves("COMPLETE");
        return ines.orderNumber();
    }

    private static void runsTheCollection(Browser browser, Desk operator) {
        operator.open("/pro/operation/jobs");
        operator.press("tr:has(a[href$='job=collection']) button");
        assertThat(operator.said()).contains("Le traitement est lancé");
        done(operator.page(), "tr:has(a[href$='job=collection'])");
        operator.press("a[href$='job=collection']");
        assertThat(operator.text("main")).contains("Exploitation Halle", "Exécution");
        browser.look(operator.page(), "operator-jobs");
    }

    /** The page asks again by itself while a job runs. */
    private static void done(Page page, String where) {
        page.locator(where).locator(".st-ok").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
    }

    private static void provesTheOrder(Browser browser, Desk operator, String order) {
        operator.open("/pro/operation/ledger?q=" + order);
        assertThat(operator.text(".hl-right")).contains("0,00");
        assertThat(operator.text("main")).contains("Paiement accepté", "Frais", "Disponible", "zéro d’écart");
        browser.look(operator.page(), "operator-ledger");
    }

    private static void seesEveryInvariantGreen(Browser browser, Desk operator) {
        operator.open("/pro/operation/overview");
        Page page = operator.page();
        assertThat(page.getByText("Tout est juste", EXACTLY).count()).isEqualTo(1);
        List<String> checks = page.locator(".hl-check").allTextContents();
        assertThat(checks).hasSizeGreaterThan(10).allMatch(check -> check.contains("contrôlée"));
        assertThat(checks).allMatch(check -> check.contains("0,00") || check.contains("0 écart"));
        browser.look(page, "operator-overview");
    }

    private static void looksAtItAllOnTheTelephone(Browser phone, RunningShop shop, String order) {
        Desk operator = Desk.signedIn(phone.visitor(), shop, PORTAL, Desk.ALL_PORTALS);
        for (String page : List.of("overview", "jobs", "payouts", "refunds", "clock")) {
            operator.open("/pro/operation/" + page);
            phone.look(operator.page(), "operator-" + page);
        }
        operator.open("/pro/operation/ledger?q=" + order);
        phone.look(operator.page(), "operator-ledger");
        operator.open("/pro/finances");
    }
}
