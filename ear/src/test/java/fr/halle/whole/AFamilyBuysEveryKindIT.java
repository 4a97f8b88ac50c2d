package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** One basket with a product of every kind, in English, paid at once after the bank asked who it is (C01, C02, C06, C08, M02). */
class AFamilyBuysEveryKindIT {

    private static final String PORTAL = "montagne";
    private static final int PRESTATIONS = 9;

    @Test
    void lessonsSessionPassRentalStayInsuranceGoodsAndWeightInOneBasket() {
        RunningShop shop = RunningShop.shared();
        try (Browser phone = Browser.at(Browser.Width.PHONE);
                Browser desk = Browser.at(Browser.Width.DESK)) {
            Customer ines = new Customer(phone.visitor(), shop, PORTAL);
            Page page = ines.page();
            ines.open("/?lang=en");
            LocalDate monday = takesALesson(ines);
            ines.open("/product/lecon-particuliere-ski");
            checksFirst(page, "startsAt");
            checksFirst(page, "variantId");
            ines.takesThis();
            ines.open("/product/bain-nordique");
            checksFirst(page, "startsAt");
            page.locator("input[name^=many-]").first().fill("1");
            ines.takesThis();
            rents(ines, monday);
            ines.open("/product/forfait-domaine");
            page.fill("#startsOn", monday.toString());
            ines.takesThis();
            takesAStay(shop, ines);
            ines.takesProduct("crozets");
            ines.takesProduct("beaufort-alpage");
            ines.takesProduct("assurance-annulation");

            ines.choosesSlots();
            assertThat(page.locator(".line").count()).isEqualTo(PRESTATIONS);
            assertThat(page.locator("main").textContent())
                    .contains("Your basket", "Cancellation insurance", "Beaufort");
            phone.look(page, "en-basket");
            ines.orders("family@example.org");
            ines.paysWith(Customer.CARD_WITH_3DS);
            ines.confirmsAtTheBank();
            assertThat(page.locator("h1").textContent()).contains("Thank you");
            phone.look(page, "en-order");

            Page atTheDesk = desk.visitor();
            atTheDesk.navigate(page.url() + "&follow=1&lang=en");
            assertThat(atTheDesk.locator(".part .line").count()).isEqualTo(PRESTATIONS);
            assertThat(atTheDesk.locator("main").textContent()).contains("Group ski lessons", "Order recorded");
            desk.look(atTheDesk, "en-follow");
            assertThat(shop.number(
                            "select count(distinct l.kind) from order_line l join merchant_order m on m.id = l.merchant_order_id join customer_order o on o.id = m.order_id"
                                    + " where o.order_no = "
                                    + Integer.parseInt(ines.orderNumber().substring(3))))
                    .as("every kind there is (C01)")
                    .isEqualTo(8);
        }
    }

    private static LocalDate takesALesson(Customer ines) {
        Page page = ines.page();
        ines.open("/product/cours-ski-enfants-matin");
        checksFirst(page, "variantId");
        page.fill("#firstName", "Léonie");
        page.fill("#age", "7");
        String week = page.locator("input[name=startsOn]").first().inputValue();
        ines.takesThis();
        return LocalDate.parse(week).plusDays(1);
    }

    private static void rents(Customer ines, LocalDate monday) {
        Page page = ines.page();
        ines.open("/product/pack-ski-adulte");
        page.fill("#startsOn", monday.toString());
        page.fill("#endsOn", monday.plusDays(4).toString());
        checksFirst(page, "variantId");
        page.locator("#choose button").first().click();
        page.locator("input[name=size]")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        checksFirst(page, "size");
        ines.takesThis();
    }

    /** The soonest four free nights that any run of this test has left. */
    private static void takesAStay(RunningShop shop, Customer ines) {
        LocalDate arrival = LocalDate.of(2000, 1, 1)
                .plusDays(shop.number("select min(c.day) - date '2000-01-01' from capacity c join product p"
                        + " on p.id = c.product_id where p.slug = 'chalet-choucas' and extract(dow from c.day) = 6"
                        + " and c.day > current_date + 14 and 7 = (select count(*) from capacity n"
                        + " where n.product_id = p.id and n.day between c.day and c.day + 6 and n.taken < n.total)"));
        ines.open("/product/chalet-choucas?startsOn=" + arrival + "&endsOn=" + arrival.plusDays(7) + "&adults=2");
        ines.page().locator("#choose button.btn").first().click();
        ines.page().waitForURL("**/basket");
    }

    private static void checksFirst(Page page, String name) {
        Locator free = page.locator("input[name=" + name + "]:not([disabled])");
        if (free.count() > 0) {
            free.first().check(new Locator.CheckOptions().setForce(true));
        }
    }
}
