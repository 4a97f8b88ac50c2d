package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.ledger.model.AccountType;
import fr.halle.operation.service.CheckSql.Question;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.Till;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures, the balances and the invariants of one portal count nothing of another. */
class OneOperatorSeesOnePortalTest {

    private static final Sql SQL = TestDatabase.sql();

    private final Till till = new Till();
    private final TestShop mine = TestShop.in(Preset.TOWN_PICKUP);
    private final TestShop theirs = TestShop.in(Preset.TOWN_ORDERS);
    private final Cockpit cockpit = Wired.with(new Cockpit(), SQL, till.clock);
    private final OperatorDesk desk = Wired.with(new OperatorDesk(), SQL, till.clock);

    @Test
    void ofTheInvariants() {
        sell(theirs);
        assertThat(looked(mine.portalId).values()).containsOnly(0L);

        sell(mine);
        Map<String, Long> looked = looked(mine.portalId);
        assertThat(looked)
                .containsEntry("split", 1L)
                .containsEntry("refunds", 1L)
                .containsEntry("booked", 1L);
        assertThat(looked.get("zero")).isEqualTo(looked(theirs.portalId).get("zero"));
        assertThat(off(mine.portalId).values()).containsOnly(0L);
    }

    @Test
    void ofTheBalances() {
        sell(theirs);
        sell(theirs);
        sell(mine);
        Map<AccountType, Long> balances = desk.balances(mine.portalId);
        assertThat(balances).containsEntry(AccountType.PSP, 5000L).containsEntry(AccountType.REFUND_CLEARING, -700L);
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                .as("Σ = 0 in each portal")
                .isZero();
    }

    /** K2, M64: what has not left in two weeks is late where document 001 rules, and not where a stay is sold a year before. */
    @Test
    void ofThePayoutsThatAreLate() {
        TestShop stays = TestShop.in(Preset.MOUNTAIN);
        sell(theirs, Preset.TOWN_ORDERS);
        sell(stays, Preset.MOUNTAIN);
        till.clock.moveForward(Duration.ofDays(PayoutSettings.LATEST_DAYS.defaultIn(Preset.TOWN_ORDERS)));
        assertThat(late(theirs.portalId)).isZero();

        till.clock.moveForward(Duration.ofSeconds(1));
        assertThat(late(theirs.portalId)).isEqualTo(1);
        assertThat(late(stays.portalId)).isZero();
        assertThat(late(mine.portalId)).isZero();
    }

    /** K7, C15: 48 hours after it was asked for, a refund that has not arrived is the operator's. */
    @Test
    void ofTheRefundsThatAreLate() {
        sell(mine);
        till.clock.moveForward(Duration.ofHours(48));
        assertThat(count("refundsLate", mine.portalId)).isZero();
        till.clock.moveForward(Duration.ofSeconds(1));
        assertThat(count("refundsLate", mine.portalId)).isEqualTo(1);
        assertThat(count("refundsLate", theirs.portalId)).isZero();
    }

    private long late(long portal) {
        return count("payoutsLate", portal);
    }

    private long count(String key, long portal) {
        return Stream.concat(desk.toDo(portal).stream(), cockpit.figures(portal).stream())
                .filter(todo -> todo.key().equals(key))
                .mapToLong(ToDo::count)
                .sum();
    }

    private void sell(TestShop town) {
        sell(town, Preset.TOWN_PICKUP);
    }

    private void sell(TestShop town, Preset preset) {
        TestSale sale = TestSale.at(till.clock, town)
                .under(Map.of("preset", preset.name()))
                .part(5000)
                .paid(PaymentState.AUTHORISED);
        TestDatabase.inTransaction(() -> {
            till.refunds.request(sale.only().shareId(), 700, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId));
        });
    }

    private static Map<String, Long> looked(long portal) {
        return ask(portal, "looked");
    }

    private static Map<String, Long> off(long portal) {
        return ask(portal, "off");
    }

    private static Map<String, Long> ask(long portal, String column) {
        return CheckSql.of(portal).stream()
                .collect(Collectors.toMap(
                        Question::key,
                        question -> SQL.one(question.statement(), row -> row.number(column))
                                .orElseThrow()));
    }
}
