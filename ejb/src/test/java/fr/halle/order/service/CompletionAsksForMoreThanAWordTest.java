package fr.halle.order.service;

import static fr.halle.order.model.MerchantOrderTransition.COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.PickupCode;
import fr.halle.order.model.Why;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.MoveRefused;
import fr.halle.testing.AtOnce;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** K17, M39, M44: what must be true before a merchant can say « Terminé ». */
class CompletionAsksForMoreThanAWordTest {

    private static final String BY_CODE = "\"complete.requires\":\"PICKUP_CODE\"";
    private static final String BY_CUSTOMER = "\"complete.requires\":\"CUSTOMER_CONFIRM\"";
    private static final String BY_CLOCK = "\"complete.requires\":\"AUTO_AFTER\",\"complete.auto_days\":\"3\"";

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Actor operator = Actor.operator(shop.operator(shop.portalId), "Mairie");
    private final List<PlacedOrder> orders = new ArrayList<>();

    @Test
    void theMerchantsMenuHoldsTerminéOnlyWhereItsWordIsEnough() {
        for (CompletionRule rule : CompletionRule.values()) {
            PlacedOrder.Part part = part("\"complete.requires\":\"" + rule + "\"", MerchantOrderState.READY);
            List<?> menu = TestDatabase.inTransaction(() -> desk.lifecycle.availableTo(maud, part.id()));
            boolean enough = rule == CompletionRule.NOTHING || rule == CompletionRule.SLOT_STARTED;
            assertThat(menu.contains(COMPLETE))
                    .as("%s, the day has begun", rule)
                    .isEqualTo(enough);
            if (enough) {
                desk.move(part.id(), COMPLETE, maud, null);
            } else {
                assertThatThrownBy(() -> desk.move(part.id(), COMPLETE, maud, "a reason"))
                        .isInstanceOf(BusinessException.class);
                assertThat(desk.state(part.id())).isEqualTo("READY");
            }
            Awaited awaited = desk.orders.byId(maud, part.id()).awaited();
            assertThat(awaited == null).as("%s is told on the page", rule).isEqualTo(enough);
        }
    }

    @Test
    void theOperatorMayAlwaysCompleteWithAReason() {
        for (CompletionRule rule : CompletionRule.values()) {
            desk.clock.set("2026-11-21T08:00");
            PlacedOrder.Part part = PlacedOrder.of(
                            shop,
                            "TOWN_PICKUP",
                            "\"complete.requires\":\"" + rule + "\"",
                            TestClock.instantOf("2026-11-21T07:00"))
                    .part(
                            shop.merchantId,
                            shop.shopId,
                            product,
                            10_200,
                            MerchantOrderState.READY,
                            TestClock.instantOf("2026-11-21T15:30"));
            if (rule != CompletionRule.NOTHING) {
                assertThatThrownBy(() -> desk.move(part.id(), COMPLETE, operator, " "))
                        .as("%s", rule)
                        .isInstanceOf(CompletionReasonMissing.class);
            }
            desk.move(part.id(), COMPLETE, operator, "Le client l’a confirmé par téléphone");
            assertThat(desk.sql.number(
                            "select count(*) from audit_entry where subject = ? and on_behalf_of = ?"
                                    + " and action = 'part_COMPLETE'",
                            part.number(),
                            shop.merchantId))
                    .as("K18")
                    .isEqualTo(1);
        }
    }

    @Test
    void theCodeThatTheCustomerShowsCompletesItHoweverItIsTyped() {
        for (String written : List.of("%s", " %s ", "lower", "dash", "spaces")) {
            PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
            PickupCode code = code(part);
            String typed = switch (written) {
                case "lower" -> code.letters().toLowerCase(Locale.ROOT);
                case "dash" -> code.shown();
                case "spaces" -> String.join("\u00a0", code.letters().split(""));
                default -> String.format(written, code.letters());
            };
            type(part, typed, maud);
            assertThat(desk.state(part.id())).as(written).isEqualTo("COMPLETED");
        }
    }

