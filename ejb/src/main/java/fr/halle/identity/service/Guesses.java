package fr.halle.identity.service;

import fr.halle.shared.service.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Passwords and codes are guessed five times, then the guessed one is locked for a minute, and for twice as long at each further failure, up to
 * an hour. A table that counts has the columns {@code failed_sign_ins} and {@code locked_until}.
 */
final class Guesses {

    static final int FREE = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);

    private Guesses() {}

    /**
     * Counts the guess as failed before it is tried, in one statement, so that a hundred at once are no more than five; a right one sets the
     * count back. Called in no transaction, or a refusal would take the count back with it.
     *
     * @param columns what the guess is compared with
     * @return empty while it is locked
     */
    static <T> Optional<T> count(Sql sql, Instant now, Which which, long id, String columns, Sql.Mapper<T> mapper) {
        return sql.one(
                "update " + which.table + " set failed_sign_ins = failed_sign_ins + 1, locked_until = case when"
                        + " failed_sign_ins + 1 >= ? then ?::timestamptz + least(? * interval '1 second' * power(2,"
                        + " least(failed_sign_ins + 1 - ?, 20)), ? * interval '1 second') end"
                        + " where " + which.open + " and (locked_until is null or locked_until <= ?) returning "
                        + columns,
                mapper,
                FREE,
                now,
                FIRST_LOCK.toSeconds(),
                FREE,
                LONGEST_LOCK.toSeconds(),
                id,
                now);
    }

    /** What is guessed. */
    enum Which {
        PASSWORD("user_account", "id = ? and active"),
        CODE("second_factor", "user_id = ? and confirmed_at is not null");

        private final String table;
        private final String open;

        Which(String table, String open) {
            this.table = table;
            this.open = open;
        }
    }
}
