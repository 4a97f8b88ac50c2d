package fr.halle.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B; its codes have eight digits, and the last six of them are ours. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void isThatOfTheStandard(long second, String eightDigits) {
        String code = eightDigits.substring(2);
        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    /** One step either side, and no more. */
    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void aTelephonesClockMayDriftByOneStep(int seconds, boolean right) {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String shown = Totp.code(SECRET, (now.getEpochSecond() + seconds) / 30);
        assertThat(Totp.stepOf(SECRET, shown, now, 0).isPresent()).isEqualTo(right);
    }

    @Test
    void whatWasUsedAndWhatCameBeforeItIsOver() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step), now, step)).isEqualTo(OptionalLong.empty());
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 1), now, step)).isEqualTo(OptionalLong.empty());
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 1), now, step)).hasValue(step + 1);
    }
}
