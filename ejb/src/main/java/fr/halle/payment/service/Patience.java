package fr.halle.payment.service;

import java.time.Duration;
import java.time.Instant;

/** How long we wait before the provider is asked once more. */
public final class Patience {

    /** How long a call under way is left alone; a crash is picked up after it. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** A refused part is shown to the operator from the third time on. */
    public static final int VISIBLE_FAILURES = 3;

    /**
     * In the {@code where} of a claim: the provider forgets a key after 24 hours, by the machine's clock. A call without an answer is
     * not repeated after that, since it could be made twice; the operator looks at it instead.
     */
    public static final String KEY_STILL_KNOWN = "(asked_at is null or asked_at > now() - interval '23 hours')";

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
    private static final int LAST_DOUBLING = 6;

    private Patience() {}

    /** @param attempts how often no answer came, from 1: 5 minutes, an hour, then six hours while the key is known, then daily */
    public static Instant afterNoAnswer(Instant now, int attempts) {
        return switch (attempts) {
            case 0, 1 -> now.plus(SOON);
            case 2 -> now.plus(LATER);
            case 3, 4, 5 -> now.plus(LATER.multipliedBy(6));
            default -> now.plus(DAILY);
        };
    }

    /** @param failures how often it was refused, from 1: 15 minutes, doubled each time up to a day */
    public static Instant afterRefusal(Instant now, int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), LAST_DOUBLING));
        return now.plus(wait.compareTo(DAILY) > 0 ? DAILY : wait);
    }
}
