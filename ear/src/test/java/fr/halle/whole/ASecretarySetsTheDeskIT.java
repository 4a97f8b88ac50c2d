package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.halle.whole.Browser.Width;
import fr.halle.whole.Http.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P01–P24, K27, O19: Paramètres in a browser, on a telephone and at a desk; and what a forged form gets. */
class ASecretarySetsTheDeskIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "ville";
    private static final String SECRETARY = "secretariat.huitriere@ville.demo";
    private static final String PAGE = "/pro/sales/settings";

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
