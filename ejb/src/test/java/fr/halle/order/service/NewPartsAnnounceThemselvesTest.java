package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** M52: what an open page is told of new parts, and to whom. */
class NewPartsAnnounceThemselvesTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Actor operator = Actor.operator(shop.operator(shop.portalId), "Mairie");

    @Test
    void aPartThatWasPlacedSinceThePageWasReadIsNewUntilSomebodyOpensIt() {
        place(shop.merchantId, shop.shopId);
        NewParts.News page = desk.news.now(maud);
        assertThat(page.unseen()).as("beside the menu's entry").isEqualTo(1);
        assertThat(page.newer()).as("the page shows it already").isZero();
        desk.clock.moveForward(Duration.ofSeconds(20));
        PlacedOrder.Part part = place(shop.merchantId, shop.shopId);
        assertThat(desk.news.since(maud, page.at()).newer()).isEqualTo(1);
        assertThat(desk.news.since(operator, page.at()).newer()).isEqualTo(1);
        desk.orders.markSeen(maud, part.id());
        assertThat(desk.news.since(maud, page.at()).newer())
                .as("in another page")
                .isZero();
        assertThat(desk.news.since(maud, page.at()).unseen()).isEqualTo(1);
    }

    @Test
    void whatWasMovedOnIsNoNewsToAnybody() {
        Instant page = desk.news.now(operator).at();
        desk.clock.moveForward(Duration.ofSeconds(20));
        PlacedOrder.Part part = place(shop.merchantId, shop.shopId);
        desk.move(part.id(), MerchantOrderTransition.PROCESS, operator, null);
        assertThat(desk.news.since(operator, page).newer()).isZero();
        assertThat(desk.news.since(maud, page).newer()).isZero();
    }

    @Test
    void anothersPartsAreNobodysNews() {
        long baker = shop.merchant("Fournil");
        long bakery = shop.shop(baker, "Fournil");
        Instant page = desk.news.now(maud).at();
        desk.clock.moveForward(Duration.ofSeconds(20));
        place(baker, bakery);
        assertThat(desk.news.since(maud, page).newer()).as("K28").isZero();
        assertThat(desk.news.since(maud, page).unseen()).isZero();
        Actor elsewhere = Actor.operator(shop.operator(TestShop.in(Preset.TOWN_PICKUP).portalId), "Elsewhere");
        assertThat(desk.news.since(elsewhere, page).newer()).isZero();
        assertThat(desk.news
                        .since(Actor.merchant(TestIds.id(), "Baker", baker), page)
                        .newer())
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.news.since(Actor.customer(1, "Camille"), page))
                .isInstanceOf(PartUnknown.class);
    }

    @Test
    void aForgedMomentAsksForAWeekAtMost() {
        place(shop.merchantId, shop.shopId);
        assertThat(desk.news.since(maud, Instant.EPOCH).newer()).isEqualTo(1);
        desk.clock.moveForward(Duration.ofDays(8));
        assertThat(desk.news.since(maud, Instant.EPOCH).newer()).isZero();
        assertThat(desk.news
                        .since(maud, Instant.ofEpochMilli(999_999_999_999_999L))
                        .newer())
                .isZero();
    }

    @Test
    void theSoundIsKeptForWhoSwitchedIt() {
        Actor ana = Actor.operator(shop.operator(shop.portalId), "Ana");
        assertThat(desk.news.now(ana).sound()).isTrue();
        desk.news.sound(ana, false);
        assertThat(desk.news.now(ana).sound()).isFalse();
        assertThat(desk.news.now(operator).sound()).isTrue();
        desk.news.sound(ana, true);
        assertThat(desk.news.now(ana).sound()).isTrue();
    }

    private PlacedOrder.Part place(long merchant, long atShop) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", desk.clock.instant()).part(merchant, atShop, product, 10_200);
    }
}
