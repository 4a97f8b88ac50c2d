package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Rates in basis points (M63) and the VAT inside a price (M34, requirements.md 8, fact 8). */
class RatesTest {

    @Test
    void theTwoNinePercentOfTheDocumentsOwnOrder() {
        assertThat(Rates.share(1200, 290)).isEqualTo(35);
        assertThat(Rates.share(10200, 290)).isEqualTo(296);
        assertThat(Rates.share(11400, 290)).isEqualTo(331);
    }

    @Test
    void halfACentGoesUpAndARefundMirrorsItsCharge() {
        assertThat(Rates.share(50, 100)).isEqualTo(1);
        assertThat(Rates.share(49, 100)).isZero();
        assertThat(Rates.share(-50, 100)).isEqualTo(-1);
    }

    @Test
    void vatIsTakenOutOfThePriceAndNotAdded() {
        assertThat(Vat.includedIn(12000, 2000)).isEqualTo(2000);
        assertThat(Vat.includedIn(100, 2000)).isEqualTo(17);
        assertThat(Vat.includedIn(10200, 550)).isEqualTo(532);
        assertThat(Vat.includedIn(-10200, 550)).isEqualTo(-532);
        assertThat(Vat.includedIn(10200, 0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Vat.includedIn(100, -1));
    }

    @Test
    void agreesWithDecimalArithmeticOnAnyAmount() {
        Seeded.forAll(5_000, random -> {
            long cents = random.nextLong(2_000_000_000L) - 1_000_000_000L;
            int rate = random.nextInt(10_001);
            BigDecimal amount = BigDecimal.valueOf(cents);
            BigDecimal part = BigDecimal.valueOf(rate);
            BigDecimal whole = BigDecimal.valueOf(Rates.WHOLE);
            assertThat(Rates.share(cents, rate))
                    .isEqualTo(amount.multiply(part)
                            .divide(whole, 0, RoundingMode.HALF_UP)
                            .longValueExact());
            assertThat(Vat.includedIn(cents, rate))
                    .isEqualTo(amount.multiply(part)
                            .divide(whole.add(part), 0, RoundingMode.HALF_UP)
                            .longValueExact());
        });
    }

    @Test
    void overflowsAloud() {
        assertThatThrownBy(() -> Rates.share(Long.MAX_VALUE, 290)).isInstanceOf(ArithmeticException.class);
    }
}
