package fr.halle.simulator.outside;

import fr.halle.simulator.store.Tx;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the tester has planned, first planned first served; a plan hits its number of calls and is then spent. */
public final class OutsidePlans {

    private static final int MOST_TIMES = 100_000;
    private static final int LONGEST_MILLIS = 600_000;

    private OutsidePlans() {}

    /** @param delayMillis how late, where the mishap is lateness */
    public record Plan(Mishap mishap, int timesLeft, int delayMillis) {}

    /** @throws IllegalArgumentException for no times, or too many */
    public static void plan(Tx tx, Mishap mishap, int times, int delayMillis) throws SQLException {
        if (times < 1 || times > MOST_TIMES || delayMillis < 0 || delayMillis > LONGEST_MILLIS) {
            throw new IllegalArgumentException("1 to " + MOST_TIMES + " times, 0 to " + LONGEST_MILLIS + " ms");
        }
        tx.execute(
                "insert into simulator.outside_plan (mishap, times_left, delay_millis) values (?,?,?)",
                mishap.name(),
                times,
                delayMillis);
    }

    public static List<Plan> open(Tx tx) throws SQLException {
        return tx.query(
                "select mishap, times_left, delay_millis from simulator.outside_plan where times_left > 0 order by id",
                row -> new Plan(
                        Mishap.valueOf(row.getString("mishap")), row.getInt("times_left"), row.getInt("delay_millis")));
    }

    public static int clear(Tx tx) throws SQLException {
        return tx.execute("update simulator.outside_plan set times_left = 0 where times_left > 0");
    }

    /** The mishap that hits this call, if any; one of its times is used up. */
    static Optional<Plan> take(Tx tx, boolean sale) throws SQLException {
        String suiting = String.join(
                ",",
                Arrays.stream(Mishap.values())
                        .filter(each -> each.suits(sale))
                        .map(Mishap::name)
                        .toList());
        return tx
                .query(
                        "update simulator.outside_plan set times_left = times_left - 1 where id = (select id from simulator.outside_plan"
                                + " where times_left > 0 and mishap = any(string_to_array(?, ',')) order by id limit 1 for update)"
                                + " returning mishap, times_left, delay_millis",
                        row -> new Plan(
                                Mishap.valueOf(row.getString("mishap")),
                                row.getInt("times_left"),
                                row.getInt("delay_millis")),
                        suiting)
                .stream()
                .findFirst();
    }
}
