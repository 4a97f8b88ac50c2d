package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.halle.whole.Browser.Width;
import fr.halle.whole.Http.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P01–P24, K27, O19: Paramètres in a browser, on a telephone and at a desk; and what a forged form gets. */
class ASecretarySetsTheDeskIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "ville";
    private static final String SECRETARY = "secretariat.huitriere@ville.demo";
    private static final String RESORT = "montagne";
    private static final String SCHOOL = "secretariat.ecole@montagne.demo";
    private static final String CATALOGUE = "ESF-TO-12";
    private static final String PAGE = "/pro/sales/settings";

    /** P03, P05, P06. */
    @ParameterizedTest
    @EnumSource(Width.class)
    void addsDeletesAndSavesAllOrNothing(Width width) {
        String label = "Groupe " + System.nanoTime();
        try (Browser browser = Browser.at(width)) {
            Desk desk = Desk.signedIn(browser.visitor(), SHOP, TOWN, SECRETARY);
            assertThat(desk.open(PAGE)).isEqualTo(200);
            browser.look(desk.page(), "sales-settings");
            add(desk.page(), "object.fr", label, "groupes@");
            save(desk.page());
            assertThat(desk.said()).contains("Rien n’est enregistré");
            assertThat(desk.page().locator(".hl-bad").allTextContents())
                    .containsExactly("Cette adresse e-mail n’est pas complète.");
            assertThat(objects(label)).isZero();
            browser.look(desk.page(), "sales-settings-wrong");

            row(desk.page(), "object.fr").locator("input").nth(2).fill("groupes@example.org");
            save(desk.page());
            assertThat(desk.said()).contains("Tout est enregistré");
            assertThat(objects(label)).isEqualTo(1);

            row(desk.page(), "object.fr").locator(".hl-dash").click();
            save(desk.page());
            assertThat(objects(label)).as("nobody used it").isZero();
        }
    }

    /** P08–P18, P24, O19: at the school's desk, whose catalogues the outside system knows. */
    @ParameterizedTest
    @EnumSource(Width.class)
    void validatesACatalogueAddsACategoryAndTriesAContent(Width width) {
        String code = "E" + System.nanoTime() % 1_000_000_000;
        try (Browser browser = Browser.at(width)) {
            Desk desk = Desk.signedIn(browser.visitor(), SHOP, RESORT, SCHOOL);
            Page page = desk.page();
            desk.open(PAGE);
            boolean had = page.locator(chip(CATALOGUE)).count() > 0;
            if (had) {
                drops(page, CATALOGUE);
                save(page);
            }
            add(page, "category", code, "Essai " + code, "Trial " + code);
            types(page, "PAS-LA");
            save(page);
            assertThat(desk.said()).contains("Rien n’est enregistré");
            assertThat(page.locator(".hl-bad").allTextContents())
                    .containsExactly("4807 ne connaît pas le catalogue PAS-LA. Créez-le d’abord là-bas.");
            assertThat(categories(code)).as("nothing of it is kept").isZero();
            browser.look(page, "sales-settings-catalogue-unknown");

            drops(page, "PAS-LA");
            types(page, CATALOGUE.toLowerCase(Locale.ROOT));
            save(page);
            assertThat(desk.said()).contains("Tout est enregistré");
            assertThat(page.locator(chip(CATALOGUE)).textContent())
                    .as("as it is really written")
                    .contains(CATALOGUE);
            assertThat(categories(code)).isEqualTo(1);
            triesTheAcknowledgement(browser, desk);

            page.locator("[data-list='category'] [data-row]:has(input[value='" + code + "']) .hl-dash")
                    .click();
            if (!had) {
                drops(page, CATALOGUE);
            }
            save(page);
            assertThat(categories(code)).isZero();
            page.locator("#catalogues .hl-tuto").click();
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("main").textContent()).contains("Tapez le code, Entrée le valide");
            browser.look(page, "help");
        }
    }

    /** P13, K27: with a real case, and with the footer that is the operator's. */
    private static void triesTheAcknowledgement(Browser browser, Desk desk) {
        Page page = desk.page();
        String sent = "select count(*) from notification where event = 'CONTENT_TRIED' and state = 'SENT'";
        long before = SHOP.number(sent);
        page.locator("button[value='preview:ACKNOWLEDGEMENT.fr']").click();
        page.waitForLoadState(LoadState.LOAD);
        String footer =
                SHOP.text("select split_part(body, E'\\n', 1) from legal_footer f join portal p on p.id = f.portal_id"
                        + " where p.slug = '" + RESORT + "' and f.language = 'fr' order by f.version desc limit 1");
        assertThat(page.locator(".hl-preview").textContent())
                .contains("Bonjour", footer)
                .doesNotContain("{");
        browser.look(page, "sales-settings-preview");
        page.locator("button[value='try:ACKNOWLEDGEMENT.fr']").click();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(desk.said()).contains("L’essai part à");
        Await.until(Duration.ofSeconds(30), "the trial has left", () -> SHOP.number(sent) > before);
        assertThat(page.locator(".hl-locked").first().textContent()).contains(footer);
        assertThat(page.locator("[name*=footer], [name*=FOOTER]").count())
                .as("the footer is no field")
                .isZero();
    }

    private static void types(Page page, String catalogue) {
        page.locator("[data-chips=catalogue] li.ui-chips-input-token input").fill(catalogue);
        page.locator("[data-chips=catalogue] li.ui-chips-input-token input").press("Enter");
        assertThat(page.locator(chip(catalogue)).count()).isEqualTo(1);
    }

    private static void drops(Page page, String catalogue) {
        page.locator(chip(catalogue) + " button").click();
    }

    private static String chip(String catalogue) {
        return "[data-chips=catalogue] li:has(input[type=hidden][value='" + catalogue + "' i])";
    }

    private static long categories(String code) {
        return SHOP.number("select count(*) from sales_category where code = '" + code + "' and retired_at is null");
    }

    @Test
    void andOfTwoTheSecondSeesBoth() {
        try (Browser browser = Browser.at(Width.DESK)) {
            Desk one = Desk.signedIn(browser.visitor(), SHOP, TOWN, SECRETARY);
            Desk other = Desk.signedIn(browser.visitor(), SHOP, TOWN, "huitriere@ville.demo");
            one.open(PAGE);
            other.open(PAGE);
            one.page()
                    .locator("details:has(textarea[name='content.SIGNATURE.fr']) summary")
                    .click();
            one.page().fill("textarea[name='content.SIGNATURE.fr']", "Anaïs");
            save(one.page());
            other.page()
                    .locator("details:has(textarea[name='content.SIGNATURE.fr']) summary")
                    .click();
            other.page().fill("textarea[name='content.SIGNATURE.fr']", "Yann");
            save(other.page());
            assertThat(other.page().locator(".hl-conflict").textContent()).contains("Anaïs", "Yann");
            browser.look(other.page(), "sales-settings-stale");
            save(other.page());
            assertThat(other.said()).contains("Tout est enregistré");
        }
        SHOP.update("delete from mail_content where body in ('Anaïs', 'Yann')");
    }

    /** K27: the footer is no field of this form, and a form that says it is one is refused whole. */
    @Test
    void andAForgedFooterIsRefused() {
        SignedIn secretary = SignedIn.as(SHOP, TOWN, SECRETARY);
        for (String forged : new String[] {"footer.fr", "content.FOOTER.fr", "footer"}) {
            Map<String, String> form = SignedIn.form(secretary.get(PAGE), "settings");
            form.put("do", "save");
            form.put("objectId.fr", "");
            form.put("objectLabel.fr", "forged with a footer");
            form.put("objectEmail.fr", "x@example.org");
            form.put(forged, "Aucune mention légale");
            Answer answer = secretary.post(PAGE, form);
            assertThat(answer.status()).as(forged).isEqualTo(403);
        }
        assertThat(SHOP.number("select count(*) from legal_footer where body = 'Aucune mention légale'"))
                .isZero();
        assertThat(objects("forged with a footer")).isZero();
        Map<String, String> form = SignedIn.form(secretary.get(PAGE), "settings");
        form.put("publish", "footer");
        form.put("footer.fr", "Aucune mention légale");
        assertThat(secretary.post("/pro/operation/settings", form).status()).isEqualTo(403);
    }

    /** What brings another nonce than its page's did nothing, and is shown anew: it was refused after it had been kept. */
    @Test
    void andAFormWithAnotherPagesNonceKeepsNothing() {
        SignedIn secretary = SignedIn.as(SHOP, TOWN, SECRETARY);
        for (String nonce : new String[] {"", "forged", "ZjFmMWYxZjEtMWYxZi0xZjFm"}) {
            Map<String, String> form = SignedIn.form(secretary.get(PAGE), "settings");
            form.put("do", "save");
            form.put("objectId.fr", "");
            form.put("objectLabel.fr", "forged with a nonce");
            form.put("objectEmail.fr", "x@example.org");
            form.put("primefaces.nonce", nonce);
            Answer answer = secretary.post(PAGE, form);
            assertThat(answer.status()).as(nonce).isEqualTo(302);
            assertThat(answer.header("location")).endsWith("expired=true");
        }
        assertThat(objects("forged with a nonce")).isZero();
    }

    private static void add(Page page, String list, String... values) {
        page.locator("[data-list='" + list + "'] .hl-add").click();
        Locator fields = row(page, list).locator("input:not([type=hidden])");
        for (int i = 0; i < values.length; i++) {
            fields.nth(i).fill(values[i]);
        }
    }

    private static Locator row(Page page, String list) {
        return page.locator("[data-list='" + list + "'] [data-row]").last();
    }

    private static void save(Page page) {
        page.locator("#save").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    private static long objects(String label) {
        return SHOP.number("select count(*) from contact_object where label = '" + label + "'");
    }
}
