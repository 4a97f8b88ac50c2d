package fr.halle.sales.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Seals;
import fr.halle.shared.service.Secrets;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a form was shown, sealed so that nobody can say another time: what is sent back faster than a person types, or long after,
 * was sent by a program. It replaces an outside service that would watch our visitors.
 */
@Service
public class FormSeal {

    private static final Pattern SHAPE = Pattern.compile("(\\d{9,11})\\.([0-9a-f]{32})");

    @Inject
    private Seals seals;

    @Inject
    private HalleClock clock;

    /** For a form that is shown now. */
    public String issue() {
        return sealed(clock.instant().getEpochSecond());
    }

    /** How long ago the form was shown; empty where we did not seal it. */
    public Optional<Duration> age(String issued) {
        Matcher matcher = SHAPE.matcher(issued);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long second = Long.parseLong(matcher.group(1));
        return Secrets.same(sealed(second), issued)
                ? Optional.of(Duration.between(Instant.ofEpochSecond(second), clock.instant()))
                : Optional.empty();
    }

    private String sealed(long second) {
        return second + "." + seals.of(Long.toString(second));
    }
}
