package fr.halle.order.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A day or a month of an address. What does not read as one is none, never an error: addresses are typed, cut and forged. */
final class AskedDay {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private AskedDay() {}

    /** The days of the first and the last month's neighbours are days too. */
    static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < FIRST_YEAR - 1 || day.getYear() > LAST_YEAR + 1 ? null : day;
        } catch (DateTimeException forged) {
            return null;
        }
    }

    static @Nullable YearMonth month(String text) {
        try {
            YearMonth month = text.isEmpty() ? null : YearMonth.parse(text);
            return month == null || month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR ? null : month;
        } catch (DateTimeException forged) {
            return null;
        }
    }
}
