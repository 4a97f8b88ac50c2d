package fr.halle.sales.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a form was shown, sealed so that nobody can say another time: what is sent back faster than a person types, or long after,
 * was sent by a program. It replaces an outside service that would watch our visitors.
 */
@Service
public class FormSeal {

    private static final Pattern SHAPE = Pattern.compile("(\\d{9,11})\\.([0-9a-f]{32})");
    private static final int SHOWN = 32;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    private volatile @Nullable String seal;

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
        String hash = Secrets.sha256Hex(second + "." + Secrets.sha256Hex(second + key()) + key());
        return second + "." + hash.substring(0, SHOWN);
    }

    private String key() {
        String known = seal;
        if (known == null) {
            known = sql.one("select seal from contact_seal", row -> row.text("seal"))
                    .orElseThrow();
            seal = known;
        }
        return Objects.requireNonNull(known);
    }
}
