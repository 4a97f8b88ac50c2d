package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.halle.whole.Browser.Width;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** S04–S23, S29–S32, S33, P21, C24–C26, K23, K24: from a telephone call through the quote to a paid order, without anything typed twice. */
class AQuoteBecomesAnOrderIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String RESORT = "montagne";
    private static final String SANDRINE = "secretariat.ecole@montagne.demo";
    private static final String OPERATOR = "exploitant@halle.demo";
    private static final String FREE = "Remise des clés tardive";

    private final String name = "Devise-" + System.nanoTime();
    private final String email = name + "@example.org";

    @Test
    void theSchoolSellsALessonACatalogueAndSomethingOfItsOwn() {
        try (Browser desk = Browser.at(Width.DESK);
                Browser phone = Browser.at(Width.PHONE)) {
            Desk sandrine = Desk.signedIn(desk.visitor(), SHOP, RESORT, SANDRINE);
            String quote = begins(sandrine);
            desk.look(sandrine.page(), "quote-empty");
            adds(sandrine, quote, "kind=ACTIVITIES");
            sandrine.open("/pro/sales/quote-add?id=" + quote + "&kind=LESSONS&tariff=ESF-PRIVE");
            desk.look(sandrine.page(), "quote-add");
            takesTheFirst(sandrine);
            saysOfWhatKindItIs(sandrine, quote);
            addsItsOwn(sandrine, quote, "-1");
            assertThat(sandrine.text("#priceBad")).contains("0,01");
            ringsTheBell(sandrine, quote);
            addsItsOwn(sandrine, quote, "40");
            assertThat(sandrine.text("table.hl-cards")).contains(FREE, "ESF-PRIVE", "Divers");
            leavesTheLastToTheCustomer(sandrine);
            lowers(sandrine, "5", "Client fidèle");
            desk.look(sandrine.page(), "quote");

            sends(sandrine, quote, desk);
            phoneLooks(phone, sandrine, quote);
            Page customer = phone.visitor();
            readsTheMail(customer, phone);
            String offer = customer.url();
            takesTheOptionAndPays(customer, phone);
            customer.navigate(offer);
            assertThat(customer.locator("main").textContent())
                    .as("the rest is asked for by its own link")
                    .contains("Devis accepté, acompte payé")
                    .doesNotContain("Solde");
            phone.look(customer, "offer-deposit-paid");

            sandrine.open("/pro/sales/dossiers?q=" + name);
            Locator paid = sandrine.page().locator(".hl-col", new Page.LocatorOptions().setHasText("Acompte versé"));
            assertThat(paid.textContent()).contains(name);
            desk.look(sandrine.page(), "dossiers");
            sandrine.open("/pro/sales/dossiers?view=list&q=" + name);
            assertThat(sandrine.text("table.hl-cards")).contains(name, "accepté", "Acompte versé");
            desk.look(sandrine.page(), "dossiers-list");
            assertThat(SHOP.number(lines("o.name = '" + FREE + "'")))
                    .as("the prestation of the quote is a prestation of the order")
                    .isEqualTo(1);
            assertThat(SHOP.number(lines("o.name = '" + FREE + "' and exists (select from customer_order c"
                            + " where c.id = m.order_id and c.country = 'BE' and c.postcode = '1000')")))
                    .as("whoever lives abroad accepts and pays like everybody")
                    .isEqualTo(1);
        }
    }

    /** S33, C29: the portal's own desk books the stay and what goes with it; each merchant gets its part. */
    @Test
    void theResortSellsForSeveralMerchantsAtOnce() {
        try (Browser desk = Browser.at(Width.DESK);
                Browser phone = Browser.at(Width.PHONE)) {
            Desk operator = Desk.signedIn(desk.visitor(), SHOP, RESORT, OPERATOR);
            String quote = begins(operator);
            adds(operator, quote, "kind=LODGING");
            adds(operator, quote, "kind=PASSES");
            adds(operator, quote, "kind=RENTAL");
            asksTheWhole(operator);
            sends(operator, quote, desk);
            Page customer = phone.visitor();
            readsTheMail(customer, phone);
            String offer = customer.url();
            pays(customer);
            customer.navigate(offer);
            assertThat(customer.locator("main").textContent()).contains("Devis accepté et payé");
            assertThat(SHOP.number(
                            "select count(*) from merchant_order m join quote q on q.order_id = m.order_id where q.email = '"
                                    + email + "'"))
                    .as("parts of one order")
                    .isEqualTo(3);
            operator.open("/pro/sales/dossiers?q=" + name);
            assertThat(operator.page()
                            .locator(".hl-col", new Page.LocatorOptions().setHasText("Paiement soldé"))
                            .textContent())
                    .contains(name);
        }
    }

    /** One charge; the second page says that its money comes back, and meanwhile the desk loses nothing to other dates. */
    @Test
    void paidInTwoTabsItIsOneOrder() {
        try (Browser desk = Browser.at(Width.DESK);
                Browser phone = Browser.at(Width.PHONE)) {
            Desk sandrine = Desk.signedIn(desk.visitor(), SHOP, RESORT, SANDRINE);
            String quote = begins(sandrine);
            addsItsOwn(sandrine, quote, "40");
            sends(sandrine, quote, desk);
            Page first = phone.visitor();
            readsTheMail(first, phone);
            Page second = first.context().newPage();
            second.navigate(first.url());
            accepts(first);
            accepts(second);
            asksForOtherDates(sandrine, quote);
            sandrine.press("form.stack button[type=submit]");
            assertThat(sandrine.said()).contains("en train de payer");
            assertThat(sandrine.page().locator("input[name=confirmed]").count())
                    .as("nothing to go on with")
                    .isZero();
            Customer.pays(first, Customer.GOOD_CARD);
            first.waitForURL("**/order/EP-**");
            Customer.pays(second, Customer.GOOD_CARD);
            second.waitForURL("**/quote?**returned=back");
            assertThat(second.locator(".notice-warn").textContent()).contains("Ce paiement vous est rendu");
            phone.look(second, "offer-paid-twice");
        }
    }

    /** S19, K24. */
    @Test
    void otherDatesAreAskedAboutAndThenLoseTheQuote() {
        try (Browser desk = Browser.at(Width.DESK);
                Browser phone = Browser.at(Width.PHONE)) {
            Desk sandrine = Desk.signedIn(desk.visitor(), SHOP, RESORT, SANDRINE);
            String quote = begins(sandrine);
            adds(sandrine, quote, "kind=ACTIVITIES");
            sends(sandrine, quote, desk);
            Page customer = phone.visitor();
            readsTheMail(customer, phone);
            String link = customer.url();

            Page left = sandrine.page().context().newPage();
            left.navigate(SHOP.address(RESORT, "/pro/sales/quote?id=" + quote));
            asksForOtherDates(sandrine, quote);
            desk.look(sandrine.page(), "quote-other-dates");
            assertThat(SHOP.number("select count(*) from quote where state = 'SENT' and id = " + quote))
                    .as("nothing changed before the answer")
                    .isEqualTo(1);
            sandrine.press("form.stack button[type=submit]");
            customer.navigate(link);
            assertThat(customer.locator(".notice-warn").textContent()).contains("n’est plus proposé");
            assertThat(customer.locator("button[value=accept]").count()).isZero();
            left.locator("button[value=void]").click();
            left.waitForURL("**refused=**");
            assertThat(left.locator(".hl-say.bad").textContent())
                    .as("of a page that was left open")
                    .contains("Ce devis n’est déjà plus proposé");
            sandrine.open("/pro/sales/quote?id=" + quote);
            desk.look(sandrine.page(), "quote-lost");
            sandrine.press("button[value=reprice]");
            assertThat(sandrine.text(".hl-facts")).containsPattern("20\\h–\\h27\\hmars\\h2027");
        }
    }

    /** By telephone: the request, and its first quote. @return the quote's id */
    private String begins(Desk secretary) {
        secretary.open("/pro/sales/new");
        Page page = secretary.page();
        page.fill("#firstName", "Camille");
        page.fill("#lastName", name);
        page.fill("#phone", "06 12 34 56 78");
        page.fill("#email", email);
        page.fill("#arrives", "2027-03-13");
        page.fill("#leaves", "2027-03-20");
        page.fill("#adults", "1");
        page.fill("#message", "Un séjour d’une semaine");
        secretary.press(".hl-body form button[type=submit]");
        secretary.press("button[value=begin]");
        return page.url().replaceFirst(".*id=(\\d+).*", "$1");
    }

    private static void adds(Desk secretary, String quote, String wish) {
        secretary.open("/pro/sales/quote-add?id=" + quote + "&" + wish);
        takesTheFirst(secretary);
    }

    private static void takesTheFirst(Desk secretary) {
        Page page = secretary.page();
        Locator product = page.locator("details.hl-product:has(li:not(.gone))").first();
        if (product.getAttribute("open") == null) {
            product.locator("summary").click();
        }
        product.locator("li:not(.gone) button").first().click();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(secretary.said()).contains("ajoutée");
    }

    private static void asksForOtherDates(Desk secretary, String quote) {
        secretary.open("/pro/sales/request?id=" + SHOP.number("select request_id from quote where id = " + quote));
        secretary.page().fill("#arrives", "2027-03-20");
        secretary.page().fill("#leaves", "2027-03-27");
        secretary.press("aside form[action='/pro/sales/dossier'] button[type=submit]");
        assertThat(secretary.said()).contains("Changer les dates le perd");
    }

    /** Chosen, and nothing that is no kind: the right of withdrawal follows from it. */
    private static void saysOfWhatKindItIs(Desk secretary, String quote) {
        secretary.open("/pro/sales/quote-add?id=" + quote + "&kind=FREE");
        Page page = secretary.page();
        page.fill("#label", FREE);
        page.fill("#price", "40");
        secretary.press("#addFree");
        assertThat(secretary.text("#vatBad")).contains("Choisissez");
        page.selectOption("#vat", "2000");
        secretary.press("#addFree");
        assertThat(secretary.text("#freeKindBad")).contains("Choisissez");
        page.evalOnSelector("#freeKind", "select => { select.options[1].value = 'FORGED'; }");
        page.selectOption("#freeKind", "FORGED");
        secretary.press("#addFree");
        assertThat(secretary.text("#freeKindBad")).contains("Choisissez");
    }

    /** "Divers" (S06). */
    private static void addsItsOwn(Desk secretary, String quote, String price) {
        secretary.open("/pro/sales/quote-add?id=" + quote + "&kind=FREE");
        secretary.page().fill("#label", FREE);
        secretary.page().fill("#price", price);
        secretary.page().selectOption("#vat", "2000");
        secretary.page().selectOption("#freeKind", "ACTIVITY");
        secretary.press("#addFree");
    }

    /** M52: the sound is switched on a page that has its quote from a form, and the page stays that quote's. */
    private static void ringsTheBell(Desk secretary, String quote) {
        secretary.press("button[form=bell]");
        assertThat(secretary.page().url()).contains("/pro/sales/quote-add?id=" + quote, "kind=FREE");
        assertThat(secretary.page().locator("#label").isVisible()).isTrue();
        secretary.press("button[form=bell]");
        assertThat(secretary.page().locator("#label").isVisible())
                .as("whose address names it")
                .isTrue();
    }

    private static void leavesTheLastToTheCustomer(Desk secretary) {
        Locator acts = secretary.page().locator(".hl-lineacts").last();
        acts.locator("summary").click();
        acts.locator("button[value=option]").click();
        secretary.page().waitForLoadState(LoadState.LOAD);
        assertThat(secretary.text("table.hl-cards")).contains("Option");
    }

    private static void lowers(Desk secretary, String euros, String reason) {
        secretary.page().fill("#discount", euros);
        secretary.press("#save");
        assertThat(secretary.text("#discountReasonBad")).isNotBlank();
        secretary.page().fill("#discountReason", reason);
        secretary.press("#save");
        assertThat(secretary.said()).contains("enregistrées");
    }

    private static void asksTheWhole(Desk secretary) {
        secretary.page().check("input[name=ask][value=WHOLE]");
        secretary.press("#save");
        assertThat(secretary.said()).contains("enregistrées");
    }

    /** The customer's details are asked first (S21), then it leaves. */
    private static void sends(Desk secretary, String quote, Browser browser) {
        secretary.open("/pro/sales/quote-send?id=" + quote + "&as=quote");
        secretary.press("#go");
        assertThat(secretary.text("#cityBad")).isNotBlank();
        browser.look(secretary.page(), "quote-send");
        secretary.page().fill("#street", "3 rue des Lilas");
        secretary.page().fill("#postcode", "1000");
        secretary.page().fill("#city", "Bruxelles");
        secretary.press("#go");
        assertThat(secretary.text("#postcodeBad")).as("of a French postcode").contains("cinq chiffres");
        secretary.page().selectOption("#country", "BE");
        secretary.press("#go");
        assertThat(secretary.said()).contains("parti par mail");
    }

    private static void phoneLooks(Browser phone, Desk secretary, String quote) {
        Page page = phone.visitor();
        page.context()
                .addCookies(secretary.page().context().cookies().stream()
                        .map(AQuoteBecomesAnOrderIT::copy)
                        .toList());
        for (String path : new String[] {"quote?id=" + quote, "dossiers", "dossiers?view=list"}) {
            page.navigate(SHOP.address(RESORT, "/pro/sales/" + path));
            phone.look(page, "sales-" + path.replaceAll("\\W+", "-"));
        }
    }

    private static com.microsoft.playwright.options.Cookie copy(com.microsoft.playwright.options.Cookie cookie) {
        return new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                .setDomain(cookie.domain)
                .setPath(cookie.path);
    }

    private void readsTheMail(Page customer, Browser phone) {
        FrameLocator mail = new Outbox(customer, SHOP, RESORT).opens("QUOTE_SENT", email);
        assertThat(mail.locator("body").textContent()).contains("Bonjour Camille");
        customer.navigate(Outbox.link(mail, "/quote?token="));
        phone.look(customer, "offer");
        Download paper = customer.waitForDownload(
                () -> customer.locator("a[href^='/quote/paper']").click());
        assertThat(start(paper)).startsWith("%PDF-");
    }

    private static String start(Download paper) {
        try {
            return new String(Files.readAllBytes(paper.path()), 0, 8, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takesTheOptionAndPays(Page customer, Browser phone) {
        customer.locator("input[name=option]").check();
        customer.locator("button[value=reckon]").click();
        customer.waitForLoadState(LoadState.LOAD);
        assertThat(customer.locator(".notice").first().textContent()).contains("suit maintenant votre choix");
        assertThat(customer.locator("main").textContent())
                .as("before it is accepted (L221-5)")
                .contains("14 jours pour changer d’avis\u00a0: " + FREE, "Réservé pour une date");
        phone.look(customer, "offer-chosen");
        pays(customer);
        phone.look(customer, "offer-ordered");
    }

    private static void accepts(Page customer) {
        customer.locator("input[name=terms]").all().forEach(Locator::check);
        customer.locator("button[value=accept]").click();
        customer.waitForURL("**/card/**");
    }

    private static void pays(Page customer) {
        accepts(customer);
        Customer.pays(customer, Customer.GOOD_CARD);
        customer.waitForURL("**/order/EP-**");
    }

    private String lines(String which) {
        return "select count(*) from order_line o join merchant_order m on m.id = o.merchant_order_id join quote q on q.order_id = m.order_id where q.email = '"
                + email + "' and " + which;
    }
}
