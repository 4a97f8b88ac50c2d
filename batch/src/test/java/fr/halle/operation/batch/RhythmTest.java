package fr.halle.operation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
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

    /** A moment that is over is no next time: the clock has only not come by since. And one that found nothing to do has looked. */
    @Test
    void saysWhatIsDueAndWhatHadNothingToDo() {
        Instant looked = Instant.parse("2026-11-21T10:00:00Z");
        Instant next = Instant.parse("2026-11-21T10:15:00Z");
        JobOverview idle = new JobOverview(Job.COLLECTION, null, looked, next, 0);
        assertThat(idle.isDue(next.minusSeconds(1))).isFalse();
        assertThat(idle.isDue(next)).isTrue();
        assertThat(idle.idleAt()).isEqualTo(looked);
        JobOverview unseen = new JobOverview(Job.COLLECTION, null, null, null, 0);
        assertThat(unseen.isDue(next)).isFalse();
        assertThat(unseen.idleAt()).isNull();
        assertThat(new JobOverview(Job.COLLECTION, ranAt(looked.plusSeconds(1)), looked, next, 0).idleAt())
                .as("it had something to do")
                .isNull();
        assertThat(new JobOverview(Job.COLLECTION, ranAt(looked.minusSeconds(900)), looked, next, 0).idleAt())
                .isEqualTo(looked);
    }

    private static JobRun ranAt(Instant start) {
        return new JobRun(1, Job.COLLECTION, BatchStatus.COMPLETED, false, "clock", start, start, List.of());
    }

    @Test
    void beginsANewShopAtOnceAndItsNightsWithTheNext() {
        Instant opened = Instant.parse("2026-11-21T10:00:00Z");
        Rhythm often = Rhythm.every(Duration.ofMinutes(15));
        assertThat(often.nextAfter(often.beginning(opened))).isEqualTo(opened);
        assertThat(NIGHTLY.nextAfter(NIGHTLY.beginning(opened))).isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void isOnceANight() {
        Instant first = NIGHTLY.nextAfter(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(NIGHTLY.nextAfter(first)).isEqualTo("2026-11-23T00:00:00Z");
    }
}
