package fr.halle.merchant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.model.Slot;
import fr.halle.merchant.model.SlotDay;
import fr.halle.portal.model.Preset;
import fr.halle.portal.service.Portals;
import fr.halle.shared.service.Pipeline;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotsOfAShopTest {

    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestClock clock = new TestClock("2026-05-13T09:20");
    private final Portals portals = Wired.with(new Portals(), TestDatabase.sql(), Wired.atOnce());
    private final Shops shops = Wired.with(new Shops(), TestDatabase.sql(), portals);
    private final Slots slots = Wired.with(new Slots(), TestDatabase.sql(), shops, clock);

    SlotsOfAShopTest() {
        town.open(town.shopId, "09:00", "12:00");
        town.open(town.shopId, "15:00", "18:00");
    }

    /** C11, C12: from two hours after the order, within the opening hours. */
    @Test
    void beginTwoHoursFromNow() {
        List<SlotDay> days = slots.of(town.shopId, clock.today(), 1, "fr");
        assertThat(days).hasSize(1);
        assertThat(days.get(0).free().get(0).start().toLocalTime()).isEqualTo(LocalTime.of(11, 30));
    }

    @Test
    void ofALaterWeekStartAtTheOpening() {
        List<SlotDay> days = slots.of(town.shopId, LocalDate.of(2026, 5, 19), 7, "fr");
        assertThat(days).hasSize(7);
        assertThat(days.get(0).date()).isEqualTo("2026-05-19");
        assertThat(days.get(0).free().get(0).start().toLocalTime()).isEqualTo(LocalTime.of(9, 0));
    }

    /** K19: a shop that needs two days shows tomorrow as too early even when the plan begins tomorrow. */
    @Test
    void keepTheShopsOwnDelayWhateverTheFirstDay() {
        TestDatabase.sql().update("update shop set lead_minutes = 2880 where id = ?", town.shopId);
        LocalDate friday = LocalDate.of(2026, 5, 15);
        assertThat(slots.of(town.shopId, friday, 1, "fr").get(0).free().get(0).start())
                .isEqualTo(friday.atTime(9, 30));
    }

    /** M68: Ascension is closed, a day the merchant closes says why in the reader's language. */
    @Test
    void sayWhyADayIsClosed() {
        TestDatabase.sql()
                .update(
                        "insert into opening_exception (id, shop_id, day, reason_fr, reason_en) values (?, ?, ?, 'inventaire', 'stocktaking')",
                        TestIds.id(),
                        town.shopId,
                        LocalDate.of(2026, 5, 15));
        List<SlotDay> days = slots.of(town.shopId, LocalDate.of(2026, 5, 14), 2, "en");
        assertThat(days.get(0).items())
                .singleElement()
                .satisfies(item -> assertThat(item.gap()).isEqualTo(GapReason.HOLIDAY));
        assertThat(days.get(1).items())
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).isEqualTo("stocktaking"));
    }

    /** K19: a slot that is taken as often as the shop can serve is full, for the page and for the last check. */
    @Test
    void areFullOnceTakenAsOftenAsTheShopCanServe() {
        Slot slot = Slot.at(LocalDate.of(2026, 5, 15).atTime(10, 0));
        for (int i = 0; i < 4; i++) {
            take(slot.startsAt());
        }
        assertThat(slots.of(town.shopId, slot.date(), 1, "fr").get(0).free()).doesNotContain(slot);
        Pipeline pipeline = TestDatabase.sql().pipeline();
        Pipeline.Answer<Slots.Taken> taken = Slots.taken(pipeline, Set.of(new SlotKey(town.shopId, slot.startsAt())));
        pipeline.run();
        assertThat(slots.refusal(
                        shops.byId(town.shopId), slot.startsAt(), taken.only().pickups()))
                .contains(GapReason.FULL);
        assertThat(slots.refusal(shops.byId(town.shopId), slot.endsAt(), 0)).isEmpty();
    }

    /** What a list of products says of each shop: the same as the shop's own week. */
    @Test
    void areLookedForAtOnceForManyShops() {
        long noHours = town.shop(town.merchantId, "Sans heures");
        long brings = town.shop(town.merchantId, "Livre seulement");
        town.open(brings, "09:00", "18:00");
        TestDatabase.sql().update("update shop set pickup = false, delivery = true where id = ?", brings);
        long afternoons = town.shop(town.merchantId, "L’après-midi");
        town.open(afternoons, "16:00", "18:00");
        Slot taken = Slot.at(LocalDate.of(2026, 5, 13).atTime(11, 30));
        for (int i = 0; i < 4; i++) {
            take(taken.startsAt());
        }
        Map<Long, Slot> first = slots.firstOf(
                shops.byIds(List.of(town.shopId, noHours, brings, afternoons)).values());
        assertThat(first)
                .containsOnly(
                        Map.entry(town.shopId, Slot.at(taken.date().atTime(15, 0))),
                        Map.entry(afternoons, Slot.at(taken.date().atTime(16, 0))));
        assertThat(slots.of(town.shopId, clock.today(), 7, "fr").get(0).free()).startsWith(first.get(town.shopId));
        assertThat(slots.firstOf(List.of())).isEmpty();
    }

    @Test
    void thatAreNoSlotsAreRefused() {
        Shop shop = shops.byId(town.shopId);
        assertThat(slots.refusal(shop, TestClock.instantOf("2026-05-15T10:10"), 0))
                .contains(GapReason.CLOSED);
        assertThat(slots.refusal(shop, TestClock.instantOf("2026-05-15T13:00"), 0))
                .contains(GapReason.CLOSED);
        assertThat(slots.refusal(shop, TestClock.instantOf("2026-05-12T10:00"), 0))
                .contains(GapReason.PAST);
        assertThat(slots.refusal(shop, TestClock.instantOf("2026-05-13T10:00"), 0))
                .contains(GapReason.TOO_EARLY);
        assertThat(slots.refusal(shop, Instant.parse("2999-01-01T09:00:00Z"), 0))
                .contains(GapReason.CLOSED);
        assertThat(slots.refusal(shop, Instant.MAX, 0)).contains(GapReason.CLOSED);
    }

    /** The second of the two half-hours that the clocks repeat in October is not offered: nobody could tell them apart. */
    @Test
    void existOnceWhenTheClocksGoBack() {
        town.open(town.shopId, "02:00", "04:00");
        clock.set("2026-10-24T12:00");
        Shop shop = shops.byId(town.shopId);
        assertThat(slots.refusal(shop, Instant.parse("2026-10-25T00:30:00Z"), 0))
                .isEmpty();
        assertThat(slots.refusal(shop, Instant.parse("2026-10-25T01:30:00Z"), 0))
                .contains(GapReason.CLOSED);
    }

    @Test
    void ofDaysNobodyCanAskForAreTheNearestOnes() {
        assertThat(slots.of(town.shopId, LocalDate.MIN, 400, "fr"))
                .hasSize(14)
                .first()
                .satisfies(day -> assertThat(day.date()).isEqualTo(clock.today()));
        assertThat(slots.of(town.shopId, LocalDate.MAX, -3, "fr"))
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(clock.today().plusDays(Slots.FARTHEST_DAYS)));
    }

    @Test
    void ofAnUnknownShopAreRefused() {
        assertThatThrownBy(() -> slots.of(-1, clock.today(), 7, "fr")).isInstanceOf(ShopUnknown.class);
    }

    private void take(Instant start) {
        UUID cart = UUID.randomUUID();
        long checkout = TestIds.id();
        TestDatabase.sql()
                .update(
                        "insert into cart (id, portal_id, language, created_at, touched_at) values (?, ?, 'fr', now(), now())",
                        cart,
                        town.portalId);
        TestDatabase.sql()
                .update(
                        "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token,"
                                + " state, draft, total_cents, due_now_cents, created_at, expires_at)"
                                + " values (?, ?, ?, 'k', '', ?, '\\x00', '', 'PENDING', '{}', 0, 0, now(), now())",
                        checkout,
                        town.portalId,
                        cart,
                        checkout);
        TestDatabase.sql()
                .update(
                        "insert into slot_claim (checkout_id, shop_id, slot_start) values (?, ?, ?)",
                        checkout,
                        town.shopId,
                        start);
    }
}
