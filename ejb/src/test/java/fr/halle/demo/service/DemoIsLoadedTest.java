package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Sql;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoIsLoadedTest {

    private final Sql sql = LoadedDemo.sql();

    @Test
    void threePortalsSellWhatDozensOfMerchantsOffer() {
        assertThat(sql.number("select count(*) from portal where" + LoadedDemo.PORTAL))
                .isEqualTo(3);
        assertThat(sql.number("select count(*) from merchant where portal_" + LoadedDemo.IN))
                .isGreaterThanOrEqualTo(24);
        assertThat(sql.number("select count(*) from product where active and portal_" + LoadedDemo.IN))
                .isGreaterThanOrEqualTo(250);
    }

    @Test
    void everyKindIsSold() {
        List<String> kinds = sql.list(
                "select distinct kind from product where active and portal_" + LoadedDemo.IN, row -> row.text("kind"));

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ProductKind.values()).map(Enum::name).toList());
    }

    @Test
    void everyCategoryOfEveryPortalHasProducts() {
        assertThat(sql.list(
                        "select c.slug from category c where portal_" + LoadedDemo.IN
                                + " and not exists (select from product p where p.category_id = c.id)",
                        row -> row.text("slug")))
                .isEmpty();
    }

    @Test
    void everythingThatIsCountedCanBeBoughtSomewhere() {
        assertThat(sql.list(
                        "select slug from product p where portal_" + LoadedDemo.IN
                                + " and kind not in ('PASS', 'INSURANCE')"
                                + " and not exists (select from capacity c where c.product_id = p.id and c.total > 0)",
                        row -> row.text("slug")))
                .isEmpty();
    }

    @Test
    void everyVariantThatIsCountedHasPlaces() {
        assertThat(sql.list(
                        "select p.slug || ' ' || v.code as what from product p join product_variant v on v.product_id = p.id"
                                + " where p.portal_" + LoadedDemo.IN
                                + " and p.kind in ('GROUP_LESSON', 'RENTAL', 'GOODS')"
                                + " and not exists (select from capacity c where c.variant_id = v.id and c.total > 0)",
                        row -> row.text("what")))
                .isEmpty();
    }

    @Test
    void lodgingsHaveAPriceAndAPlaceForEveryNightOfAYear() {
        assertThat(sql.list(
                        "select p.slug from product p cross join generate_series(?::date, ?::date, '1 day') night"
                                + " where p.kind = 'LODGING' and p.portal_" + LoadedDemo.IN
                                + " and (not exists (select from season_price s where s.product_id = p.id"
                                + " and night::date between s.day_from and s.day_to)"
                                + " or not exists (select from capacity c where c.product_id = p.id and c.day = night::date))",
                        row -> row.text("slug"),
                        LoadedDemo.TODAY,
                        LoadedDemo.TODAY.plusYears(1)))
                .isEmpty();
    }

    @Test
    void nothingIsTakenYet() {
        assertThat(sql.number("select count(*) from capacity c join product p on p.id = c.product_id where p.portal_"
                        + LoadedDemo.IN + " and c.taken <> 0"))
                .isZero();
    }

    @Test
    void whoeverHandsSomethingOverHasHours() {
        assertThat(sql.list(
                        "select slug from shop s where portal_" + LoadedDemo.IN
                                + " and not exists (select from opening_hours h where h.shop_id = s.id)",
                        row -> row.text("slug")))
                .isEmpty();
        assertThat(sql.list(
                        "select p.slug from product p join shop s on s.id = p.shop_id where p.portal_" + LoadedDemo.IN
                                + " and p.collected and not s.pickup and not s.delivery",
                        row -> row.text("slug")))
                .isEmpty();
    }

    @Test
    void someShopsCloseForABreakAndSomeDeliver() {
        assertThat(sql.number("select count(distinct s.id) from shop s join opening_hours a on a.shop_id = s.id"
                        + " join opening_hours b on b.shop_id = s.id and b.weekday = a.weekday and b.opens > a.closes where s.portal_"
                        + LoadedDemo.IN))
                .isGreaterThan(10);
        assertThat(sql.number("select count(*) from shop where delivery and portal_" + LoadedDemo.IN))
                .isGreaterThan(5);
        assertThat(sql.number("select count(*) from opening_exception e join shop s on s.id = e.shop_id where s.portal_"
                        + LoadedDemo.IN + " and opens is null"))
                .isPositive();
    }

    /** C10: the phone that the customer calls to agree on the delivery. */
    @Test
    void carpeDiemDeliversByAppointment() {
        assertThat(sql.list(
                        "select replace(phone, ' ', '') as phone from shop where slug = 'carpe-diem' and delivery and portal_"
                                + LoadedDemo.IN,
                        row -> row.text("phone")))
                .containsExactly("0954799313");
    }
}
