package fr.halle.order.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and amounts as people type them into a search or an address. */
public final class Typed {

    private static final List<DateTimeFormatter> DAYS =
            List.of(strict("uuuu-MM-dd"), strict("d/M/uuuu"), strict("d.M.uuuu"));
    /** With the neighbours of the calendar's first and last month. */
    private static final int FIRST_YEAR = 1999;

    private static final int LAST_YEAR = 2201;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]|€|EUR");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}))?");

    private Typed() {}

    /** {@code 2026-11-22} as a date field sends it, {@code 22/11/2026} as it is typed; null where it is no day. */
    public static @Nullable LocalDate day(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        for (DateTimeFormatter format : DAYS) {
            try {
                LocalDate day = LocalDate.parse(text, format);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeException other) {
                continue;
            }
        }
        return null;
    }

    /** {@code 2026-11}; null where it is no month. */
    static @Nullable YearMonth month(String text) {
        LocalDate first = day(text + "-01");
        return first == null || first.getYear() == FIRST_YEAR || first.getYear() == LAST_YEAR
                ? null
                : YearMonth.from(first);
    }

    /** Euros with a comma or a point, {@code 1 234,50 €}, as cents; null where it is no amount. */
    public static @Nullable Long cents(String text) {
        Matcher amount = AMOUNT.matcher(SPACES.matcher(text).replaceAll(""));
        if (!amount.matches()) {
            return null;
        }
        String hundredths = amount.group(2) == null ? "" : amount.group(2);
        return Long.parseLong(amount.group(1) + (hundredths + "00").substring(0, 2));
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
