package fr.halle.operation.batch;

import fr.halle.shared.model.Environment;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jobs, in the order in which a day runs them. Outside the demo the money moves at night, unless {@code halle.jobs.nightly} is
 * false.
 */
public enum Job {
    // @formatter:off
    //                   definition              in the demo              else                          its works
    EXPIRED_HOLDS       ("expired-holds",       minutes(1),              minutes(1),                   "expired-holds"),
    UNKNOWN_PAYMENTS    ("unknown-payments",    minutes(1),              minutes(1),                   "unknown-payments", "notices"),
    UNACCEPTED          ("unaccepted",          minutes(15),             minutes(15),                  "unaccepted"),
    COLLECTION          ("collection",          minutes(15),             Rhythm.nightly(at(1)),        "collection"),
    COLLECTION_FOLLOWUP ("collection-followup", minutes(1),              minutes(1),                   "collection-followup"),
    COMPLETION          ("completion",          minutes(60),             minutes(60),                  "completion"),
    RELEASE             ("release",             minutes(15),             Rhythm.nightly(at(3)),        "release"),
    PAYOUT              ("payout",              minutes(60),             Rhythm.nightly(at(4)),        "payout"),
    PAYOUT_FOLLOWUP     ("payout-followup",     minutes(1),              minutes(1),                   "payout-followup"),
    BALANCE_LINKS       ("balance-links",       minutes(60),             minutes(60),                  "balance-links"),
    REFUND_FOLLOWUP     ("refund-followup",     minutes(1),              minutes(1),                   "refund-followup"),
    OUTSIDE_SALES       ("outside-sales",       minutes(1),              minutes(1),                   "outside-sales"),
    REPLIES             ("replies",             minutes(1),              minutes(1),                   "replies"),
    QUOTES              ("quotes",              minutes(15),             minutes(15),                  "quotes"),
    ERROR_WATCH         ("error-watch",         minutes(5),              minutes(5),                   "error-watch"),
    PURGE               ("purge",               minutes(60),             Rhythm.nightly(at(5)),        "unpaid-names", "old-baskets", "outside-names", "old-runs"),
    /** All of them, one after the other: after the demo's clock was moved, or by hand. */
    ALL_DUE             ("all-due",             null,                    null);
    // @formatter:on

    private final String definition;
    private final @Nullable Rhythm demo;
    private final @Nullable Rhythm otherwise;
    private final List<String> works;

    Job(String definition, @Nullable Rhythm demo, @Nullable Rhythm otherwise, String... works) {
        this.definition = definition;
        this.demo = demo;
        this.otherwise = otherwise;
        this.works = List.of(works);
    }

    /** The name of its file in META-INF/batch-jobs. */
    public String definition() {
        return definition;
    }

    /** What the batch runtime calls it: within a definition, a job and its steps must not share an id. */
    public String runtimeName() {
        return definition + "-job";
    }

    public List<String> works() {
        return works;
    }

    /** Empty for one that only starts by hand. */
    public Optional<Rhythm> rhythm() {
        String inDemo = Environment.setting("halle.demo", "false");
        String nightly = Environment.setting("halle.jobs.nightly", Boolean.toString(!Boolean.parseBoolean(inDemo)));
        return Optional.ofNullable(Boolean.parseBoolean(nightly) ? otherwise : demo);
    }

    /** @throws IllegalArgumentException for a definition that is no job's */
    public static Job of(String definition) {
        return Arrays.stream(values())
                .filter(job -> job.definition.equals(definition))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No job " + definition));
    }

    private static Rhythm minutes(int minutes) {
        return Rhythm.every(Duration.ofMinutes(minutes));
    }

    private static LocalTime at(int hour) {
        return LocalTime.of(hour, 0);
    }
}
