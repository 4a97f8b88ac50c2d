package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** K14: a portal that asks once for all terms names and links each of them, and keeps the evidence of each as ever (C04, C05). */
class ACustomerAcceptsAllTermsAtOnceIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String PORTAL = "terroir";

    @BeforeAll
    static void theOperatorAsksOnce() {
        chooses("SINGLE_LISTING_ALL");
    }

    @AfterAll
    static void andOneByOneAgain() {
        chooses("PER_MERCHANT");
    }

    @ParameterizedTest
    @EnumSource
    void inOneBoxThatNamesThemAll(Browser.Width width) {
        try (Browser browser = Browser.at(width)) {
            Customer ines = new Customer(browser.visitor(), SHOP, PORTAL);
            Page page = ines.page();
            ines.takesProduct("the-de-noel");
            ines.takesProduct("jus-raisin");
            ines.choosesSlots();
            ines.open("/checkout");
            assertThat(page.locator("input[name=terms]").count()).isEqualTo(1);
            assertThat(page.locator("input[name=terms]").isChecked())
                    .as("C05: never ticked beforehand")
                    .isFalse();
            assertThat(page.locator(".term a[href^='/terms/']").count())
                    .as("two merchants and the portal, each to be read")
                    .isEqualTo(3);
            ines.saysWhoTheyAre("Inès", "Morel", "termes@example.org");
            ines.pressesTheOrderButton();
            assertThat(page.locator(".error-summary").textContent()).contains("conditions de tous les marchands");
            assertThat(page.locator(".error-summary li").count())
                    .as("one mistake for one box")
                    .isEqualTo(1);
            browser.look(page, "checkout-one-box");
            ines.acceptsEverything();
            ines.pressesTheOrderButton();
            ines.paysWith(Customer.GOOD_CARD);
            assertThat(SHOP.number(
                            "select count(distinct a.terms_version_id) from terms_acceptance a join customer_order o"
                                    + " on o.id = a.order_id where 'EP-' || lpad(o.order_no::text, 5, '0') = '"
                                    + ines.orderNumber() + "'"))
                    .as("the evidence is the same")
                    .isEqualTo(3);
            assertThat(page.locator("main a[href^='/terms/']").count())
                    .as("L221-13: what was accepted can be read again")
                    .isEqualTo(3);
            assertThat(page.locator("main").textContent()).contains("Une confirmation par article part à");
            browser.look(page, "order-placed-terms");
            page.navigate(page.url() + "&follow=1");
            assertThat(page.locator("aside a[href^='/terms/']").count()).isEqualTo(3);
            browser.look(page, "follow-terms");
        }
    }

    private static void chooses(String box) {
        SignedIn operator = SignedIn.as(SHOP, PORTAL, "exploitant@terroir.demo");
        Map<String, String> form = SignedIn.form(operator.get("/pro/operation/settings"), "settings");
        form.put("value.cgv.box", box);
        assertThat(operator.post("/pro/operation/settings", form).status()).isLessThan(400);
        assertThat(SHOP.number(
                        "select count(*) from portal_setting s join portal p on p.id = s.portal_id where p.slug = '"
                                + PORTAL + "' and s.key = 'cgv.box'"))
                .isEqualTo(box.equals("PER_MERCHANT") ? 0 : 1);
    }
}
