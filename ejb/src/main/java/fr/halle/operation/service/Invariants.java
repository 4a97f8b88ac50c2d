package fr.halle.operation.service;

import fr.halle.operation.service.CheckSql.Question;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the accounts are right: every invariant of the design, by set-based SQL over all there is. */
@ApplicationScoped
public class Invariants {

    private static final long FRESH_NANOS = 30_000_000_000L;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private ProviderCheck provider;

    private volatile @Nullable Proof last;

    /** All the checks, as they were at one moment. */
    public record Proof(Instant at, long readAtNanos, List<Check> checks) {

        public Proof {
            checks = List.copyOf(checks);
        }

        public boolean isOk() {
            return checks.stream().allMatch(Check::isOk);
        }
    }

    /** The last proof where it is less than half a minute old. */
    public Proof proof() {
        Proof known = last;
        if (known == null || System.nanoTime() - known.readAtNanos() > FRESH_NANOS) {
            known = prove();
            last = known;
        }
        return known;
    }

    /** Looks at everything now. */
    public Proof prove() {
        List<Check> checks = new ArrayList<>();
        CheckSql.ALL.forEach(question -> checks.add(ask(question)));
        checks.add(provider.ask());
        return new Proof(clock.instant(), System.nanoTime(), checks);
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
