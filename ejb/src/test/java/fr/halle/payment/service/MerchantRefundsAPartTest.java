package fr.halle.payment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.model.PaymentState;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MerchantRefundsAPartTest {

    private final TestClock clock = new TestClock("2026-05-13T09:20");
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final Ledger ledger = Wired.with(new Ledger(), TestDatabase.sql(), new TestIds(), clock, Wired.atOnce());
    private final Refunds refunds = Wired.with(
            new Refunds(), TestDatabase.sql(), new TestIds(), clock, ledger, Wired.atOnce(), new IdleRunner());
    private final Actor merchant = Actor.merchant(1, "Léa", town.merchantId);

    /** C16, M47: 12,00 and 102,00 are paid at once; the second merchant gives its part back. */
    @Test
    void takesItFromItsOwnMoneyAlone() {
        long other = town.merchant("Ty Pêcheur");
        TestSale sale = TestSale.at(clock, town)
                .part(1200)
                .part(other, town.shop(other, "Ty Pêcheur"), 10200)
                .paid(PaymentState.AUTHORISED);

        ask(sale.parts.get(1), 10200);

        assertThat(-ledger.balance(AccountRef.pending(other))).isZero();
        assertThat(-ledger.balance(AccountRef.debt(other))).isZero();
        assertThat(-ledger.balance(AccountRef.pending(town.merchantId)))
                .isEqualTo(sale.parts.get(0).netCents());
    }

    @Test
    void isRefusedBeyondWhatIsLeft() {
        TestSale sale = TestSale.at(clock, town).part(1000).paid(PaymentState.AUTHORISED);
        ask(sale.only(), 700);

        assertThatExceptionOfType(RefundTooLarge.class)
                .isThrownBy(() -> ask(sale.only(), 301))
                .satisfies(refused -> assertThat(refused.leftCents()).isEqualTo(300));
        assertThat(refunds.leftOf(sale.only().shareId())).isEqualTo(300);
    }

    /** K6: many small refunds give back exactly the fee that was taken. */
    @Test
    void givesBackTheFeeToTheCent() {
        TestSale sale = TestSale.at(clock, town).part(1000).paid(PaymentState.AUTHORISED);
        for (int i = 0; i < 10; i++) {
            ask(sale.only(), 100);
        }
        assertThat(feeReturned(sale)).isEqualTo(sale.only().feeCents());
        assertThat(-ledger.balance(AccountRef.pending(town.merchantId))).isZero();
        assertThat(-ledger.balance(AccountRef.debt(town.merchantId))).isZero();
    }

    /** K6: what the platform keeps, the merchant owes. */
    @Test
    void owesTheFeeWhereThePlatformKeepsIt() {
        TestSale sale = TestSale.at(clock, town)
                .under(Map.of("preset", "TOWN_PICKUP", "fees.on_refund", "KEPT"))
                .part(1000)
                .paid(PaymentState.AUTHORISED);
        ask(sale.only(), 1000);

        assertThat(feeReturned(sale)).isZero();
        assertThat(ledger.balance(AccountRef.debt(town.merchantId)))
                .isEqualTo(sale.only().feeCents());
    }

    private long ask(TestSale.Part part, long cents) {
        return TestDatabase.inTransaction(
                () -> refunds.request(part.shareId(), cents, "Plus de bar ce matin", null, merchant));
    }

    private static long feeReturned(TestSale sale) {
        return TestDatabase.sql()
                .number(
                        "select fee_returned_cents from payment_share where id = ?",
                        sale.only().shareId());
    }
}
