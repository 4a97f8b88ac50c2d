package fr.halle.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartReader;
import fr.halle.order.service.PartUnknown;
import fr.halle.order.service.Sight;
import fr.halle.portal.model.Preset;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import org.junit.jupiter.api.Test;

/** K28: a part on paper is its merchant's and its portal's operator's; for anybody else there is none. */
class OnlyWhomItConcernsGetsThePaperTest {

    private final TestClock clock = new TestClock("2026-11-22T10:00");
    private final Sql sql = TestDatabase.sql();
    private final PartPapers papers = papers();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final PlacedOrder order =
            PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"), "Lefèvre");
    private final PlacedOrder.Part part = order.part(
            shop.merchantId,
            shop.shopId,
            shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550),
            10_200,
            MerchantOrderState.RECORDED,
            TestClock.instantOf("2026-11-21T11:30"));

    @Test
    void itsMerchantAndTheOperatorOfItsPortal() {
        Actor merchant = Actor.merchant(TestIds.id(), "Maud", shop.merchantId);
        Actor operator = Actor.operator(shop.operator(shop.portalId), "Ana");
        assertThat(papers.of(merchant, part.number(), "fr").fileName()).isEqualTo("commande-" + part.number() + ".pdf");
        Paper english = papers.of(operator, part.number(), "en");
        assertThat(english.fileName()).isEqualTo("order-" + part.number() + ".pdf");
        Conformance.assertReadableAndArchivable(english.pdf());
    }

    @Test
    void nobodyElse() {
        refuses(Actor.merchant(TestIds.id(), "Neighbour", shop.merchant("Neighbour")), part.number());
        refuses(Actor.operator(shop.operator(TestShop.in(Preset.TOWN_ORDERS).portalId), "Elsewhere"), part.number());
        refuses(Actor.customer(TestIds.id(), "Camille"), part.number());
        refuses(Actor.merchant(TestIds.id(), "Maud", shop.merchantId), order.number());
        refuses(Actor.merchant(TestIds.id(), "Maud", shop.merchantId), "");
    }

    private void refuses(Actor actor, String number) {
        assertThatExceptionOfType(PartUnknown.class).isThrownBy(() -> papers.of(actor, number, "fr"));
    }

    private PartPapers papers() {
        Audit audit = Wired.with(new Audit(), sql, new TestIds(), clock);
        Accounts accounts = Wired.with(new Accounts(), sql, new TestIds(), clock, audit);
        Sight sight = Wired.with(new Sight(), accounts);
        PartReader reader = Wired.with(new PartReader(), sql);
        MerchantOrders orders = Wired.with(new MerchantOrders(), sql, sight, reader, clock);
        Portals portals = Wired.with(new Portals(), sql, Wired.atOnce());
        return Wired.with(new PartPapers(), orders, portals, sql, clock, new Press());
    }
}
