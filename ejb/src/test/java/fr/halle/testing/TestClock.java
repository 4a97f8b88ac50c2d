package fr.halle.testing;

import fr.halle.shared.service.HalleClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** A clock that stands where the test puts it. */
public class TestClock extends HalleClock {

    private Instant now;

    /** @param inParis as read in Paris, such as {@code 2026-11-21T09:00} */
    public TestClock(String inParis) {
        this.now = instantOf(inParis);
    }

    /** The instant at which clocks in Paris show this. */
    public static Instant instantOf(String inParis) {
        return LocalDateTime.parse(inParis).atZone(PARIS).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Instant ofTheMachine() {
        return now;
    }

    public void set(String inParis) {
        now = instantOf(inParis);
    }

    @Override
    public void moveForward(Duration step) {
        now = now.plus(step);
    }
}
