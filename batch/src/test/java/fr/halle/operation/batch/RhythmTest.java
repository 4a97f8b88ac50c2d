package fr.halle.operation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Rhythm NIGHTLY = Rhythm.nightly(LocalTime.of(1, 0));

    @Test
    void countsFromTheLastStart() {
        Instant last = Instant.parse("2026-11-21T10:00:00Z");
        assertThat(Rhythm.every(Duration.ofMinutes(15)).nextAfter(last)).isEqualTo("2026-11-21T10:15:00Z");
    }

    @Test
    void isOneOClockInParisSummerAndWinter() {
        assertThat(NIGHTLY.nextAfter(Instant.parse("2026-11-21T10:00:00Z"))).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(NIGHTLY.nextAfter(Instant.parse("2026-07-21T10:00:00Z"))).isEqualTo("2026-07-21T23:00:00Z");
    }

    @Test
    void isOnceANight() {
        Instant first = NIGHTLY.nextAfter(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(NIGHTLY.nextAfter(first)).isEqualTo("2026-11-23T00:00:00Z");
    }
}
