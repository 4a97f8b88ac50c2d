package fr.halle.shared.web;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address may do one thing. Counted in memory, per node and in fixed windows: it slows down who tries a thousand
 * times and is not felt by anybody else.
 */
@Service
public class RateLimit {

    private static final int MOST_KEYS = 10_000;

    @Inject
    private HalleClock clock;

    private final Map<String, Window> windows = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_KEYS;
        }
    });

    private record Window(long number, int times) {}

    /** Seconds until the window ends in which it is now. */
    public long secondsLeft(Duration window) {
        return window.toSeconds() - clock.instant().getEpochSecond() % window.toSeconds();
    }

    /** Counts this time. @return whether it is one of the first {@code most} of this window */
    public boolean allows(String what, String who, int most, Duration window) {
        long number = clock.instant().getEpochSecond() / window.toSeconds();
        Window counted = windows.merge(
                what + ' ' + who,
                new Window(number, 1),
                (before, one) -> before.number() == number ? new Window(number, before.times() + 1) : one);
        return counted.times() <= most;
    }
}
