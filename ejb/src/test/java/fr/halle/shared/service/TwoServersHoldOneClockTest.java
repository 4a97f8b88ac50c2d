package fr.halle.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.testing.TestDatabase;
import fr.halle.testing.Wired;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo's clock is moved on one server, and the other's customers live in the same day. */
class TwoServersHoldOneClockTest {

    private final Sql sql = TestDatabase.sql();
    private final long before = sql.number("select seconds from clock_shift");
    private final HalleClock here = server();
    private final HalleClock there = server();

    private HalleClock server() {
        HalleClock clock = Wired.with(new HalleClock(), sql);
        clock.load();
        return clock;
    }

    @AfterEach
    void itIsTodayAgain() {
        sql.update("update clock_shift set seconds = ?", before);
    }

    @Test
    void theOtherNoticesIt() {
        here.moveForward(Duration.ofDays(3));
        there.notice();
        assertThat(there.shift())
                .isEqualTo(here.shift())
                .isEqualTo(Duration.ofSeconds(before).plusDays(3));
    }

    /** Whoever moves it has not noticed the other's move yet: both count. */
    @Test
    void bothMoveIt() {
        here.moveForward(Duration.ofDays(3));
        there.moveForward(Duration.ofDays(2));
        here.notice();
        assertThat(here.shift())
                .isEqualTo(there.shift())
                .isEqualTo(Duration.ofSeconds(before).plusDays(5));
    }

    @Test
    void neverBack() {
        here.moveForward(Duration.ofDays(3));
        sql.update("update clock_shift set seconds = ?", before);
        here.notice();
        assertThat(here.shift()).isEqualTo(Duration.ofSeconds(before).plusDays(3));
    }
}
