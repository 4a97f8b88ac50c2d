package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.AtOnce;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** O18, M36, M52: a part that its merchant lets lie: a reminder, the operator, the customer's money back. */
class NobodyAcceptsThePartTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);

    /** Open from nine to noon and from two to six: seven hours a day. Saturday 21 November 2026, 10:00. */
    @BeforeEach
    void theShopHasHours() {
        shop.account(shop.merchantId, "en");
        shop.open(shop.shopId, "09:00", "12:00");
        shop.open(shop.shopId, "14:00", "18:00");
        desk.clock.set("2026-11-21T10:00");
    }

    @Test
    void isRemindedThenTheOperatorIsToldThenTheCustomerGetsTheMoneyBack() {
        PlacedOrder.Part part = placed("");
        at("2026-11-21T11:59", part);
        assertThat(told(part)).isEmpty();
        at("2026-11-21T12:00", part);
        assertThat(told(part)).as("two open hours").containsExactly("PART_UNACCEPTED en m" + shop.merchantId);
        at("2026-11-22T10:59", part);
        assertThat(told(part)).hasSize(1);
        at("2026-11-22T11:00", part);
        assertThat(told(part)).as("eight").endsWith("PART_ESCALATED fr aide");
        at("2026-11-24T12:59", part);
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        at("2026-11-24T14:00", part);
        assertThat(desk.state(part.id()))
                .as("21 + 1 + 2: at the end of the 24th open hour")
                .isEqualTo("RECORDED");
        at("2026-11-24T16:00", part);
        assertThat(desk.state(part.id())).isEqualTo("CANCELLED");
        assertThat(told(part))
                .endsWith("PART_CANCELLED fr camille" + orderOf(part), "PART_EXPIRED en m" + shop.merchantId);
        assertThat(refunded(part)).isEqualTo(10_200);
        assertThat(desk.sql.list(
                        "select actor_kind || ': ' || reason as row from order_move where merchant_order_id = ?",
                        row -> row.text("row"),
                        part.id()))
                .containsExactly("CLOCK: Le commerçant n’a pas pu confirmer la commande à temps");
    }

    @Test
    void isLeftAloneOnceItIsAcceptedCancelledOrOver() {
        for (MerchantOrderState state : MerchantOrderState.values()) {
            PlacedOrder.Part part = placed("");
            desk.sql.update("update merchant_order set state = ? where id = ?", state, part.id());
            at("2027-01-21T12:00", part);
            boolean waits = state == MerchantOrderState.RECORDED || state == MerchantOrderState.CONFIRMING;
            assertThat(told(part).isEmpty()).as("%s", state).isEqualTo(!waits);
            desk.clock.set("2026-11-21T10:00");
        }
    }

    @Test
    void aKilledRunBegunAgainTellsNobodyTwice() {
        PlacedOrder.Part part = placed("");
        desk.clock.set("2026-11-22T11:00");
        for (int run = 0; run < 3; run++) {
            run(part);
        }
        assertThat(told(part)).containsExactly("PART_UNACCEPTED en m" + shop.merchantId, "PART_ESCALATED fr aide");
        desk.clock.set("2026-12-22T11:00");
        for (int run = 0; run < 3; run++) {
            run(part);
        }
        assertThat(refunded(part)).isEqualTo(10_200);
        assertThat(told(part)).hasSize(4);
    }

    /** M46: who puts something in the place of something else has said yes to it. */
    @Test
    void isNotCancelledWhereItsMerchantOfferedItInstead() {
        PlacedOrder.Part before = placed("");
        PlacedOrder.Part instead = placed("");
        desk.sql.update(
                "insert into substitution (id, from_part_id, to_part_id, whole, carried_cents, refunded_cents, actor_kind, actor_name,"
                        + " on_behalf, reason_code, reason, at) values (?, ?, ?, true, 0, 0, 'MERCHANT', 'Maud', false, 'OTHER', '', ?)",
                TestIds.id(),
                before.id(),
                instead.id(),
                desk.clock.instant());
        at("2026-12-21T11:30", instead);
        at("2026-12-22T16:00", instead);
        assertThat(desk.state(instead.id())).isEqualTo("RECORDED");
        assertThat(told(instead)).startsWith("PART_UNACCEPTED en m" + shop.merchantId);
    }

    /** No merchant can accept what stands in Erreur. */
    @Test
    void itsDelaysBeginAgainWhenItComesOutOfErreur() {
        PlacedOrder.Part part = placed("");
        at("2026-11-21T12:00", part);
        desk.move(part.id(), MerchantOrderTransition.FAIL, Actor.SYSTEM, "refund refused");
        desk.clock.set("2026-11-27T10:00");
        desk.move(part.id(), MerchantOrderTransition.RESUME_RECORDED, Actor.SYSTEM, "");
        at("2026-11-30T14:59", part);
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        at("2026-11-30T15:00", part);
        assertThat(desk.state(part.id())).as("6 + 7 + 7 + 4 open hours").isEqualTo("CANCELLED");
    }

    @Test
    void twoNodesAtOnceCancelItOnce() {
        PlacedOrder.Part part = placed("\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\"");
        desk.clock.set("2026-12-22T11:00");
        AtOnce.all(4, () -> {
            run(part);
            return "";
        });
        assertThat(refunded(part)).isEqualTo(10_200);
        assertThat(desk.sql.number("select count(*) from order_move where merchant_order_id = ?", part.id()))
                .isEqualTo(1);
    }

    /** The job stood still for a month: whoever is reminded now has an hour of opening to answer. */
    @Test
    void isNeverCancelledInTheHourOfItsReminder() {
        PlacedOrder.Part part = placed("");
        at("2026-12-21T11:30", part);
        at("2026-12-21T11:31", part);
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        assertThat(desk.sql
                        .one(
                                "select data ->> 'end' as at from notification where merchant_order_id = ? and event = 'PART_UNACCEPTED'",
                                row -> Instant.parse(row.text("at")),
                                part.id())
                        .orElseThrow())
                .as("and reads when")
                .isEqualTo(TestClock.instantOf("2026-12-21T14:30"));
        at("2026-12-21T14:29", part);
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        at("2026-12-21T14:30", part);
        assertThat(desk.state(part.id())).isEqualTo("CANCELLED");
    }

    @Test
    void eachStepIsSwitchedOffByZeroOnTheOrder() {
        PlacedOrder.Part silent =
                placed("\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\",\"accept.cancel_hours\":\"0\"");
        PlacedOrder.Part kept = placed("\"accept.cancel_hours\":\"0\"");
        PlacedOrder.Part sudden =
                placed("\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\",\"accept.cancel_hours\":\"1\"");
        for (PlacedOrder.Part part : List.of(silent, kept, sudden)) {
            at("2027-11-21T12:00", part);
            at("2027-12-21T12:00", part);
        }
        assertThat(told(silent)).isEmpty();
        assertThat(told(kept)).hasSize(2);
        assertThat(desk.state(kept.id())).isEqualTo("RECORDED");
        assertThat(desk.sql.number(
                        "select count(*) from notification where merchant_order_id = ? and data ->> 'end' is not null",
                        kept.id()))
                .as("no end is told where there is none")
                .isZero();
        assertThat(desk.state(sudden.id())).isEqualTo("CANCELLED");
    }

    @Test
    void theMoneyGoesBackAtOnceWhereAMerchantSendsItsRefundsItself() {
        PlacedOrder.Part part =
                placed("\"refund.mode\":\"MANUAL\",\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\"");
        at("2026-12-21T12:00", part);
        assertThat(desk.sql.number(
                        "select count(*) from refund where merchant_order_id = ? and next_check_at is not null",
                        part.id()))
                .as("K7")
                .isEqualTo(1);
    }

    @Test
    void theOthersOfTheOrderAreNotTouched() {
        PlacedOrder order = order("\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\"");
        long other = shop.merchant("Fournil");
        PlacedOrder.Part late = order.part(shop.merchantId, shop.shopId, product, 10_200);
        PlacedOrder.Part accepted = order.part(other, shop.shop(other, "Fournil"), product, 1200);
        TestDatabase.inTransaction(() -> desk.lifecycle.apply(
                accepted.id(), MerchantOrderTransition.PROCESS, Actor.merchant(1, "F", other), null));
        at("2026-12-21T12:00", late);
        at("2026-12-21T12:00", accepted);
        assertThat(desk.state(late.id())).isEqualTo("CANCELLED");
        assertThat(desk.state(accepted.id())).as("M47").isEqualTo("PROCESSING");
        assertThat(refunded(accepted)).isZero();
    }

    @Test
    void whatTheMerchantMovedWhileTheJobWasOnItsWayStays() {
        PlacedOrder.Part part = placed("\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\"");
        desk.clock.set("2026-12-21T12:00");
        assertThat(desk.unaccepted.due(part.id() - 1, 1)).containsExactly(part.id());
        desk.move(part.id(), MerchantOrderTransition.PROCESS, maud, null);
        run(part);
        assertThat(desk.state(part.id())).isEqualTo("PROCESSING");
    }

    @Test
    void readsWhatIsDuePageByPage() {
        List<Long> mine = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            mine.add(placed("").id());
        }
        placed("\"accept.remind_hours\":\"0\",\"accept.escalate_hours\":\"0\",\"accept.cancel_hours\":\"0\"");
        desk.clock.moveForward(Duration.ofDays(1));
        List<Long> read = new ArrayList<>();
        long last = mine.get(0) - 1;
        for (List<Long> page = desk.unaccepted.due(last, 3); !page.isEmpty(); page = desk.unaccepted.due(last, 3)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3).isSorted();
            last = page.get(page.size() - 1);
            read.addAll(page);
        }
        assertThat(read).containsAll(mine).doesNotHaveDuplicates();
    }

    private PlacedOrder.Part placed(String frozen) {
        return order(frozen).part(shop.merchantId, shop.shopId, product, 10_200);
    }

    private PlacedOrder order(String frozen) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", frozen, desk.clock.instant());
    }

    private void at(String inParis, PlacedOrder.Part part) {
        desk.clock.set(inParis);
        boolean due = desk.unaccepted.due(part.id() - 1, 1).contains(part.id());
        long before = told(part).size() + refunded(part);
        run(part);
        assertThat(told(part).size() + refunded(part) > before)
                .as("what is listed as due is what is done")
                .isEqualTo(due);
    }

    private void run(PlacedOrder.Part part) {
        TestDatabase.inTransaction(() -> desk.unaccepted.advance(part.id()));
    }

    private List<String> told(PlacedOrder.Part part) {
        return desk.sql.list(
                "select event || ' ' || language || ' ' || split_part(recipient, '@', 1) as letter from notification"
                        + " where merchant_order_id = ? order by id",
                row -> row.text("letter"),
                part.id());
    }

    private long refunded(PlacedOrder.Part part) {
        return desk.sql.number(
                "select coalesce(sum(amount_cents), 0) from refund where merchant_order_id = ?", part.id());
    }

    private long orderOf(PlacedOrder.Part part) {
        return desk.sql.number("select order_id from merchant_order where id = ?", part.id());
    }
}
