package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The private page of an order of two merchants, while one of them moves its part (C14, C16, C31, M35–M39, M42, M44, T07). */
class TheCustomerFollowsTheOrderIT {

    private static final String PORTAL = "ville";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** In this order, with what the customer then reads. */
    private static final List<Map.Entry<String, String>> MOVES = List.of(
            Map.entry("CONFIRM", "Confirmation en cours"),
            Map.entry("PROCESS", "Validée"),
            Map.entry("READY", "Commande prête"),
            Map.entry("HAND_OVER", "Livraison/retrait en cours"),
            Map.entry("COMPLETE", "Terminé"));

    /**
     * M39, M44, M52, K17: the order announces itself in the merchant's open page; its customer shows a code, whose QR opens the part on
     * the merchant's telephone; of the other part the customer says that it was received.
     */
    @Test
    void showsTheCodeAndSaysWhatWasReceived() {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(Browser.Width.PHONE)) {
            Desk open = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.OYSTERS);
            open.open("/pro/orders/list");
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            ines.takesProduct("huitres-n3");
            ines.takesProduct("serviette-plage");
            ines.choosesSlots();
            ines.orders("code@example.org");
            ines.paysWith(Customer.GOOD_CARD);
            String number = ines.orderNumber();
            Page page = ines.page();
            String followed = page.url() + "&follow=1";
            open.page().locator("#hlNews a").waitFor();
            assertThat(open.text("#hlNews")).contains("nouvelle");
            assertThat(open.page().title()).startsWith("(");
            browser.look(open.page(), "pro-news");

            asks(shop, number, "PICKUP_CODE");
            page.navigate(followed);
            String code = page.locator(".pickup-code").first().textContent();
            assertThat(code).matches("[A-Z]{3}-[A-Z]{3}");
            assertThat(page.locator(".pickup img").first().getAttribute("alt")).contains(code);
            assertThat(page.locator(".pickup img").first().evaluate("picture => picture.naturalWidth > 0"))
                    .isEqualTo(true);
            browser.look(page, "follow-code");

            open.opensPart(number + "-001");
            assertThat(open.page().content()).doesNotContain(code, code.replace("-", ""));
            assertThat(open.page().locator("#moves [value=COMPLETE]").count())
                    .as("its word is not enough")
                    .isZero();
            open.page().fill("#pickupCode", "ZZZ ZZZ");
            open.press("[aria-labelledby=complete] button");
            assertThat(open.said()).contains("Ce n’est pas le code");
            Page scanned = browser.visitor();
            scanned.navigate(shop.address(
                    PORTAL, "/pro/orders/view?number=" + number + "-001&code=" + code.replace("-", "") + "#complete"));
            Desk telephone = Desk.signsInWhereItIs(scanned, shop, PORTAL, Desk.OYSTERS);
            assertThat(scanned.inputValue("#pickupCode")).isEqualTo(code.replace("-", ""));
            browser.look(scanned, "pro-part-scanned");
            telephone.press("[aria-labelledby=complete] button");
            assertThat(telephone.said()).contains("Terminé");

