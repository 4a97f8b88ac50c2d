package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Seeds;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.Wired;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** C01: what is offered is kept in memory, and yet the price of a moment ago is never asked. */
class TheCatalogueChangesTest {

    private final PricingWorld world = new PricingWorld();
    private final Sql sql = TestDatabase.sql();
    private final Pricing elsewhere = Wired.with(new Pricing(), Wired.with(new Offers(), sql), world.clock);
    private final long tea = tea();

    @Test
    void theNextPriceIsTheNewOneOnEveryServer() {
        assertThat(here()).isEqualTo(900);
        assertThat(there()).isEqualTo(900);
        costs(1_050);
        assertThat(here()).isEqualTo(1_050);
        assertThat(there()).isEqualTo(1_050);
    }

    @Test
    void aVariantAndTheShopsClosureAreSeenAtOnce() {
        here();
        long variant = world.shop.variant(tea, "100 g", 500);
        assertThat(world.price(PricingWorld.pieces(tea, variant, 1)).unitCents())
                .isEqualTo(500);
        sql.update("update product_variant set price_cents = 550 where id = ?", variant);
        assertThat(world.price(PricingWorld.pieces(tea, variant, 1)).unitCents())
                .isEqualTo(550);
        sql.update("update shop set active = false where id = ?", world.shop.shopId);
        assertThatThrownBy(() -> world.price(PricingWorld.pieces(tea, variant, 1)))
                .isInstanceOfSatisfying(
                        ChoiceRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Reason.NOT_SOLD));
    }

    /** Whoever changed it may price it before the commit; after the rollback nobody pays what never was. */
    @Test
    void whatIsRolledBackWasNever() {
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> {
                    costs(1);
                    assertThat(here()).isEqualTo(1);
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(here()).isEqualTo(900);
        costs(950);
        assertThat(here()).isEqualTo(950);
    }

    @Test
    void whatIsNotCommittedIsNobodyElsesPrice() {
        here();
        TestDatabase.inTransaction(() -> {
            costs(1_200);
            assertThat(CompletableFuture.supplyAsync(this::here).join()).isEqualTo(900);
            assertThat(CompletableFuture.supplyAsync(this::there).join()).isEqualTo(900);
        });
        assertThat(here()).isEqualTo(1_200);
        assertThat(there()).isEqualTo(1_200);
    }

    @Test
    void aSeasonAndTheNameOfAnAisleAreSeenAtOnce() {
        long chalet = world.shop.product(ProductKind.LODGING, "Chalet", 14_000, 1000);
        world.shop.terms(
                chalet,
                "{\"maxPersons\": 6, \"depositBp\": 3000, \"balanceDaysBefore\": 30, \"taxCentsPerAdultNight\": 0}");
        world.shop.season(chalet, "2027-02-06", "2027-02-20", 10_000, 2);
        world.nights(chalet, "2027-02-06", "2027-02-20", 1);
        Choice stay = PricingWorld.stay(chalet, "2027-02-06", "2027-02-08", 2, 0);
        assertThat(world.price(stay).totalCents()).isEqualTo(20_000);
        sql.update("update season_price set night_cents = 11000 where product_id = ?", chalet);
        assertThat(world.price(stay).totalCents()).isEqualTo(22_000);
        sql.update("update category set name_fr = 'Thés et tisanes' where id = ?", world.shop.categoryId);
        assertThat(world.price(PricingWorld.pieces(tea, 1)).family()).isEqualTo("Thés et tisanes");
    }

    @Test
    void inAnyOrderOfChangesAndLooks() {
        Seeds.forAll(20, random -> {
            long cents = 900;
            costs(cents);
            for (int i = 0; i < 20; i++) {
                if (random.nextInt(3) == 0) {
                    cents = 1 + random.nextInt(100_000);
                    costs(cents);
                }
                assertThat(random.nextBoolean() ? here() : there()).isEqualTo(cents);
            }
        });
    }

    private long tea() {
        long product = world.shop.product(ProductKind.GOODS, "Thé de montagne", 900, 550);
        world.shop.stock(product, 50);
        return product;
    }

    private void costs(long cents) {
        sql.update("update product set from_cents = ? where id = ?", cents, tea);
    }

    private long here() {
        return world.price(PricingWorld.pieces(tea, 1)).unitCents();
    }

    private long there() {
        return elsewhere
                .price(world.shop.portalId, PricingWorld.pieces(tea, 1), "fr")
                .unitCents();
    }
}
