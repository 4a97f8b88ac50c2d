package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The back office of a merchant, from today's page to the details of one part; the others' parts are not there (M08–M16, M28–M34, K28). */
class AMerchantHandlesItsPartIT {

    private static final String PORTAL = "ville";

    @ParameterizedTest
    @EnumSource
    void seesTodayTheListAndItsPartAndNothingOfTheOthers(Browser.Width width) {
        RunningShop shop = RunningShop.shared();
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), shop, PORTAL);
            ines.takesProduct("huitres-n3");
            ines.takesProduct("serviette-plage");
            ines.choosesSlots();
            String email = "comptoir" + width + "@example.org";
            ines.orders(email);
            ines.paysWith(Customer.GOOD_CARD);
            String mine = ines.orderNumber() + "-001";
            String other = ines.orderNumber() + "-002";

            Page page = browser.visitor();
            page.navigate(shop.address(PORTAL, "/pro"));
            browser.look(page, "pro-sign-in");
            Desk oysters = Desk.signedIn(page, shop, PORTAL, Desk.OYSTERS);
            // The oldest come first: on a busy shop this one may be below them.
            assertThat(oysters.text("[aria-labelledby=toConfirm]")).contains("Inès", "EP-", "Retrait");
            assertThat(oysters.text("[aria-labelledby=money]")).contains("Net à recevoir", "€");
            assertThat(oysters.text("main")).contains("À remettre aujourd’hui").doesNotContain(other);
            browser.look(page, "pro-today");

            oysters.open("/pro/orders/list?q=" + email);
            assertThat(oysters.text("main"))
                    .contains(mine, "Commande enregistrée")
                    .doesNotContain(other);
            browser.look(page, "pro-list");

            page.locator("a[href$='view?number=" + mine + "']").last().click();
            assertThat(oysters.text("[aria-labelledby=lines]")).contains("Huîtres creuses", "5,50", "11,40");
            assertThat(oysters.text("[aria-labelledby=customer]"))
                    .contains("Inès Morel", email)
                    .containsPattern("06.12.34.56.78");
            assertThat(oysters.text("[aria-labelledby=transactions]")).contains("Paiement", "à télécollecter");
            page.locator("[data-act=unfold]").first().click();
            assertThat(page.locator(".hl-three").first().innerText()).contains("Net", "10,82");
            browser.look(page, "pro-part");
            readsWhatTheDocumentLists(oysters, mine);
            findsItOnItsCalendar(browser, oysters, mine, other);
            printsWhatToPrepare(browser, oysters, shop, mine, other);
            seesNothingOfTheOthers(browser, oysters, other);
            movesWhatItTicks(browser, oysters, email, mine);
            givesSomeMoneyBack(browser, oysters, mine);
        }
    }

    /** M13, M20, M28–M32: the blocks of the page « Consultation de la commande », each with what the document says of it. */
    private static void readsWhatTheDocumentLists(Desk oysters, String mine) {
        assertThat(oysters.text("h1")).as("M28").contains("Commande", mine);
        assertThat(oysters.text("[aria-labelledby=lines]"))
                .as("M13")
                .contains("Huîtres creuses", "vendu par Huîtrière du Banc", "11,40", "Total TTC", "dont TVA");
        assertThat(oysters.text("[aria-labelledby=customer]"))
                .as("M30, M50: whom the merchant sells to, and how it reaches them")
                .contains("Inès Morel", "@example.org")
                .containsPattern("06.12.34.56.78");
        assertThat(oysters.page()
                        .locator("[aria-labelledby=customer] a[href^='tel:']")
                        .count())
                .as("M45: one tap calls")
                .isEqualTo(1);
        assertThat(oysters.text("[aria-labelledby=collect]"))
                .as("M31")
                .contains("Retrait", "Huîtrière du Banc")
                .containsPattern("\\d{1,2}:\\d\\d");
        assertThat(oysters.text(".hl-facts"))
                .as("M32")
                .contains("Commande effectuée le", "Frais de port", "Total", "N° commande", mine, "Statut");
        assertThat(oysters.page().locator("a[href^='/pro/orders/pdf']").count())
                .as("M29, M18")
                .isPositive();
    }

    /** M22, M23: today's square counts it and opens the list of today; the week's sheet says what to prepare. */
    private static void findsItOnItsCalendar(Browser browser, Desk oysters, String mine, String other) {
        Page page = oysters.page();
        assertThat(oysters.open("/pro/orders/calendar")).isEqualTo(200);
        assertThat(oysters.text("h1")).containsPattern("\\p{Lu}\\p{L}+ \\d{4} .*€");
        Locator today = page.locator(".hl-month a[aria-current=date]");
        assertThat(today.innerText()).containsPattern("\\d+ / .*€");
        browser.look(page, "pro-calendar");
        today.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/pro/orders/list?from=*");
        assertThat(oysters.text("main")).contains(mine).doesNotContain(other);
        browser.look(page, "pro-list-of-a-day");
        oysters.open("/pro/orders/calendar?by=service");
        assertThat(oysters.text("nav [aria-current=true]")).contains("Date de prestation");
        page.locator("a[href^='/pro/orders/week']").click();
        page.waitForURL("**/pro/orders/week?from=*");
    }

    /** The week of the pickup says what to prepare and for whom, and nothing of the other merchants' parts. */
    private static void printsWhatToPrepare(
            Browser browser, Desk oysters, RunningShop shop, String mine, String other) {
        String day = shop.text("select service_date from merchant_order where number = '" + mine + "'");
        oysters.open("/pro/orders/week?from=" + day);
        assertThat(oysters.text("[aria-labelledby=day-" + day + "]"))
                .contains(mine, "Inès Morel", "Huîtres creuses")
                .containsPattern("06.12.34.56.78")
                .doesNotContain(other);
        browser.look(oysters.page(), "pro-week");
        oysters.open("/pro/orders/round?day=" + day);
        assertThat(oysters.text("h1")).contains("Tournée");
        browser.look(oysters.page(), "pro-round");
    }

    /** M36–M39: what is ticked is moved, with a line of its own; the same form sent again is told who was quicker. */
    private static void movesWhatItTicks(Browser browser, Desk oysters, String email, String mine) {
        Page page = oysters.page();
        oysters.open("/pro/orders/list?q=" + email);
        page.locator(".hl-tick input[form]").first().focus();
        page.keyboard().press("Space");
        assertThat(oysters.text(".hl-many .n")).isEqualTo("1");
        browser.look(page, "pro-list-ticked");
        page.evaluate("document.getElementById('many').target = 'again'");
        Page first = page.context()
                .waitForPage(() -> page.locator(".hl-many [value=PROCESS]").click());
        first.waitForLoadState();
        assertThat(first.locator(".hl-results .done").textContent()).contains(mine, "Validée");
        browser.look(first, "pro-many");
        first.close();
        page.locator(".hl-many [value=COMPLETE]").focus();
        Page again = page.context().waitForPage(() -> page.keyboard().press("Enter"));
        again.waitForLoadState();
        assertThat(again.locator(".hl-results .refused").textContent())
                .contains(mine, "Refusé", "Yann Le Bris a modifié", "Validée");
        again.close();
        oysters.opensPart(mine);
        assertThat(oysters.text("[aria-labelledby=history]")).contains("Validée");
    }

    /** M21: an amount, its effect first, a reason; the part goes on, and the refund stands among its transactions. */
    private static void givesSomeMoneyBack(Browser browser, Desk oysters, String mine) {
        Page page = oysters.page();
        page.locator("a[href^='/pro/orders/refund']").click();
        page.waitForURL("**/pro/orders/refund?number=*");
        page.locator("[name=what][value=amount]").check();
        page.fill("#amount", "1 000,00");
        page.locator("#see").click();
        assertThat(oysters.text("#amountBad")).contains("Il ne reste que");
        page.fill("#amount", "1,50");
        page.locator("#see").click();
        assertThat(oysters.text(".hl-effect")).contains("1,50", "Effet sur le net à recevoir");
        page.locator("#r\\:go").click();
        assertThat(oysters.text("#reasonBad")).contains("Dites pourquoi");
        browser.look(page, "pro-refund");
        page.fill("#r\\:reason", "Deux huîtres abîmées");
        page.locator("#r\\:go").click();
        page.waitForURL("**/pro/orders/view?number=*");
        assertThat(oysters.text("main")).contains("Le remboursement est demandé", "Validée");
        assertThat(oysters.text("[aria-labelledby=transactions]")).contains("Remboursement", "1,50");
        Locator refund =
                page.locator("[aria-labelledby=transactions] [data-act=row]").first();
        refund.locator("td.num").click();
        assertThat(page.locator("[aria-labelledby=transactions] tr.ui-expanded-row-content:visible")
                        .innerText())
                .as("a click anywhere in its row opens its detail, which has no entries but its own")
                .contains("Demandé par", "Yann Le Bris", "Deux huîtres abîmées", "remboursement")
                .doesNotContain("vente");
        browser.look(page, "pro-transaction");
        refund.locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[aria-labelledby=transactions] tr.ui-expanded-row-content:visible")
                        .count())
                .isZero();
    }

    /** K28: what is another's does not exist. */
    private static void seesNothingOfTheOthers(Browser browser, Desk oysters, String other) {
        assertThat(oysters.opensPart(other)).isEqualTo(404);
        assertThat(oysters.text("h1")).isEqualTo("Rien à cette adresse");
        browser.look(oysters.page(), "pro-not-found");
        assertThat(oysters.open("/pro/orders/cancel?number=" + other)).isEqualTo(404);
        assertThat(oysters.open("/pro/operation/overview")).isEqualTo(403);
    }
}
