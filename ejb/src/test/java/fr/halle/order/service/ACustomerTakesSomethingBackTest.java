package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.payment.model.PaymentState;
import fr.halle.portal.model.Preset;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Sql;
import fr.halle.testing.AtOnce;
import fr.halle.testing.Beans;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Code de la consommation L221-18 to L221-28: fourteen days to change one's mind, said on the order's own page, told to both in writing. */
class ACustomerTakesSomethingBackTest {

    private static final Sql SQL = TestDatabase.sql();

    /** A Wednesday. */
    private final TestClock clock = new TestClock("2026-05-13T13:32");

    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestSale sale = TestSale.at(clock, town).part(5000).paid(PaymentState.CAPTURED);
    private final TestSale.Part part = sale.only();
    private final String number = OrderNumbers.format(sale.orderNo);
    private final long socks = line(1, ProductKind.GOODS, "Chaussettes", "LEGAL");
    private final long oysters = line(2, ProductKind.GOODS, "Huîtres", "EXCLUDED_PERISHABLE");
    private final long voucher = line(3, ProductKind.INSURANCE, "Garantie", "LEGAL");
    private final Portals portals = Wired.with(new Portals(), SQL, Wired.atOnce());
    private final Beans beans = new Beans(SQL, clock, new TestIds(), Wired.atOnce(), portals);
    private final Withdrawals withdrawals = beans.get(Withdrawals.class);
    private final CustomerOrders orders = beans.get(CustomerOrders.class);

    @Test
    void sayingSoOnceIsToldToBothWithItsMoment() {
        say(socks);
        assertThat(rights()).filteredOn(line -> !line.isOpen()).singleElement().satisfies(line -> {
            assertThat(line.line().id()).isEqualTo(socks);
            assertThat(line.saidAt()).isEqualTo(clock.instant());
        });
        clock.moveForward(Duration.ofMinutes(5));
        say(socks);
        assertThat(told())
                .as("pressed twice, said once")
                .containsExactlyInAnyOrder("WITHDRAWAL_RECEIVED lea@exemple.fr", "WITHDRAWAL_ARRIVED " + merchant());
        assertThat(withdrawals.ofPart(part.id()))
                .singleElement()
                .satisfies(said -> assertThat(said.lines()).isEqualTo("Chaussettes"));
    }

    @Test
    void ofManyPressesAtOnceOneIsTold() {
        Callable<String> press = () -> {
            say(socks, voucher);
            return "said";
        };
        assertThat(AtOnce.all(4, press)).containsOnly("said");
        assertThat(SQL.number("select count(*) from line_withdrawal where merchant_order_id = ?", part.id()))
                .isEqualTo(2);
        assertThat(told()).hasSize(2);
    }

    /** Goods from the day on which they were handed over, the rest from the order; a holiday's eve goes on to the next working day. */
    @Test
    void fourteenDaysLong() {
        assertThat(until(socks)).as("not handed over yet").isNull();
        assertThat(until(voucher)).isEqualTo(LocalDate.of(2026, 5, 27));
        clock.moveForward(Duration.ofDays(3));
        handedOver();
        assertThat(until(socks)).as("the 30th is a Saturday").isEqualTo(LocalDate.of(2026, 6, 1));
        clock.moveForward(Duration.ofDays(16));
        assertThat(rights()).extracting(line -> line.line().id()).containsExactly(socks);
        clock.moveForward(Duration.ofDays(1));
        assertThat(rights()).isEmpty();
        refused(socks);
    }

    @Test
    void notWhatTheLawExcludesNorAnothersNorWhatIsCancelled() {
        refused();
        refused(oysters);
        refused(socks, oysters);
        refused(4711L);
        assertThatThrownBy(() -> withdrawals.say(town.portalId, number, "another", Set.of(socks)))
                .isInstanceOf(OrderUnknown.class);
        assertThatThrownBy(
                        () -> withdrawals.say(TestShop.in(Preset.MOUNTAIN).portalId, number, "secret", Set.of(socks)))
                .isInstanceOf(OrderUnknown.class);
        SQL.update("update order_line set state = 'CANCELLED' where id = ?", socks);
        refused(socks);
        SQL.update("update merchant_order set state = 'CANCELLED' where id = ?", part.id());
        assertThat(rights()).isEmpty();
        refused(voucher);
        assertThat(told()).isEmpty();
    }

    private void say(Long... lines) {
        TestDatabase.inTransaction(() -> {
            withdrawals.say(town.portalId, number, "secret", Set.of(lines));
            return lines.length;
        });
    }

    private void refused(Long... lines) {
        assertThatThrownBy(() -> say(lines)).isInstanceOf(WithdrawalRefused.class);
        assertThat(SQL.number("select count(*) from line_withdrawal where merchant_order_id = ?", part.id()))
                .isZero();
    }

    private List<Withdrawals.Line> rights() {
        return withdrawals.of(orders.byToken(town.portalId, number, "secret"));
    }

    private LocalDate until(long line) {
        return rights().stream()
                .filter(right -> right.line().id() == line)
                .findFirst()
                .orElseThrow()
                .until();
    }

    private void handedOver() {
        SQL.update("update merchant_order set state = ? where id = ?", MerchantOrderState.COMPLETED, part.id());
        SQL.update(
                "insert into order_move (id, merchant_order_id, transition, from_state, to_state, actor_kind, actor_name, at)"
                        + " values (?, ?, 'COMPLETE', 'RECORDED', 'COMPLETED', 'MERCHANT', 'Morel', ?)",
                TestIds.id(),
                part.id(),
                clock.instant());
    }

    private List<String> told() {
        return SQL.list(
                "select event || ' ' || recipient as said from notification where merchant_order_id = ? and event like 'WITHDRAWAL%'",
                row -> row.text("said"), part.id());
    }

    private String merchant() {
        return SQL.one("select email from merchant where id = ?", row -> row.text("email"), town.merchantId)
                .orElseThrow();
    }

    private long line(int no, ProductKind kind, String name, String withdrawal) {
        long id = TestIds.id();
        SQL.update(
                "insert into order_line (id, merchant_order_id, line_no, kind, name, family, seller, quantity, unit_cents, total_cents,"
                        + " vat_bp, due_now_cents, withdrawal, picture, state)"
                        + " values (?, ?, ?, ?, ?, 'Rayon', 'Maison Morel', 1, 1000, 1000, 2000, 1000, ?, 'huitres.svg', 'CONFIRMED')",
                id,
                part.id(),
                no,
                kind,
                name,
                withdrawal);
        return id;
    }
}
