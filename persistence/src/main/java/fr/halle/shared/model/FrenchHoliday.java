package fr.halle.shared.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.IntFunction;

/** The public holidays of Code du travail L3133-1, and the two of Alsace and Moselle (L3134-13). */
public enum FrenchHoliday {
    // @formatter:off
    NEW_YEAR      (on(1, 1)),
    GOOD_FRIDAY   (easter(-2),  true),
    EASTER_MONDAY (easter(1)),
    LABOUR_DAY    (on(5, 1)),
    VICTORY_DAY   (on(5, 8)),
    ASCENSION     (easter(39)),
    WHIT_MONDAY   (easter(50)),
    NATIONAL_DAY  (on(7, 14)),
    ASSUMPTION    (on(8, 15)),
    ALL_SAINTS    (on(11, 1)),
    ARMISTICE     (on(11, 11)),
    CHRISTMAS     (on(12, 25)),
    ST_STEPHEN    (on(12, 26),  true);
    // @formatter:on

    private final IntFunction<LocalDate> date;
    private final boolean alsaceMoselle;

    FrenchHoliday(IntFunction<LocalDate> date) {
        this(date, false);
    }

    FrenchHoliday(IntFunction<LocalDate> date, boolean alsaceMoselle) {
        this.date = date;
        this.alsaceMoselle = alsaceMoselle;
    }

    public LocalDate in(int year) {
        return date.apply(year);
    }

    public boolean isKeptIn(Region region) {
        return !alsaceMoselle || region == Region.ALSACE_MOSELLE;
    }

    /** Where its name is: {@code holiday.ASCENSION}. */
    public String key() {
        return "holiday." + name();
    }

    private static IntFunction<LocalDate> on(int month, int day) {
        return MonthDay.of(month, day)::atYear;
    }

    private static IntFunction<LocalDate> easter(int days) {
        return year -> Easter.sunday(year).plusDays(days);
    }
}
