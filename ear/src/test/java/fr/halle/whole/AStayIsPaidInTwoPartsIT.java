package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Lodging: the deposit now, on its date a link for the balance, which is paid once however often it is clicked (C07, T01). */
class AStayIsPaidInTwoPartsIT {

    private static final String PORTAL = "montagne";
    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Seven free nights from a Saturday, far enough for a deposit to do. */
    private static final String FREE_WEEK = "select min(c.day) - date '2000-01-01' from capacity c join product p"
            + " on p.id = c.product_id where p.slug = 'chalet-edelweiss' and extract(dow from c.day) = 6 and c.day >"
            + " greatest(current_date, (select max(send_on) from balance_due)) + 45 and 7 = (select count(*) from capacity n"
            + " where n.product_id = p.id and n.day between c.day and c.day + 6 and n.taken < n.total)";

    @Test
    void theDepositNowTheBalanceByItsLinkAndOnlyOnce() {
        RunningShop shop = RunningShop.travelling();
        try (Browser phone = Browser.at(Browser.Width.PHONE);
                Browser desk = Browser.at(Browser.Width.DESK)) {
            Customer ines = new Customer(phone.visitor(), shop, PORTAL);
            Page page = ines.page();
            String followed = paysTheDeposit(phone, shop, ines);
            String due = "from balance_due b join customer_order o on o.id = b.order_id where o.order_no = "
                    + Integer.parseInt(ines.orderNumber().substring(3));
            LocalDate sendOn = ORIGIN.plusDays(shop.number("select b.send_on - date '2000-01-01' " + due));

            Desk operator = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.ALL_PORTALS);
            operator.open("/pro/operation/clock");
            operator.page().fill("#clock\\:date", sendOn.toString());
            operator.press("#clock\\:go");
            Await.until(
                    SOON,
                    "the link went by mail on its date",
                    () -> shop.number("select count(*) " + due + " and b.state = 'LINK_SENT'") == 1
                            && letters(shop, ines, "BALANCE_LINK") == 1);
            String link = linkInTheMail(desk, shop, ines);

            page.navigate(link);
            assertThat(page.locator("main").textContent()).contains("Chalet L’Edelweiss", "Déjà payé", "Reste à payer");
            phone.look(page, "balance");
            Page second = desk.visitor();
            second.navigate(link);
            desk.look(second, "balance");
            isRefusedOnce(phone, page);
            goesToPay(page);
            goesToPay(second);
            ines.paysWith(Customer.GOOD_CARD);
            assertThat(page.locator("main").textContent()).contains("Le solde est payé", "0,00");
            phone.look(page, "balance-paid");

            Customer.pays(second, Customer.GOOD_CARD);
            assertThat(second.locator("main").textContent()).contains("Le solde est payé");
            assertThat(second.locator("main form").count()).isZero();
            desk.look(second, "balance-paid");
            assertThat(shop.number("select count(*) from payment p join balance_due b on b.id = p.balance_id"
                            + due.substring("from balance_due b".length())
                            + " and p.state in ('AUTHORISED', 'CAPTURED', 'REDIRECTED', 'INITIATED', 'UNKNOWN')"))
                    .as("clicked twice, charged once")
                    .isEqualTo(1);
            page.navigate(followed);
            assertThat(page.locator("main").textContent()).contains("Solde").doesNotContain("Payer le solde");
            phone.look(page, "follow-stay-paid");
        }
    }

    private static String paysTheDeposit(Browser phone, RunningShop shop, Customer ines) {
        LocalDate arrival = ORIGIN.plusDays(shop.number(FREE_WEEK));
        ines.open("/product/chalet-edelweiss?startsOn=" + arrival + "&endsOn=" + arrival.plusDays(7) + "&adults=2");
        phone.look(ines.page(), "stay");
        ines.page().locator("#choose button.btn").first().click();
        ines.page().waitForURL("**/basket");
        assertThat(ines.page().locator(".line").textContent()).contains("dont taxe de séjour");
        phone.look(ines.page(), "stay-basket");
        ines.open("/checkout");
        assertThat(ines.page().locator(".recap li").first().textContent())
                .as("what is ordered is said above the order button (L221-14)")
                .contains("7 nuits", "2 adultes", "dont taxe de séjour", "€");
        phone.look(ines.page(), "stay-checkout");
        ines.orders("sejour@example.org");
        ines.paysWith(Customer.GOOD_CARD);
        assertThat(ines.page().locator("main").textContent()).contains("Payé maintenant", "À payer plus tard");
        phone.look(ines.page(), "stay-placed");
        String followed = ines.page().url() + "&follow=1";
        ines.page().navigate(followed);
        assertThat(ines.page().locator("main").textContent()).contains("Payer le solde");
        phone.look(ines.page(), "follow-stay");
        return followed;
    }

    private static String linkInTheMail(Browser desk, RunningShop shop, Customer ines) {
        Page mails = desk.visitor();
        mails.navigate(shop.address(PORTAL, "/demo/messages?q=" + ines.orderNumber()));
        mails.locator(".messages-list a", new Page.LocatorOptions().setHasText("olde"))
                .first()
                .click();
        Locator button = mails.frameLocator(".messages-frame")
                .locator("a[href*='/balance?token=']")
                .first();
        desk.look(mails, "mail-balance");
        return button.getAttribute("href");
    }

    private static void isRefusedOnce(Browser phone, Page page) {
        goesToPay(page);
        Customer.pays(page, Customer.DECLINED_CARD);
        assertThat(page.locator("[role=alert]").textContent()).contains("n’a pas été accepté", "Rien n’a été débité");
        phone.look(page, "balance-refused");
    }

    private static void goesToPay(Page page) {
        page.locator("main form button").click();
        page.waitForURL("**/simulator/card/**");
    }

    private static long letters(RunningShop shop, Customer ines, String event) {
        return shop.number("select count(*) from notification n join customer_order o on o.id = n.order_id"
                + " where n.state = 'SENT' and n.event = '" + event + "' and o.order_no = "
                + Integer.parseInt(ines.orderNumber().substring(3)));
    }
}
