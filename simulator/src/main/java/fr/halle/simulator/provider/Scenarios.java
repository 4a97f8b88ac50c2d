package fr.halle.simulator.provider;

import fr.halle.simulator.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the tester has planned, first planned first served. A plan hits its number of calls and is then spent. */
public final class Scenarios {

    public static final int DEFAULT_DELAY_MILLIS = 30_000;
    private static final int MOST_TIMES = 1_000_000;
    private static final int LONGEST_MILLIS = 600_000;
    private static final String COLUMNS = "id, operation, effect, times_left, delay_millis";

    private Scenarios() {}

    /**
     * Plans a mishap for the next calls.
     *
     * @throws ApiProblem 400 when the effect does not suit the operation
     */
    public static Scenario plan(Tx tx, String operation, String effect, int times, int delayMillis)
            throws SQLException {
        Operation on = Operation.labelled(operation.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ApiProblem.badRequest("operation", "The operation " + operation + " is unknown."));
        Effect what = Effect.labelled(effect.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ApiProblem.badRequest("effect", "The effect " + effect + " is unknown."));
        if (!what.suits(on)) {
            throw ApiProblem.badRequest("effect", effect + " cannot happen to " + operation + ".");
        }
        if (times < 1 || times > MOST_TIMES) {
            throw ApiProblem.badRequest("times", "1 to " + MOST_TIMES + " times.");
        }
        if (delayMillis < 0 || delayMillis > LONGEST_MILLIS) {
            throw ApiProblem.badRequest("delayMillis", "0 to " + LONGEST_MILLIS + " ms.");
        }
        return tx.query(
                        "insert into simulator.scenario (operation, effect, times_left, delay_millis) values (?,?,?,?)"
                                + " returning " + COLUMNS,
                        Scenarios::row,
                        on.name(),
                        what.name(),
                        times,
                        delayMillis)
                .get(0);
    }

    public static List<Scenario> open(Tx tx) throws SQLException {
        return tx.query(
                "select " + COLUMNS + " from simulator.scenario where times_left > 0 order by id", Scenarios::row);
    }

    /** Forgets every plan. @return how many */
    public static int clear(Tx tx) throws SQLException {
        return tx.execute("update simulator.scenario set times_left = 0 where times_left > 0");
    }

    /** The mishap that hits this call, if any; one of its times is used up. */
    public static Optional<Scenario> take(Tx tx, Operation operation) throws SQLException {
        return tx
                .query(
                        "update simulator.scenario set times_left = times_left - 1 where id = (select id from"
                                + " simulator.scenario where operation = ? and times_left > 0 order by id limit 1 for update)"
                                + " returning " + COLUMNS,
                        Scenarios::row,
                        operation.name())
                .stream()
                .findFirst();
    }

    private static Scenario row(ResultSet row) throws SQLException {
        return new Scenario(
                row.getLong("id"),
                Operation.valueOf(row.getString("operation")),
                Effect.valueOf(row.getString("effect")),
                row.getInt("times_left"),
                row.getInt("delay_millis"));
    }
}
