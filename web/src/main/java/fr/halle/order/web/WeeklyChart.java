package fr.halle.order.web;

import fr.halle.order.service.MerchantFinances.Week;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the weeks brought, as columns a hundred high. The figures stand in a table beside it.
 *
 * @param topCents what a column of full height comes to
 */
public record WeeklyChart(List<Column> columns, long topCents, long sumCents) {

    private static final int HEIGHT = 100;
    private static final long LEAST_TOP = 10_000;

    /** @param now whether it is the week that is not over */
    public record Column(Week week, int height, boolean now) {

        public int getTop() {
            return HEIGHT - height;
        }
    }

    static WeeklyChart of(List<Week> weeks) {
        long top = roundUp(weeks.stream().mapToLong(Week::net).max().orElse(0));
        List<Column> columns = weeks.stream()
                .map(week -> new Column(
                        week, (int) (Math.max(0, week.net()) * HEIGHT / top), week.equals(weeks.get(weeks.size() - 1))))
                .toList();
        return new WeeklyChart(columns, top, weeks.stream().mapToLong(Week::net).sum());
    }

    /** To one, two or five and noughts. */
    private static long roundUp(long cents) {
        return LongStream.iterate(LEAST_TOP, ten -> ten * 10)
                .flatMap(ten -> LongStream.of(ten, 2 * ten, 5 * ten))
                .filter(top -> top >= cents)
                .findFirst()
                .orElse(LEAST_TOP);
    }

    public boolean isBlank() {
        return columns.stream().allMatch(column -> column.week().net() == 0);
    }
}
