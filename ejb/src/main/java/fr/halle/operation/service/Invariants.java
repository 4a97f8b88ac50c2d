package fr.halle.operation.service;

import fr.halle.operation.service.CheckSql.Question;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the accounts are right: every invariant of the design, by set-based SQL over all there is. */
@Service
public class Invariants {

    private static final long FRESH_NANOS = 30_000_000_000L;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private ProviderCheck provider;

    /** By portal; 0 is all of them. */
    private final Dear<Long, Proof> last = new Dear<>(FRESH_NANOS);

    /** All the checks, as they were at one moment. */
    public record Proof(Instant at, List<Check> checks) {

        public Proof {
            checks = List.copyOf(checks);
        }

        public boolean isOk() {
            return checks.stream().allMatch(Check::isOk);
        }
    }

    /** The last proof where it is less than half a minute old, or than twenty times what it took. */
    public Proof proof(@Nullable Long portal) {
        return last.of(keyOf(portal), () -> prove(portal));
    }

    /** Looks at everything of a portal now, or of all of them (null): the provider knows only all of them. */
    public Proof prove(@Nullable Long portal) {
        List<Check> checks = new ArrayList<>();
        CheckSql.of(portal).forEach(question -> checks.add(ask(question)));
        if (portal == null) {
            checks.add(provider.ask());
        }
        return new Proof(clock.instant(), checks);
    }

    private static long keyOf(@Nullable Long portal) {
        return portal == null ? 0 : portal;
    }

    private Check ask(Question question) {
        return sql.one(
                        question.statement(),
                        row -> question.cents()
                                ? Check.cents(question.key(), row.number("looked"), row.number("off"))
                                : Check.rows(question.key(), row.number("looked"), row.number("off")))
                .orElseThrow();
    }
}
