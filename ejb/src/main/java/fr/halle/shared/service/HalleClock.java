package fr.halle.shared.service;

import fr.halle.shared.model.Service;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The only source of "now". Business dates are in Europe/Paris. In the demo the operator moves it forward, so that a stranger sees
 * a payout in a minute; the shift is kept in the database and never goes back; another server notices it within a minute. A CDI bean, like {@link Ids}: an order asks each of
 * them dozens of times, and an enterprise bean's interceptors cost more than the answer.
 */
@Service
public class HalleClock {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Inject
    private Sql sql;

    private volatile Duration shift = Duration.ZERO;

    @PostConstruct
    void load() {
        noticed(Duration.ofSeconds(sql.number("select seconds from clock_shift")));
    }

    /** Another server may have moved the clock: each looks once a minute, before it starts what is due. */
    public void notice() {
        load();
    }

    /** Never back: who looked before another moved it may come to say so after. */
    private synchronized void noticed(Duration moved) {
        if (moved.compareTo(shift) > 0) {
            shift = moved;
        }
    }

    /** Cut to the microsecond, which is what PostgreSQL keeps. */
    public Instant instant() {
        return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }

    /** The machine's own, wherever the demo's clock was moved to: what the codes of a telephone go by. */
    public Instant ofTheMachine() {
        return Instant.now();
    }

    public ZonedDateTime inParis() {
        return instant().atZone(PARIS);
    }

    public LocalDate today() {
        return inParis().toLocalDate();
    }

    public Duration shift() {
        return shift;
    }

    /** Moves the demo's clock, in the caller's transaction if there is one. @throws IllegalArgumentException for a step back: dates already written would lie in the future */
    public void moveForward(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The clock only moves forward");
        }
        noticed(Duration.ofSeconds(sql.one(
                        "update clock_shift set seconds = seconds + ? returning seconds",
                        row -> row.number("seconds"),
                        step.toSeconds())
                .orElseThrow()));
    }
}
