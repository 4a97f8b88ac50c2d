package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EP-XXXXX (M02), and what may be typed in « Identifiant » (M10, K15). */
class OrderNumbersTest {

    @Test
    void growPastFiveDigits() {
        assertThat(OrderNumbers.format(42)).isEqualTo("EP-00042");
        assertThat(OrderNumbers.format(1_234_567)).isEqualTo("EP-1234567");
        assertThat(OrderNumbers.format(42, 1)).isEqualTo("EP-00042-001");
        assertThat(OrderNumbers.format(42, 1234)).isEqualTo("EP-00042-1234");
        assertThatIllegalArgumentException().isThrownBy(() -> OrderNumbers.format(0));
    }

    @ParameterizedTest
    @CsvSource({
        "EP-00042, EP-00042",
        "ep-00042, EP-00042",
        "' Ep 42 ', EP-00042",
        "42, EP-00042",
        "00042, EP-00042",
        "ep00042-001, EP-00042-001",
        "42-1, EP-00042-001",
        "EP-00042 - 001, EP-00042-001",
        "EP-1234567-012, EP-1234567-012"
    })
    void areReadWithOrWithoutPrefixAndZeros(String typed, String number) {
        assertThat(OrderNumbers.parse(typed))
                .get()
                .extracting(OrderNumbers.Parsed::number)
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "EP-",
                "0",
                "EP-00000",
                "42-0",
                "-42",
                "4 2",
                "EP-42-",
                "EP-42-1-1",
                "ΕΡ-42",
                "42'; drop table part",
                "5fec417c-c1f882001c-318c84-001",
                "99999999999999999999",
                "nadine.roussel@mail.example"
            })
    void areNotFoundInAnythingElse(String typed) {
        assertThat(OrderNumbers.parse(typed)).isEmpty();
    }

    @Test
    void readBackWhatTheyWrite() {
        Seeded.forAll(1_000, random -> {
            long order = 1 + random.nextLong(10_000_000);
            int part = 1 + random.nextInt(2_000);
            assertThat(OrderNumbers.parse(OrderNumbers.format(order))).contains(new OrderNumbers.Parsed(order, null));
            assertThat(OrderNumbers.parse(OrderNumbers.format(order, part)))
                    .contains(new OrderNumbers.Parsed(order, part));
        });
    }
}
