package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void readsInFrenchWithItsTypographicSpaces() {
        assertThat(Money.euros(123450).format(Locale.FRENCH)).isEqualTo("1\u202f234,50\u00a0€");
        assertThat(Money.euros(5).format(Locale.FRANCE)).isEqualTo("0,05\u00a0€");
        assertThat(Money.euros(123456789012L).format(Locale.FRENCH))
                .isEqualTo("1\u202f234\u202f567\u202f890,12\u00a0€");
    }

    @Test
    void readsInEnglishWithItsSymbolFirst() {
        assertThat(Money.euros(123450).format(Locale.ENGLISH)).isEqualTo("€1,234.50");
        assertThat(Money.euros(99999).format(Locale.UK)).isEqualTo("€999.99");
        assertThat(new Money(123450, "CHF").format(Locale.ENGLISH)).isEqualTo("CHF\u00a01,234.50");
    }

    @Test
    void readsBelowZeroWithAMinusAndNotAHyphen() {
        assertThat(Money.euros(-321).format(Locale.FRENCH)).isEqualTo("−3,21\u00a0€");
        assertThat(Money.euros(-5).format(Locale.ENGLISH)).isEqualTo("−€0.05");
        assertThat(Money.euros(Long.MIN_VALUE).format(Locale.ENGLISH)).isEqualTo("−€92,233,720,368,547,758.08");
    }

    @Test
    void addsAndComparesToTheCent() {
        Money socks = Money.euros(1200);
        Money fish = Money.euros(3400).times(3);
        assertThat(socks.plus(fish)).isEqualTo(Money.euros(11400));
        assertThat(socks.minus(fish)).isEqualTo(Money.euros(-9000)).isLessThan(socks);
        assertThat(socks.minus(socks).isZero()).isTrue();
        assertThat(socks.negate().isNegative()).isTrue();
        assertThat(Money.euros(-1205)).hasToString("-12.05 EUR");
    }

    @Test
    void overflowsAloudRatherThanWrap() {
        Money most = Money.euros(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.euros(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.euros(Long.MIN_VALUE).minus(Money.euros(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.euros(Long.MIN_VALUE).negate()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverMixesCurrencies() {
        Money francs = new Money(100, "CHF");
        assertThatIllegalArgumentException().isThrownBy(() -> francs.plus(Money.euros(100)));
        assertThatIllegalArgumentException().isThrownBy(() -> francs.compareTo(Money.euros(100)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "euro"));
    }
}