            asks(shop, number, "CUSTOMER_CONFIRM");
            Desk linen = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.LINEN);
            linen.opensPart(number + "-002");
            linen.moves("PROCESS");
            linen.moves("READY");
            assertThat(linen.text("[aria-labelledby=complete]")).contains("Le client confirme");
            page.navigate(followed);
            browser.look(page, "follow-received");
            page.locator(".received button").click();
            page.waitForLoadState();
            assertThat(current(page).allTextContents()).allMatch(step -> step.contains("Terminé"));
            assertThat(page.locator(".received").count()).as("asked once").isZero();
        }
    }

    /** As if the portal had asked for it when the order was placed; the other orders of the shared shop are left alone. */
    private static void asks(RunningShop shop, String number, String rule) {
        shop.update("update customer_order set settings = settings || '{\"complete.requires\":\"" + rule
                + "\"}' where order_no = " + Integer.parseInt(number.substring(3)));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhereEachPartIsAndIsWrittenToAtEachMove(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            Page page = ines.page();
            ines.takesProduct("huitres-n3");
            ines.takesProduct("serviette-plage");
            ines.choosesSlots();
            ines.orders("suivi@example.org");
            ines.paysWith(Customer.GOOD_CARD);
            String number = ines.orderNumber();
            assertThat(page.locator("main").textContent())
                    .as("confirmed with its year, as on the receipt")
                    .containsPattern("\\d{4} à \\d{1,2}:\\d\\d");
            int accepted = page.locator("main a[href^='/terms/']").count();
            String followed = page.url() + "&follow=1";

            page.navigate(followed);
            assertThat(current(page).allTextContents()).hasSize(2).allMatch(step -> step.contains("enregistrée"));
            assertThat(page.locator(".part .notice").allTextContents())
                    .as("what to do next, of each part")
                    .hasSize(2)
                    .allMatch(next -> next.contains("va valider votre commande") && next.contains("Passez"));
            browser.look(page, "follow");

            Desk oysters = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.OYSTERS);
            oysters.opensPart(number + "-001");
            for (Map.Entry<String, String> move : MOVES) {
                oysters.moves(move.getKey());
                page.navigate(followed);
                assertThat(current(page).first().textContent()).contains(move.getValue());
                assertThat(page.locator(".part .notice").first().textContent().contains("va valider"))
                        .as("until it is accepted")
                        .isEqualTo(move.getKey().equals("CONFIRM"));
                assertThat(current(page).last().textContent())
                        .as("the other part stays where it is")
                        .contains("enregistrée");
            }
            browser.look(page, "follow-completed");
            readsTheMails(browser, shop, number);
            printsTheReceipts(browser, ines, number, followed, accepted);
            takesTheTowelBack(browser, shop, page, number, followed);
        }
    }

    private static void readsTheMails(Browser browser, RunningShop shop, String number) {
        Await.until(
                SOON,
                "one mail for each move",
                () -> shop.number(
                                "select count(*) from notification n join merchant_order p on p.id = n.merchant_order_id"
                                        + " where n.event = 'PART_MOVED' and n.state = 'SENT' and p.number = '" + number
                                        + "-001'")
                        == MOVES.size());
        Page page = browser.visitor();
        page.navigate(shop.address(PORTAL, "/demo/messages?q=" + number));
        page.locator(".messages-list a", new Page.LocatorOptions().setHasText("prête"))
                .first()
                .click();
        assertThat(page.frameLocator(".messages-frame").locator("body").textContent())
                .as("the header of the mail is the progress bar")
                .contains("Enregistrée")
                .contains("Commande prête")
                .contains("Terminé");
        browser.look(page, "mail-ready");
    }

    /** L221-21: what the law lets it take back is ticked, confirmed and acknowledged by mail, and the merchant sees it. */
    private static void takesTheTowelBack(
            Browser browser, RunningShop shop, Page page, String number, String followed) {
        page.navigate(followed);
        assertThat(page.locator("a[href*='withdraw=" + number + "-001']").count())
                .as("oysters perish")
                .isZero();
        page.locator("a[href*='withdraw=" + number + "-002']").click();
        browser.look(page, "withdraw");
        page.locator("#withdraw button").click();
        assertThat(page.locator("#withdraw [role=alert]").textContent())
                .as("nothing was ticked")
                .contains("Choisissez ce dont vous vous rétractez");
        assertThat(page.locator("#withdraw fieldset").getAttribute("aria-describedby"))
                .isEqualTo(page.locator("#withdraw [role=alert]").getAttribute("id"));
        browser.look(page, "withdraw-nothing");
        page.locator("#withdraw input[type=checkbox]").check();
        page.locator("#withdraw button").click();
        assertThat(page.url()).as("where the question is").endsWith("#withdraw");
        assertThat(page.locator("#withdraw").textContent())
                .contains("Vous vous rétractez de ceci", "suivi@example.org", "Confirmer la rétractation");
        browser.look(page, "withdraw-confirm");
        page.locator("#withdraw button").click();
        assertThat(page.locator("main").textContent())
                .contains("Votre rétractation est reçue", "Rétractation reçue le");
        assertThat(page.locator("a[href*='withdraw=']").count())
                .as("nothing is left to be taken back")
                .isZero();
        browser.look(page, "withdrawn");
        Await.until(
                SOON,
                "both have it by mail",
                () -> shop.number(
                                "select count(*) from notification n join merchant_order p on p.id = n.merchant_order_id"
                                        + " where n.event like 'WITHDRAWAL%' and n.state = 'SENT' and p.number = '"
                                        + number + "-002'")
                        == 2);
        Desk linen = Desk.signedIn(browser.visitor(), shop, PORTAL, Desk.LINEN);
        linen.opensPart(number + "-002");
        assertThat(linen.text("main")).contains("Le client s’est rétracté.");
        browser.look(linen.page(), "pro-withdrawn");
    }

    private static void printsTheReceipts(
            Browser browser, Customer ines, String number, String followed, int accepted) {
        Page page = ines.page();
        page.navigate(followed.replace("/order/", "/order-receipt/"));
        assertThat(page.locator(".receipt-lines").count()).isEqualTo(2);
        assertThat(page.locator("main").textContent()).contains(number + "-001", number + "-002", "Dont TVA", "SIRET");
        assertThat(page.locator(".receipt .head p").textContent())
                .as("what is printed bears its year")
                .matches("Passée \\w+ \\w+ \\S+ 20\\d\\d à \\d{1,2}:\\d\\d, .*");
        assertThat(page.locator(".receipt a[href^='/terms/']").count())
                .as("the terms of both merchants and the portal, as they were accepted")
                .isEqualTo(accepted)
                .isGreaterThanOrEqualTo(2);
        browser.look(page, "receipt");
    }

    private static Locator current(Page page) {
        return page.locator(".progress li[aria-current=step]");
    }
}
