package fr.halle.sales.service;

import fr.halle.sales.model.RequestStage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a desk does, of the requests that were asked in a period; what is open and the columns are as of now. Spam counts nowhere.
 *
 * @param from the first day @param to the last, both included
 */
public record SalesMeasures(
        LocalDate from,
        LocalDate to,
        Response response,
        List<Open> open,
        List<Conversion> byObject,
        List<Conversion> byCategory,
        List<Conversion> bySecretary,
        List<Column> columns) {

    public SalesMeasures {
        open = List.copyOf(open);
        byObject = List.copyOf(byObject);
        byCategory = List.copyOf(byCategory);
        bySecretary = List.copyOf(bySecretary);
        columns = List.copyOf(columns);
    }

    /**
     * The time to the first answer, days on which the desk is closed left out.
     *
     * @param medianMinutes null where nothing was answered
     * @param ninetiethMinutes nine of ten were answered within it
     */
    public record Response(
            long asked,
            long answered,
            @Nullable Long medianMinutes,
            @Nullable Long ninetiethMinutes) {

        public long waiting() {
            return asked - answered;
        }
    }

    /** How old what is neither finished nor archived is; the words are in the bundles under {@code pro.measures.age.<name>}. */
    public enum Age {
        DAY,
        THREE_DAYS,
        WEEK,
        MONTH,
        OLDER
    }

    /** @param unanswered of them, those that nobody answered yet */
    public record Open(Age age, long requests, long unanswered) {}

    /** @param name empty for those that have none @param quoted those that were offered something */
    public record Conversion(String name, long asked, long quoted, long accepted, long agreedCents) {

        /** How many of a hundred were accepted, rounded down. */
        public long percent() {
            return asked == 0 ? 0 : accepted * 100 / asked;
        }
    }

    /** One column of the board. @param cents what was agreed, or where nothing is yet, what was offered */
    public record Column(RequestStage stage, long requests, long cents, long paidCents) {}
}
