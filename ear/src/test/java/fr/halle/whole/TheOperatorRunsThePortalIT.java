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

    /** M41, O16, O18: the home's figures open their very rows; a mail that its merchant refused is mended, and the audit says by whom. */
    @Test
    void watchesTheCockpitAndMendsWhatStandsInErreur() {
        RunningShop shop = RunningShop.travelling();
        String part = aMailDidNotReachItsMerchant(shop);
        try (Browser desk = Browser.at(Browser.Width.DESK);
                Browser phone = Browser.at(Browser.Width.PHONE)) {
            Desk all = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.ALL_PORTALS);
            assertThat(all.page().url()).as("the operator's home").endsWith("/pro/operation/overview");
            all.open("/pro/operation/jobs");
            all.press("tr:has(a[href$='job=error-watch']) button");
            Await.until(
                    SOON,
                    "the clock finds it",
                    () -> shop.number("select count(*) from order_trouble t join merchant_order m on m.id = t.part_id"
                                    + " where t.solved_at is null and m.number = '" + part + "'")
                            == 1);

            Desk town = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.TOWN);
            desk.look(town.page(), "operator-cockpit");
            opensAsManyRows(town, "bounced", ".hl-rows tbody tr");
            opensAsManyRows(town, "unaccepted", ".hl-rows tbody a.key");
            opensAsManyRows(town, "errors", ".hl-trouble");
            desk.look(town.page(), "operator-errors");
            String row = ".hl-trouble:has-text('" + part + "')";
            assertThat(town.text(row))
                    .contains("Mail au marchand non remis", "Huîtrière du Banc", "550 5.1.1", "Appelez le marchand");
            town.press(row + " button[name=replay]");
            assertThat(town.said()).contains("C’est fait");
            assertThat(town.page().locator(row).count()).isZero();

            town.open("/pro/operation/trail?about=" + part);
            assertThat(town.text("#trail tbody"))
                    .contains("Erreur rejouée", "au nom de «\u00a0Huîtrière du Banc\u00a0»", "127.0.0.*");
            desk.look(town.page(), "operator-trail");
            town.open("/pro/operation/quality");
            assertThat(town.text("#quality")).contains("Huîtrière");
            desk.look(town.page(), "operator-quality");

            Desk onTheWay = Desk.signedIn(phone.visitor(), shop, PORTAL, Desk.TOWN);
            for (String page : List.of("overview", "errors", "trail", "quality", "refunds?only=LATE")) {
                onTheWay.open("/pro/operation/" + page);
                phone.look(onTheWay.page(), "operator-" + page.replaceAll("\\W.*", ""));
            }
            Desk oysters = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.OYSTERS);
            assertThat(oysters.text(".hl-help")).as("O14").contains("@");
        }
    }

    private static String aMailDidNotReachItsMerchant(RunningShop shop) {
        ApiCustomer customer = new ApiCustomer(shop, PORTAL, "Poste", "poste@example.org");
        ApiCustomer.Ordered sold = customer.orders(customer.fills(ApiCustomer.mostOf(shop, "huitriere")));
        customer.pays(sold);
        String mail =
                " from notification n where n.event = 'NEW_ORDER' and n.channel = 'MAIL' and n.merchant_order_id ="
                        + " (select id from merchant_order where number = '" + sold.number() + "-001')";
        Await.until(
                SOON,
                "the merchant's mail has left",
                () -> shop.number("select count(*)" + mail + " and n.state = 'SENT'") == 1);
        shop.update(
                "update notification set state = 'DEAD', bounced_at = now(), last_error = '550 5.1.1 unknown' where id ="
                        + " (select n.id" + mail + ")");
        return sold.number() + "-001";
    }

    private static void opensAsManyRows(Desk operator, String figure, String rows) {
        operator.open("/pro/operation/overview");
        String link = ".hl-cockpit a[data-key=" + figure + "]";
        int counted = Integer.parseInt(operator.text(link + " b"));
        assertThat(counted).as(figure).isPositive();
        operator.press(link);
        assertThat(operator.page().locator(rows).count()).as(figure).isEqualTo(counted);
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
