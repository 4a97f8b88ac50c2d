package fr.halle.outside.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long a push waits for its next attempt: about two days in all, then somebody has to look. */
final class PushPatience {

    /** As long as a call may last, twice over: one that is still marked as being sent after that died with its server. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private PushPatience() {}

    /** @param attempts made so far @return empty after the last */
    static Optional<Instant> next(Instant now, int attempts) {
        return attempts > DELAYS.size() ? Optional.empty() : Optional.of(now.plus(DELAYS.get(attempts - 1)));
    }
}
