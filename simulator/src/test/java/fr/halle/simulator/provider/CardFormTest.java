package fr.halle.simulator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said beside each field of the card form (C13). */
class CardFormTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void everyTestCardIsTakenAsPeopleTypeIt(TestCard card) {
        String code = "1".repeat(card.codeLength());
        assertThat(TestCard.passesLuhn(card.number())).isTrue();
        assertThat(new CardForm(card.number(), "11/26", code, NOW).card()).contains(card);
        assertThat(new CardForm(card.grouped(), " 1230", code, NOW).card()).contains(card);
    }

    @ParameterizedTest
    @CsvSource({
        "''                 , numberMissing",
        "4970 1071 1111 1118, numberWrong", // one digit off: Luhn
        "4970 1071          , numberWrong",
        "abcd               , numberWrong",
        "4111 1111 1111 1111, numberNotForTests" // right, but no test card of ours
    })
    void numberIsChecked(String number, String message) {
        assertThat(errors(number, "12/30", "123")).isEqualTo(Map.of("number", message));
    }

    @ParameterizedTest
    @CsvSource({
        "''   , expiryMissing",
        "13/30, expiryWrong",
        "1/30 , expiryWrong",
        "10/26, expiryPast",
        "12/99, expiryWrong"
    })
    void expiryIsChecked(String expiry, String message) {
        assertThat(errors("4970107111111119", expiry, "123")).isEqualTo(Map.of("expiry", message));
    }

    @ParameterizedTest
    @CsvSource({
        "4970107111111119, ''  , codeMissing",
        "4970107111111119, 12  , codeThreeDigits",
        "4970107111111119, 1234, codeThreeDigits",
        "375989111111119 , 123 , codeFourDigits"
    })
    void cryptogramIsChecked(String number, String code, String message) {
        assertThat(errors(number, "12/30", code)).isEqualTo(Map.of("code", message));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThat(errors("", "", "")).containsOnlyKeys("number", "expiry", "code");
    }

    private static Map<String, String> errors(String number, String expiry, String code) {
        return new CardForm(number, expiry, code, NOW).errors();
    }
}
