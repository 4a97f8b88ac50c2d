package fr.halle.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.halle.shared.model.Rates;
import fr.halle.shared.model.Seeded;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** 2,9 % + 0,25 € « par transaction » (M63), of a share or of the whole payment (K5), and what a refund gives back (K6). */
class FeeTariffTest {

    private static final FeeTariff PER_PAYMENT = new FeeTariff(290, 25, FeeTariff.Scope.PAYMENT);

    @Test
    void perShareTheDocumentsOrderCosts60And321() {
        assertThat(FeeTariff.DEFAULT.feesOf(new long[] {1200, 10200})).containsExactly(60, 321);
    }

    @Test
    void perPaymentItCosts356SharedAs37And319() {
        assertThat(PER_PAYMENT.feesOf(new long[] {1200, 10200})).containsExactly(37, 319);
    }

    @Test
    void aFreeOrderAndAFreeShareHaveNoFee() {
        assertThat(FeeTariff.DEFAULT.feesOf(new long[] {0, 0})).containsExactly(0, 0);
        assertThat(PER_PAYMENT.feesOf(new long[] {0, 0})).containsExactly(0, 0);
        assertThat(FeeTariff.DEFAULT.feesOf(new long[] {0, 1000})).containsExactly(0, 54);
        assertThat(PER_PAYMENT.feesOf(new long[] {0, 1000})).containsExactly(0, 54);
        assertThat(PER_PAYMENT.feesOf(new long[] {})).isEmpty();
    }

    @Test
    void aShareOfTenCentsIsNotOwedMoreThanItself() {
        assertThat(FeeTariff.DEFAULT.feesOf(new long[] {10, 100})).containsExactly(10, 28);
        assertThat(PER_PAYMENT.feesOf(new long[] {10, 5})).containsExactly(10, 5);
    }

    @Test
    void neverExceedsItsShareAndIsTheSumItSays() {
        Seeded.forAll(5_000, random -> {
            long[] shares = Seeded.weights(random, 10, 200_000);
            long total = Arrays.stream(shares).sum();
            for (FeeTariff.Scope scope : FeeTariff.Scope.values()) {
                FeeTariff tariff = new FeeTariff(random.nextInt(2_000), random.nextInt(100), scope);
                long[] fees = tariff.feesOf(shares);
                for (int i = 0; i < shares.length; i++) {
                    assertThat(fees[i]).isBetween(0L, shares[i]);
                    long alone = Rates.share(shares[i], tariff.basisPoints()) + tariff.fixedCents();
                    if (scope == FeeTariff.Scope.SHARE && shares[i] > 0) {
                        assertThat(fees[i]).isEqualTo(Math.min(shares[i], alone));
                    }
                }
                if (scope == FeeTariff.Scope.PAYMENT) {
                    long once = Rates.share(total, tariff.basisPoints()) + tariff.fixedCents();
                    assertThat(Arrays.stream(fees).sum()).isEqualTo(Math.min(total, once));
                }
            }
        });
    }

    @Test
    void refusesWhatIsNoTariffAndNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTariff(-1, 25, FeeTariff.Scope.SHARE));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTariff(290, -1, FeeTariff.Scope.SHARE));
        assertThatIllegalArgumentException().isThrownBy(() -> FeeTariff.DEFAULT.feesOf(new long[] {-1}));
    }

    @Test
    void aRefundGivesTheFeeBackByItsSetting() {
        for (FeesOnRefund.Fault fault : FeesOnRefund.Fault.values()) {
            assertThat(FeesOnRefund.RETURNED.returnedToMerchant(321, fault)).isEqualTo(321);
            assertThat(FeesOnRefund.KEPT.returnedToMerchant(321, fault)).isZero();
        }
        FeesOnRefund charged = FeesOnRefund.CHARGED_TO_FAULT_PARTY;
        assertThat(charged.returnedToMerchant(321, FeesOnRefund.Fault.PLATFORM)).isEqualTo(321);
        assertThat(charged.returnedToMerchant(321, FeesOnRefund.Fault.MERCHANT)).isZero();
        assertThat(charged.returnedToMerchant(321, FeesOnRefund.Fault.CUSTOMER)).isZero();
    }
}
