package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Sql;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPricesTest {

    private static final int DAYS_PRICED = 14;

    private final Sql sql = LoadedDemo.sql();

    /** The cheapest variant, else the cheapest night, else the least premium; a product without choice has its own price. */
    @Test
    void thePriceFromIsTheCheapest() {
        assertThat(sql.list(
                        "select p.slug from product p where p.portal_" + LoadedDemo.IN
                                + " and p.from_cents <> coalesce("
                                + "(select min(least(price_cents, day_prices[1])) from product_variant v where v.product_id = p.id),"
                                + " (select min(night_cents) from season_price s where s.product_id = p.id),"
                                + " (p.terms ->> 'minCents')::bigint, p.from_cents)",
                        row -> row.text("slug")))
                .isEmpty();
        assertThat(sql.number("select count(*) from product where from_cents <= 0 and portal_" + LoadedDemo.IN))
                .isZero();
    }

    /** CGI art. 278 and following; an insurance premium and a voucher for several uses bear none. */
    @Test
    void everyRateIsLegal() {
        for (ProductFile product : LoadedDemo.products()) {
            assertThat(product.vat()).as(product.slug()).isIn(0, 550, 1000, 2000);
            boolean untaxed =
                    product.kind() == ProductKind.INSURANCE || product.slug().equals("bon-achat");
            assertThat(product.vat() == 0).as(product.slug()).isEqualTo(untaxed);
        }
    }

    /** CGI art. 278 bis excludes alcohol from the reduced rates; CSP art. L3342-1 keeps it for adults. */
    @Test
    void alcoholIsForAdultsAndFullyTaxed() {
        List<ProductFile> alcohol = LoadedDemo.products().stream()
                .filter(product -> product.kind() == ProductKind.GOODS)
                .filter(product -> product.about().fr().contains("% vol.")
                        || product.about().fr().contains("%\u00A0vol."))
                .toList();

        assertThat(alcohol).hasSizeGreaterThan(20).allSatisfy(product -> {
            assertThat(product.adultsOnly()).as(product.slug()).isTrue();
            assertThat(product.vat()).as(product.slug()).isEqualTo(2000);
        });
    }

    @Test
    void aLongerRentalCostsMoreInAllAndLessByTheDay() {
        for (ProductFile product : LoadedDemo.products()) {
            for (ProductFile.Variant variant : product.choices()) {
                List<Long> prices = variant.dayPrices();
                if (prices != null) {
                    assertThat(prices).as(product.slug()).hasSize(DAYS_PRICED).isSorted();
                    assertThat(prices.get(DAYS_PRICED - 1)).isLessThan(DAYS_PRICED * prices.get(0));
                    assertThat(variant.sizes()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aLongerPassCostsMore() {
        assertThat(sql.list(
                        "select p.slug || ' ' || a.code as what from product p join product_variant a on a.product_id = p.id"
                                + " join product_variant b on b.product_id = p.id and b.age_min is not distinct from a.age_min"
                                + " and b.days > a.days and b.price_cents <= a.price_cents where p.kind = 'PASS' and p.portal_"
                                + LoadedDemo.IN,
                        row -> row.text("what")))
                .isEmpty();
    }

    @Test
    void severalProductsAreSoldByWeight() {
        assertThat(LoadedDemo.products().stream().filter(ProductFile::byWeight))
                .hasSizeGreaterThan(8)
                .allSatisfy(product -> {
                    assertThat(product.unit()).as(product.slug()).isEqualTo(new Words("le kg", "per kg"));
                    assertThat(product.stock()).as("grams of " + product.slug()).isGreaterThan(1000);
                });
    }

    /** L221-28: what perishes or is dated cannot be sent back; the rest can. */
    @Test
    void dailyFoodHasNoWithdrawalAndSocksHave() {
        assertThat(withdrawal("huitres-n3")).isEqualTo("EXCLUDED_PERISHABLE");
        assertThat(withdrawal("chalet-edelweiss")).isEqualTo("EXCLUDED_DATED");
        assertThat(withdrawal("initiales-brodees")).isEqualTo("EXCLUDED_MADE_TO_MEASURE");
        assertThat(withdrawal("lot-chaussettes")).isEqualTo("LEGAL");
    }

    private String withdrawal(String slug) {
        return sql.list(
                        "select withdrawal from product where slug = ? and portal_" + LoadedDemo.IN,
                        row -> row.text("withdrawal"),
                        slug)
                .get(0);
    }
}
