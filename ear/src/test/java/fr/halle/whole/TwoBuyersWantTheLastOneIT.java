package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** One piece is left, two have it in the basket and want it delivered: one wins, the other is told and never charged (C09, C10, O04). */
class TwoBuyersWantTheLastOneIT {

    private static final String PORTAL = "ville";
    private static final String LAST_ONE = "composition-table";
    private static final String OF_IT = " from product p where p.id = k.product_id and p.slug = '" + LAST_ONE + "'";

    @Test
    void oneHasItDeliveredAndTheOtherIsToldBeforePaying() {
        RunningShop shop = RunningShop.shared();
        shop.number("update capacity k set total = taken + 1" + OF_IT + " returning 1");
        try (Browser phone = Browser.at(Browser.Width.PHONE);
                Browser desk = Browser.at(Browser.Width.DESK)) {
            Customer first = new Customer(phone.visitor(), shop, PORTAL);
            Customer second = new Customer(desk.visitor(), shop, PORTAL);
            first.takesProduct(LAST_ONE);
            second.takesProduct(LAST_ONE);
            second.page().locator("button[name=step][value='1']").click();
            assertThat(second.page().locator(".line .error").textContent()).contains("reste que 1");
            wantsItDelivered(phone, first);
            wantsItDelivered(desk, second);

            second.open("/checkout");
            second.saysWhoTheyAre("Nora", "Leroy", "deuxieme@example.org");
            second.acceptsEverything();
            first.open("/checkout");
            phone.look(first.page(), "checkout-delivery");
            first.orders("premiere@example.org");
            second.pressesTheOrderButton();
            assertThat(second.page().url()).doesNotContain("/card/");
            second.open("/checkout");
            assertThat(second.page().url()).contains("/basket");
            assertThat(second.page().locator("[role=alert]").first().textContent())
                    .contains("n’en reste plus");
            desk.look(second.page(), "basket-somebody-was-faster");
            isSoldOutForEverybody(desk, shop);
            takesSomethingElseAndTypesNothingTwice(desk, second);

            first.paysWith(Customer.GOOD_CARD);
            assertThat(first.page().locator("main").textContent())
                    .contains("Merci", "va valider votre commande", "pour planifier la livraison")
                    .containsPattern("02.61.91.00.40");
            phone.look(first.page(), "order-delivery");
            assertThat(shop.number("select count(*) from checkout k where k.cart_id in (select cart_id from cart_line l"
                            + " join product p on p.id = l.product_id where p.slug = '" + LAST_ONE
                            + "') and k.state = 'PENDING'"))
                    .as("nothing waits to be paid by the second")
                    .isZero();
        } finally {
            shop.number("update capacity k set total = taken + 5" + OF_IT + " returning 1");
        }
    }

    private static void wantsItDelivered(Browser browser, Customer customer) {
        Page page = customer.page();
        customer.open("/basket");
        page.locator("input[name=mode][value=DELIVERY]")
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("form:has(input[name=mode]) button.btn").last().click();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator(".collect").textContent())
                .contains("Veuillez le contacter au")
                .containsPattern("02.61.91.00.40");
        browser.look(page, "basket-delivery");
    }

    /** The details are kept for this basket; what is to be accepted is asked again (C05). */
    private static void takesSomethingElseAndTypesNothingTwice(Browser desk, Customer second) {
        Page page = second.page();
        page.locator("button[name=remove]").first().click();
        page.waitForLoadState(LoadState.LOAD);
        second.takesProduct("huitres-n3");
        second.choosesSlots();
        second.open("/checkout");
        assertThat(page.locator("#firstName").inputValue()).isEqualTo("Nora");
        assertThat(page.locator("#lastName").inputValue()).isEqualTo("Leroy");
        assertThat(page.locator("#email").inputValue()).isEqualTo("deuxieme@example.org");
        assertThat(page.locator("#phone").inputValue().replaceAll("\\D", "")).isEqualTo("0612345678");
        assertThat(page.locator("input[type=checkbox]:checked").count()).isZero();
        desk.look(page, "checkout-after-somebody-was-faster");
    }

    private static void isSoldOutForEverybody(Browser desk, RunningShop shop) {
        Page visitor = desk.visitor();
        visitor.navigate(shop.address(PORTAL, "/category/fleurs"));
        assertThat(visitor.locator(".card", new Page.LocatorOptions().setHasText("Composition de table"))
                        .textContent())
                .contains("Épuisé");
        desk.look(visitor, "category-sold-out");
        visitor.navigate(shop.address(PORTAL, "/product/" + LAST_ONE));
        assertThat(visitor.locator("main").textContent()).contains("Épuisé pour le moment");
        assertThat(visitor.locator("#choose button").count()).isZero();
        desk.look(visitor, "product-sold-out");
    }
}
