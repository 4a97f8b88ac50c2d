package fr.halle.operation.batch;

import fr.halle.shared.service.HalleClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How often a job starts by itself. @param every between two starts; null where it is once a night, at {@code at} in Paris */
public record Rhythm(@Nullable Duration every, @Nullable LocalTime at) {

    public static Rhythm every(Duration duration) {
        return new Rhythm(duration, null);
    }

    public static Rhythm nightly(LocalTime at) {
        return new Rhythm(null, at);
    }

    public boolean isNightly() {
        return at != null;
    }

    /** As if it had last been started then, where it never was: a new shop's first night is the next one, the rest begins at once. */
    public Instant beginning(Instant now) {
        return every == null ? now : now.minus(every);
    }

    /** @param last when it was last started */
    public Instant nextAfter(Instant last) {
        if (at == null) {
            return last.plus(every == null ? Duration.ZERO : every);
        }
        ZonedDateTime before = last.atZone(HalleClock.PARIS);
        ZonedDateTime night = before.with(at);
        return (night.isAfter(before) ? night : before.plusDays(1).with(at)).toInstant();
    }
}
