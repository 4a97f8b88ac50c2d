package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import fr.halle.whole.Browser.Width;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** K10, M46, M53: after a call, another product takes the place of what is gone; what was paid follows, and only the difference moves. */
class AMerchantReplacesAnOrderIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "ville";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MUSSELS = "moules-bouchot";
    private static final String SCALLOPS = "coquilles-saint-jacques";

    /** At the counter, on a telephone. */
    @Test
    void bySomethingDearerWhoseDifferenceIsPaidByALink() {
        String email = "remplace-" + System.nanoTime() + "@example.org";
        String part = ordered(MUSSELS, 500, email);
        try (Browser phone = Browser.at(Width.PHONE)) {
            Desk yann = Desk.signedIn(phone.visitor(), SHOP, TOWN, Desk.OYSTERS);
            yann.opensPart(part);
            assertThat(yann.page()
                            .locator("a[href='/pro/orders/replace?number=" + part + "']")
                            .count())
                    .isEqualTo(1);
            yann.open("/pro/orders/replace?number=" + part);
            assertThat(yann.text("main")).contains("Appelez d’abord", "06\u00a012\u00a034", "Rien n’est encore choisi");
            phone.look(yann.page(), "replace");
            chooses(phone, yann, "Coquilles Saint-Jacques entières", 1500);
            assertThat(yann.text("#c")).contains("Différence, demandée par un lien");
            assertThat(yann.text("#c\\:go")).contains("Remplacer et demander");
            phone.look(yann.page(), "replace-dearer");
            yann.press("#c\\:go");
            assertThat(yann.text("#reasonBad")).contains("Choisissez un motif");
            phone.look(yann.page(), "replace-without-a-reason");
            String replacement = replaces(yann, part);
            phone.look(yann.page(), "replaced");
            assertThat(yann.text("main")).contains("Remplace", part, "Reste dû").doesNotContain("hébergement");
            opensThePaper(yann, replacement);
            paysTheDifference(phone, yann, replacement, email);
        }
    }

    private static void paysTheDifference(Browser phone, Desk yann, String replacement, String email) {
        Page customer = phone.visitor();
        Outbox outbox = new Outbox(customer, SHOP, TOWN);
        FrameLocator told = outbox.opens("ORDER_REPLACED", email);
        String link = Outbox.link(told, "/balance?token=");
        assertThat(told.locator("body").textContent()).contains("remplacée", "Coquilles", "Payer la différence");
        phone.look(customer, "mail-replaced");

        yann.opensPart(replacement);
        yann.press("button[name=what][value=balance]");
        assertThat(yann.text("main")).contains("le lien de paiement du solde est renvoyé");
        FrameLocator again = outbox.opens("BALANCE_LINK", email);
        assertThat(Outbox.link(again, "/balance?token="))
                .as("the same link, by itself (M21)")
                .isEqualTo(link);
        phone.look(customer, "mail-difference");
        customer.navigate(link);
        phone.look(customer, "balance-difference");
        customer.locator("main form button").click();
        customer.waitForURL("**/simulator/card/**");
        Customer.pays(customer, Customer.GOOD_CARD);
        assertThat(customer.locator("main").textContent()).contains("Le solde est payé");
        yann.opensPart(replacement);
        assertThat(yann.text("main")).doesNotContain("Reste dû");
        assertThat(yann.page().locator("button[name=what][value=balance]").count())
                .as("nothing is left to ask for")
                .isZero();
    }

    /** At a desk. */
    @Test
    void bySomethingCheaperAndTheRestGoesBack() {
        String email = "rembourse-" + System.nanoTime() + "@example.org";
        String part = ordered(SCALLOPS, 2000, email);
        try (Browser desk = Browser.at(Width.DESK)) {
            Desk yann = Desk.signedIn(desk.visitor(), SHOP, TOWN, Desk.OYSTERS);
            yann.open("/pro/orders/replace?number=" + part);
            chooses(desk, yann, "Moules de bouchot", 500);
            long back = cents("select sum(l.total_cents)", part) - 260;
            assertThat(yann.text("#c\\:go")).contains("Remplacer et rembourser");
            desk.look(yann.page(), "replace-cheaper");
            String replacement = replaces(yann, part);
            desk.look(yann.page(), "replaced");
            assertThat(yann.text("main")).doesNotContain("Reste dû");
            String refunds = " from refund r join merchant_order m on m.id = r.merchant_order_id where m.number = '"
                    + part + "'";
            assertThat(SHOP.number("select sum(r.amount_cents)" + refunds)).isEqualTo(back);
            yann.opensPart(part);
            assertThat(yann.text("main")).contains("Remplacée par", replacement);
            desk.look(yann.page(), "replaced-one");

            Page customer = desk.visitor();
            FrameLocator told = new Outbox(customer, SHOP, TOWN).opens("ORDER_REPLACED", email);
            assertThat(told.locator("body").textContent()).contains("Vous êtes remboursé de la différence");
            desk.look(customer, "mail-replaced");
            customer.navigate(Outbox.link(told, "/order/"));
            customer.locator("main a:has-text('Suivre ma commande')").click();
            customer.waitForLoadState(LoadState.LOAD);
            assertThat(customer.locator("main").textContent()).contains("Moules de bouchot", "en remplace une autre");
            desk.look(customer, "order-replaced");
            Await.until(
                    SOON,
                    "the provider has given it back",
                    () -> SHOP.number("select count(*)" + refunds + " and r.state = 'SUCCEEDED'") == 1);
        }
    }

    private static String ordered(String slug, int grams, String email) {
        ApiCustomer ines = new ApiCustomer(SHOP, TOWN, "Morel", email);
        ApiCustomer.Goods goods = new ApiCustomer.Goods(ines.one(slug).product(), 0, grams);
        ApiCustomer.Ordered order = ines.orders(ines.fills(goods));
        ines.pays(order);
        return order.number() + "-001";
    }

    private static void chooses(Browser browser, Desk yann, String product, int grams) {
        yann.page().selectOption("#product", new SelectOption().setLabel(product));
        yann.press("form:has(#product) button");
        yann.page().fill("#quantity", Integer.toString(grams));
        browser.look(yann.page(), "replace-choosing");
        yann.press("#add");
        assertThat(yann.text("#by")).contains(product);
        assertThat(yann.page().inputValue("#how"))
                .as("it is fetched when the other was")
                .isNotEmpty();
    }

    /** @return the new part's number */
    private static String replaces(Desk yann, String part) {
        yann.page().selectOption("#c\\:reason", new SelectOption().setIndex(1));
        yann.page().fill("#c\\:message", "Convenu au téléphone");
        yann.press("#c\\:go");
        yann.page().waitForLoadState(LoadState.LOAD);
        assertThat(yann.said()).contains("La nouvelle commande prend la place de l’ancienne");
        return SHOP.text("select n.number from substitution s join merchant_order m on m.id = s.from_part_id"
                + " join merchant_order n on n.id = s.to_part_id where m.number = '" + part + "'");
    }

    /** What the counter prints is the new order, and says what is still to be paid. */
    private static void opensThePaper(Desk yann, String replacement) {
        String pdf = (String) yann.page()
                .evaluate(
                        "async at => Array.from(new Uint8Array(await (await fetch(at)).arrayBuffer()), b => String.fromCharCode(b)).join('')",
                        "/pro/orders/pdf?number=" + replacement);
        try (PDDocument document = Loader.loadPDF(pdf.getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\u00a0\\u202f]", " "))
                    .contains(replacement, "Coquilles Saint-Jacques entières", "11,85 €", "2,60 €", "9,25 €")
                    .doesNotContain("Moules");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cents(String select, String part) {
        return SHOP.number(
                select + " from order_line l join merchant_order m on m.id = l.merchant_order_id where m.number = '"
                        + part + "'");
    }
}