    @Test
    void aCodeBelongsToOnePartAlone() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
        PlacedOrder same = orders.get(orders.size() - 1);
        PlacedOrder.Part sibling =
                same.part(shop.merchantId, shop.shopId, product, 10_200, MerchantOrderState.READY, null);
        PlacedOrder.Part another = part(BY_CODE, MerchantOrderState.READY);
        for (PlacedOrder.Part of : List.of(sibling, another)) {
            String theirs = (of == sibling ? PickupCode.of("token" + same.orderId, of.number()) : code(of)).letters();
            assertThatThrownBy(() -> type(part, theirs, maud)).isInstanceOf(PickupCodeWrong.class);
        }
        assertThat(desk.state(part.id())).isEqualTo("READY");
    }

    @Test
    void isGuessedFiveTimesThenThereIsAPauseThatGrows() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
        Instant until = guessFive(part);
        assertThat(until).isEqualTo(desk.clock.instant().plusSeconds(15 * 60));
        assertThatThrownBy(() -> type(part, code(part).letters(), maud))
                .as("even the right one is not compared")
                .isInstanceOf(PickupCodeBlocked.class);
        desk.clock.moveForward(Duration.ofMinutes(15));
        assertThat(guessFive(part)).isEqualTo(desk.clock.instant().plusSeconds(30 * 60));
        for (int i = 0; i < 12; i++) {
            desk.clock.moveForward(Duration.ofDays(1));
            until = guessFive(part);
        }
        assertThat(until).as("a day at most").isEqualTo(desk.clock.instant().plusSeconds(24 * 3600));
        assertThat(desk.sql.number(
                        "select count(*) from audit_entry where subject = ? and action = 'pickup_code_blocked'",
                        part.number()))
                .isEqualTo(14);
        desk.clock.moveForward(Duration.ofDays(1));
        type(part, code(part).letters(), maud);
        assertThat(desk.state(part.id())).isEqualTo("COMPLETED");
    }

    @Test
    void aHundredGuessesAtOnceAreNoMoreThanFive() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
        assertThat(AtOnce.all(
                        20,
                        () -> IntStream.range(0, 5)
                                .mapToObj(guess -> refusal(() -> type(part, "ZZZZZZ", maud)))
                                .filter("PickupCodeWrong"::equals)
                                .count()))
                .satisfies(compared -> assertThat(
                                compared.stream().mapToLong(Long::longValue).sum())
                        .as("the fifth says that there is a pause")
                        .isEqualTo(4));
        assertThat(wrong(part)).isEqualTo(5);
    }

    @Test
    void aStrangersGuessCountsForNothing() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
        Actor stranger = Actor.merchant(TestIds.id(), "Stranger", shop.merchant("Autre"));
        Actor elsewhere = Actor.operator(shop.operator(TestShop.in(Preset.TOWN_PICKUP).portalId), "Elsewhere");
        for (Actor actor : List.of(stranger, elsewhere, Actor.customer(1, "Camille"))) {
            assertThatThrownBy(() -> type(part, code(part).letters(), actor))
                    .as("K28: not even with the right one")
                    .isInstanceOf(PartUnknown.class);
        }
        assertThat(wrong(part)).isZero();
    }

    @Test
    void aStalePageAndACompletedPartTakeNoGuess() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.PROCESSING);
        int seen = desk.version(part.id());
        desk.move(part.id(), MerchantOrderTransition.READY, maud, null);
        assertThatThrownBy(() -> type(part, seen, code(part).letters(), maud)).isInstanceOf(PartMoved.class);
        type(part, code(part).letters(), maud);
        assertThatThrownBy(() -> type(part, code(part).letters(), maud))
                .as("a replay")
                .isInstanceOf(MoveRefused.class);
        assertThatThrownBy(() -> type(part, "ZZZZZZ", maud)).isInstanceOf(MoveRefused.class);
        assertThat(wrong(part)).isZero();
        PlacedOrder.Part fresh = part(BY_CODE, MerchantOrderState.READY);
        assertThatThrownBy(() -> type(fresh, " - ", maud)).isInstanceOf(PickupCodeMissing.class);
        assertThatThrownBy(() -> type(fresh, "é".repeat(10_000), maud)).isInstanceOf(PickupCodeWrong.class);
    }

    @Test
    void aProgramShowsTheCodeTooAndIsAnsweredAgainUnderItsKey() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
        Actor program = Actor.merchant(shop.operator(shop.portalId), "Maud", shop.merchantId);
        int seen = desk.version(part.id());
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> desk.moves.move(program, part.number(), showing(seen, "BCDFGH"), "wrong")))
                .isInstanceOf(PickupCodeWrong.class);
        assertThat(wrong(part)).as("counted although refused").isEqualTo(1);
        String right = code(part).shown();
        PartMoves.Moved moved =
                TestDatabase.inTransaction(() -> desk.moves.move(program, part.number(), showing(seen, right), "key"));
        assertThat(TestDatabase.inTransaction(
                        () -> desk.moves.move(program, part.number(), showing(seen, right), "key")))
                .isEqualTo(moved);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> desk.moves.move(program, part.number(), showing(seen, "ZZZZZZ"), "key")))
                .isInstanceOf(MoveKeyReused.class);
    }

    /** Whoever completes in the merchant's place is asked why, and is read, whether or not a code came along. */
    @Test
    void anOperatorsReasonIsKeptBesideACode() {
        PlacedOrder.Part part = part(BY_CODE, MerchantOrderState.READY);
        int seen = desk.version(part.id());
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> desk.moves.move(operator, part.number(), showing(seen, "BCDFGH"), null)))
                .isInstanceOf(CompletionReasonMissing.class);
        String said = "Le client l’a confirmé par téléphone";
        PartMoves.Wish told = new PartMoves.Wish(COMPLETE, seen, Why.said(said), "BCDFGH", java.util.Set.of());
        TestDatabase.inTransaction(() -> desk.moves.move(operator, part.number(), told, null));
        assertThat(desk.orders.byNumber(operator, part.number()).history())
                .extracting(move -> move.reason().words())
                .contains(said);
    }

    private static PartMoves.Wish showing(int seen, String code) {
        return new PartMoves.Wish(COMPLETE, seen, Why.said(null), code, java.util.Set.of());
    }

    @Test
    void theCustomerSaysThatItWasReceivedAndIsHeardOnce() {
        PlacedOrder.Part part = part(BY_CUSTOMER, MerchantOrderState.READY);
        String token = token(part);
        assertThatThrownBy(() -> says(shop.portalId, part.number(), token + "x"))
                .isInstanceOf(OrderUnknown.class);
        assertThatThrownBy(() -> says(TestShop.in(Preset.TOWN_PICKUP).portalId, part.number(), token))
                .isInstanceOf(OrderUnknown.class);
        assertThatThrownBy(() -> says(shop.portalId, "EP-0-001", token)).isInstanceOf(OrderUnknown.class);
        says(shop.portalId, part.number(), token);
        says(shop.portalId, part.number(), token);
        assertThat(desk.sql.list(
                        "select to_state || ' ' || actor_kind || ' ' || actor_name as row from order_move where merchant_order_id = ?",
                        row -> row.text("row"),
                        part.id()))
                .containsExactly("COMPLETED CUSTOMER Camille Lefèvre");
    }

    @Test
    void theCustomerIsNotAskedBeforeThereIsSomethingToReceive() {
        for (MerchantOrderState state : MerchantOrderState.values()) {
            PlacedOrder.Part part = part(BY_CUSTOMER, state);
            boolean there = List.of(
                            MerchantOrderState.PROCESSING,
                            MerchantOrderState.READY,
                            MerchantOrderState.HANDING_OVER,
                            MerchantOrderState.COMPLETED)
                    .contains(state);
            assertThat(refusal(() -> says(shop.portalId, part.number(), token(part))))
                    .as("%s, its day has begun", state)
                    .isEqualTo(there ? "" : "MoveRefused");
        }
        PlacedOrder.Part tomorrow = part(BY_CUSTOMER, MerchantOrderState.PROCESSING);
        desk.sql.update("update merchant_order set service_date = '2026-11-22' where id = ?", tomorrow.id());
        assertThat(refusal(() -> says(shop.portalId, tomorrow.number(), token(tomorrow))))
                .isEqualTo("MoveRefused");
        PlacedOrder.Part unasked = part(BY_CODE, MerchantOrderState.READY);
        assertThat(refusal(() -> says(shop.portalId, unasked.number(), token(unasked))))
                .as("a portal that asks for the code does not take the customer's word")
                .isEqualTo("MoveRefused");
    }

    @Test
    void merchantAndCustomerAtOnceCompleteItOnce() {
        PlacedOrder.Part part = part(BY_CUSTOMER, MerchantOrderState.READY);
        assertThat(AtOnce.all(8, () -> refusal(() -> says(shop.portalId, part.number(), token(part)))))
                .containsOnly("");
        assertThat(desk.sql.number("select count(*) from order_move where merchant_order_id = ?", part.id()))
                .isEqualTo(1);
    }

    @Test
    void theClockCompletesWhatWasServedThreeDaysAgoAtMidnight() {
        PlacedOrder.Part part = part(BY_CLOCK, MerchantOrderState.HANDING_OVER);
        PlacedOrder.Part stay = part(BY_CLOCK, MerchantOrderState.PROCESSING);
        desk.sql.update("update order_line set ends_on = '2026-11-28' where merchant_order_id = ?", stay.id());
        PlacedOrder.Part unaccepted = part(BY_CLOCK, MerchantOrderState.RECORDED);
        PlacedOrder.Part byHand = part("", MerchantOrderState.READY);
        desk.clock.set("2026-11-23T23:59");
        assertThat(due()).doesNotContain(part.id());
        run(part);
        assertThat(desk.state(part.id())).isEqualTo("HANDING_OVER");
        desk.clock.set("2026-11-24T00:00");
        assertThat(due()).contains(part.id()).doesNotContain(stay.id(), unaccepted.id(), byHand.id());
        run(part);
        run(part);
        assertThat(desk.sql.number("select count(*) from order_move where merchant_order_id = ?", part.id()))
                .as("once, however often a killed run begins again")
                .isEqualTo(1);
        assertThat(desk.sql.number(
                        "select count(*) from merchant_order where id = ? and release_at is not null", part.id()))
                .as("K2")
                .isEqualTo(1);
        desk.clock.set("2026-12-01T00:00");
        assertThat(due()).as("seven nights are over").contains(stay.id());
        assertThat(desk.orders.byId(maud, stay.id()).awaited())
                .isEqualTo(new Awaited(CompletionRule.AUTO_AFTER, null, LocalDate.parse("2026-12-01")));
    }

    /** The customer who forgets does not keep the merchant's money for ever. */
    @Test
    void theClockEndsWhatTheCustomerForgot() {
        PlacedOrder.Part part = part(BY_CUSTOMER, MerchantOrderState.READY);
        PlacedOrder.Part code = part(BY_CODE, MerchantOrderState.READY);
        desk.clock.set("2026-11-28T00:00");
        assertThat(due()).contains(part.id()).doesNotContain(code.id());
        assertThatThrownBy(() -> desk.move(part.id(), COMPLETE, maud, null)).isInstanceOf(CustomerMustConfirm.class);
        run(part);
        assertThat(desk.state(part.id())).isEqualTo("COMPLETED");
    }

    /** 25 October 2026 has 25 hours, 29 March 2027 is the day after one of 23. */
    @Test
    void daysAreCountedByTheCalendarWhereTheHourChanges() {
        for (String[] days : new String[][] {{"2026-10-23", "2026-10-26"}, {"2027-03-27", "2027-03-30"}}) {
            PlacedOrder.Part part = part(BY_CLOCK, MerchantOrderState.READY);
            desk.sql.update(
                    "update merchant_order set service_date = ? where id = ?", LocalDate.parse(days[0]), part.id());
            desk.clock.set(LocalDate.parse(days[1]).minusDays(1) + "T23:59");
            assertThat(due()).doesNotContain(part.id());
            desk.clock.set(days[1] + "T00:00");
            assertThat(due()).contains(part.id());
            run(part);
        }
    }

    @Test
    void whatWaitsForTheSlotOpensAtItsHourWhereTheHourIsRepeated() {
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        PlacedOrder.Part part = PlacedOrder.of(
                        shop, "TOWN_PICKUP", "\"complete.requires\":\"SLOT_STARTED\"", second.minusSeconds(7200))
                .part(shop.merchantId, shop.shopId, product, 1000, MerchantOrderState.READY, second);
        desk.clock.set("2026-10-25T02:59");
        assertThatThrownBy(() -> desk.move(part.id(), COMPLETE, maud, null))
                .as("02:59 for the first time")
                .isInstanceOf(TooEarlyToComplete.class);
        desk.clock.moveForward(Duration.ofMinutes(31));
        desk.move(part.id(), COMPLETE, maud, null);
    }

    private Instant guessFive(PlacedOrder.Part part) {
        Instant until = Instant.EPOCH;
        for (int i = 0; i < 5; i++) {
            try {
                type(part, "ZZZZZZ", maud);
            } catch (PickupCodeWrong wrong) {
                assertThat(wrong.details()).containsExactly(4 - i);
            } catch (PickupCodeBlocked blocked) {
                assertThat(i).isEqualTo(4);
                until = (Instant) blocked.details()[0];
            }
        }
        return until;
    }

    private void type(PlacedOrder.Part part, String typed, Actor actor) {
        type(part, desk.version(part.id()), typed, actor);
    }

    private void type(PlacedOrder.Part part, int version, String typed, Actor actor) {
        TestDatabase.inTransaction(() -> desk.completion.byCode(part.id(), version, typed, Why.said(null), actor));
    }

    private void says(long portal, String number, String token) {
        TestDatabase.inTransaction(() -> desk.completion.byCustomer(portal, number, token));
    }

    private List<Long> due() {
        return desk.completion.due(0, 100_000);
    }

    private void run(PlacedOrder.Part part) {
        TestDatabase.inTransaction(() -> desk.completion.byClock(part.id()));
    }

    private long wrong(PlacedOrder.Part part) {
        return desk.sql.number(
                "select coalesce(max(wrong), 0) from pickup_guess where merchant_order_id = ?", part.id());
    }

    private PickupCode code(PlacedOrder.Part part) {
        return PickupCode.of(token(part), part.number());
    }

    private String token(PlacedOrder.Part part) {
        return desk.sql
                .one(
                        "select o.token from customer_order o join merchant_order p on p.order_id = o.id where p.id = ?",
                        row -> row.text("token"),
                        part.id())
                .orElseThrow();
    }

    private PlacedOrder.Part part(String frozen, MerchantOrderState state) {
        return part(frozen, state, null);
    }

    private PlacedOrder.Part part(String frozen, MerchantOrderState state, @Nullable Instant slot) {
        PlacedOrder order = PlacedOrder.of(shop, "TOWN_PICKUP", frozen, TestClock.instantOf("2026-11-21T09:00"));
        orders.add(order);
        return order.part(shop.merchantId, shop.shopId, product, 10_200, state, slot);
    }

    private static String refusal(Runnable move) {
        try {
            move.run();
            return "";
        } catch (BusinessException refused) {
            return refused.key();
        }
    }
}
