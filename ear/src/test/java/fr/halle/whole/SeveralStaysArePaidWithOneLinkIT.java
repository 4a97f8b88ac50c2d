package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Three places to stay of two merchants in one basket: one deposit, and on its date one link for all the balances (C07, C26, T01). */
class SeveralStaysArePaidWithOneLinkIT {

    private static final String PORTAL = "montagne";
    private static final LocalDate ORIGIN = LocalDate.of(2000, 1, 1);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> STAYS = List.of("chalet-edelweiss", "studio-melezes", "chalet-marmotte");

    /** Seven nights from a Saturday that are free in all three, far enough for a deposit to do. */
    private static final String FREE_WEEK = "select min(c.day) - date '2000-01-01' from capacity c join product p"
            + " on p.id = c.product_id where p.slug = 'chalet-edelweiss' and extract(dow from c.day) = 6 and c.day >"
            + " greatest(current_date, (select max(send_on) from balance_due)) + 45 and not exists (select from product x,"
            + " generate_series(0, 6) n where x.slug in ('chalet-edelweiss', 'studio-melezes', 'chalet-marmotte') and not exists"
            + " (select from capacity k where k.product_id = x.id and k.day = c.day + n::int and k.taken < k.total))";

    @Test
    void oneLinkOnePaymentAndEachMerchantItsShare() {
        RunningShop shop = RunningShop.travelling();
        try (Browser phone = Browser.at(Browser.Width.PHONE);
                Browser desk = Browser.at(Browser.Width.DESK)) {
            Customer ines = new Customer(phone.visitor(), shop, PORTAL);
            Page page = ines.page();
            String followed = paysTheDeposits(shop, ines);
            phone.look(page, "follow-several-stays");
            int number = Integer.parseInt(ines.orderNumber().substring(3));
            String due = " from balance_due b join customer_order o on o.id = b.order_id where o.order_no = " + number;
            assertThat(shop.number("select count(distinct b.bill_id)" + due)).isEqualTo(1);
            LocalDate sendOn = ORIGIN.plusDays(shop.number("select min(b.send_on) - date '2000-01-01'" + due));
            Desk operator = Desk.signedIn(desk.visitor(), shop, PORTAL, Desk.ALL_PORTALS);
            operator.open("/pro/operation/clock");
            operator.page().fill("#clock\\:date", sendOn.toString());
            operator.press("#clock\\:go");
            Await.until(
                    SOON,
                    "one link went by mail for the three of them",
                    () -> shop.number("select count(*)" + due + " and b.state = 'LINK_SENT'") == 3
                            && letters(shop, number, "BALANCE_LINK") == 1);
            String link = linkInTheMail(desk, shop, ines);

            page.navigate(link);
            assertThat(page.locator("main").textContent())
                    .contains("L’Edelweiss", "Mélèzes", "Marmotte", "Déjà payé", "Reste à payer");
            phone.look(page, "balance-several");
            Page second = desk.visitor();
            second.navigate(link);
            desk.look(second, "balance-several");
            goesToPay(page);
            goesToPay(second);
            ines.paysWith(Customer.GOOD_CARD);
            assertThat(page.locator("main").textContent()).contains("Le solde est payé", "0,00");
            phone.look(page, "balance-several-paid");
            assertThat(shop.number("select count(*)" + due + " and b.state = 'PAID'"))
                    .isEqualTo(3);
            assertThat(shop.number(
                            "select count(*) from payment_share s join payment p on p.id = s.payment_id join customer_order o"
                                    + " on o.id = p.order_id where p.purpose = 'BALANCE' and o.order_no = " + number))
                    .as("one payment, a share for each merchant")
                    .isEqualTo(2);
            Await.until(
                    SOON,
                    "one receipt, and each merchant its notice",
                    () -> letters(shop, number, "BALANCE_PAID") == 1 && letters(shop, number, "BALANCE_RECEIVED") == 2);
            page.navigate(followed);
            assertThat(page.locator("main").textContent()).contains("Solde").doesNotContain("Payer le solde");
        }
    }

    private static String paysTheDeposits(RunningShop shop, Customer ines) {
        LocalDate arrival = ORIGIN.plusDays(shop.number(FREE_WEEK));
        for (String stay : STAYS) {
            ines.open("/product/" + stay + "?startsOn=" + arrival + "&endsOn=" + arrival.plusDays(7) + "&adults=2");
            ines.page().locator("#choose button.btn").first().click();
            ines.page().waitForURL("**/basket**");
        }
        ines.orders("sejours@example.org");
        ines.paysWith(Customer.GOOD_CARD);
        String followed = ines.page().url() + "&follow=1";
        ines.page().navigate(followed);
        assertThat(ines.page().locator("main a[href^='/balance?token=']").evaluateAll("all => all.map(a => a.href)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .as("the same link with each merchant")
                .hasSize(2)
                .containsOnly(ines.page()
                        .locator("main a[href^='/balance?token=']")
                        .first()
                        .evaluate("a => a.href"));
        return followed;
    }

    private static String linkInTheMail(Browser desk, RunningShop shop, Customer ines) {
        Page mails = desk.visitor();
        mails.navigate(shop.address(PORTAL, "/demo/messages?q=" + ines.orderNumber()));
        mails.locator(".messages-list a", new Page.LocatorOptions().setHasText("Solde de votre commande"))
                .first()
                .click();
        String link = mails.frameLocator(".messages-frame")
                .locator("a[href*='/balance?token=']")
                .first()
                .getAttribute("href");
        desk.look(mails, "mail-balance-several");
        return link;
    }

    private static void goesToPay(Page page) {
        page.locator("main form button").click();
        page.waitForURL("**/simulator/card/**");
    }

    private static long letters(RunningShop shop, int number, String event) {
        return shop.number("select count(*) from notification n join customer_order o on o.id = n.order_id"
                + " where n.state = 'SENT' and n.event = '" + event + "' and o.order_no = " + number);
    }
}
