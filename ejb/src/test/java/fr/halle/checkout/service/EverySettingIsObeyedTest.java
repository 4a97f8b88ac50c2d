package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.order.service.BalanceConsequences;
import fr.halle.order.service.BalanceLinks;
import fr.halle.order.service.BalancePayments;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an order does differently under each setting that was frozen on it. K4 has {@code TheFeeIsTakenAtThePayoutTest}, K6 and K8 {@code
 * MerchantCancelsItsPartTest}, K1 and K17 {@code AMerchantMovesItsPartTest}, K11 {@code AnOrderIsPaidTest}.
 */
class EverySettingIsObeyedTest {

    private final Till till = new Till(Preset.TOWN_PICKUP);
    private final UUID cart = till.cart();
    private final long oysters = till.shop.product(ProductKind.GOODS, "Huîtres", 1200, 550);
    private final long baker = till.shop.merchant("Fournil");
    private final long bakery = till.shop.shop(baker, "Fournil");
    private final long bread = till.shop.product(bakery, ProductKind.GOODS, "Pain", 10200, 550);

    /** M63, K5: on 12,00 and 102,00 €. A fee never exceeds its share. */
    @ParameterizedTest
    @CsvSource({
        "290, 25, SHARE, 60, 321",
        "290, 25, PAYMENT, 37, 319",
        "0, 25, SHARE, 25, 25",
        "500, 0, PAYMENT, 60, 510",
        "0, 5000, SHARE, 1200, 5000"
    })
    void theFees(String rate, String fixed, String scope, long small, long large) {
        paid(Map.of("fees.rate_bp", rate, "fees.fixed_cents", fixed, "fees.fixed_scope", scope));
        assertThat(till.sql.list(
                        "select fee_cents from payment_share where payment_id = ? order by gross_cents",
                        row -> row.number("fee_cents"),
                        till.paymentOf(cart)))
                .containsExactly(small, large);
    }

    /** K4: a share remembers which way its fee is taken, that of a balance too. */
    @ParameterizedTest
    @CsvSource({"AT_SOURCE, 0", "AT_PAYOUT, 2"})
    void whenTheFeesAreTaken(String collect, long atPayout) {
        paid(Map.of("fees.collect", collect));
        assertThat(till.number(
                        "select count(*) from payment_share where payment_id = ? and fee_at_payout",
                        till.paymentOf(cart)))
                .isEqualTo(atPayout);
    }

    @Test
    void andThoseOfABalance() {
        till.beans.observing(BalanceConsequences.class);
        long balance = stay(Map.of("fees.collect", "AT_PAYOUT"));
        till.beans
                .get(BalancePayments.class)
                .start(till.text("select token from balance_due where id = ?", balance), Till.BASE);
        long payment = till.number("select max(id) from payment where balance_id = ?", balance);
        pay(payment);
        assertThat(till.number("select count(*) from payment_share where payment_id = ? and fee_at_payout", payment))
                .isEqualTo(1);
    }

    /** K2: from Saturday 21 November 2026, for a pickup on Monday the 23rd at 10:30. Where a move starts the delay, nothing is known yet. */
    @ParameterizedTest
    @CsvSource({
        "PAID, 48, HOURS, 2026-11-23T09:00",
        "PAID, 3, CALENDAR_DAYS, 2026-11-24T00:00",
        "PAID, 10, BUSINESS_DAYS, 2026-12-04T00:00",
        "SERVICE_DATE, 2, HOURS, 2026-11-23T12:30",
        "VALIDATED, 48, HOURS,",
        "COMPLETED, 48, HOURS,"
    })
    void whenTheMoneyIsReleased(String trigger, String delay, String unit, String released) {
        start(Map.of("payout.trigger", trigger, "payout.delay", delay, "payout.delay_unit", unit));
        pay(till.paymentOf(cart));
        List<Instant> known = till
                .sql
                .list(
                        "select m.release_at from merchant_order m join payment p on p.order_id = m.order_id where p.id = ?"
                                + " and m.slot_start is not null and m.release_at is not null",
                        row -> row.instant("release_at"),
                        till.paymentOf(cart))
                .stream()
                .toList();
        assertThat(known).isEqualTo(released == null ? List.of() : List.of(TestClock.instantOf(released)));
    }

    /** What the documents leave open (§10): stock is held as long as the portal says, and comes back then. */
    @ParameterizedTest
    @CsvSource({"5", "45"})
    void howLongStockIsHeld(int minutes) {
        start(Map.of("checkout.holdMinutes", Integer.toString(minutes)));
        assertThat(till.number(
                        "select extract(epoch from expires_at - created_at)::bigint from checkout where cart_id = ?",
                        cart))
                .isEqualTo(minutes * 60L);
    }

    /** K13: the merchant asked for SMS, and the portal sends none. */
    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void whetherAMerchantGetsAnSms(String wanted, long sms) {
        till.sql.update("update merchant set mobile = '0612345678', sms_opt_in = true where id = ?", baker);
        paid(Map.of("sms.new_order", wanted));
        assertThat(till.number(
                        "select count(*) from notification where channel = 'SMS' and order_id = (select order_id from payment where id = ?)",
                        till.paymentOf(cart)))
                .isEqualTo(sms);
    }

    /** C07: a reminder of the balance that is due on 10 January. */
    @ParameterizedTest
    @CsvSource({"3, 2027-01-06T12:00, 2027-01-07T12:00", "7, 2027-01-02T12:00, 2027-01-03T12:00"})
    void whenABalanceIsReminded(String days, String before, String then) {
        long balance = stay(Map.of("balance.reminder_days", days));
        BalanceLinks links = till.beans.get(BalanceLinks.class);
        till.clock.set("2027-01-01T12:00");
        links.advance(balance);
        till.clock.set(before);
        links.advance(balance);
        assertThat(till.text("select state from balance_due where id = ?", balance))
                .isEqualTo("LINK_SENT");
        till.clock.set(then);
        links.advance(balance);
        assertThat(till.text("select state from balance_due where id = ?", balance))
                .isEqualTo("REMINDED");
    }

    private long stay(Map<String, String> settings) {
        long chalet = till.shop.product(ProductKind.LODGING, "Chalet", 100000, 1000);
        Balance later = new Balance(70000, 700, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 10));
        till.start(cart, till.draft(settings, till.part(till.line(1, chalet, 1, 100000, 30000, 1000, later))));
        pay(till.paymentOf(cart));
        return till.number(
                "select b.id from balance_due b join payment p on p.order_id = b.order_id where p.id = ?",
                till.paymentOf(cart));
    }

    private void paid(Map<String, String> settings) {
        start(settings);
        pay(till.paymentOf(cart));
    }

    private void start(Map<String, String> settings) {
        Instant slot = TestClock.instantOf("2026-11-23T10:30");
        till.start(
                cart,
                till.draft(
                        settings,
                        till.part(till.shop.merchantId, till.shop.shopId, slot, 0, till.line(1, oysters, 1, 1200)),
                        till.part(baker, bakery, null, 0, till.line(2, bread, 1, 10200))));
    }

    private void pay(long payment) {
        till.pageOf(payment).end(State.PAID);
        till.payments.refresh(payment);
    }
}
