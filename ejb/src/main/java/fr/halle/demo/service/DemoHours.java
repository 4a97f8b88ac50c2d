package fr.halle.demo.service;

import fr.halle.shared.model.FrenchHolidays;
import fr.halle.shared.model.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A shop's week and the days of the coming year that differ from it (M68). */
final class DemoHours {

    private static final String EXCEPTION = "id, shop_id, day, opens, closes, reason_fr, reason_en";
    private static final int MONTHS = 14;
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final Inserts inserts;
    private final LongSupplier ids;
    private final LocalDate today;
    private final Region region;

    DemoHours(Inserts inserts, LongSupplier ids, LocalDate today, Region region) {
        this.inserts = inserts;
        this.ids = ids;
        this.today = today;
        this.region = region;
    }

    void of(long shopId, MerchantFile.Shop shop) {
        for (Map.Entry<String, String> hours : shop.hours().entrySet()) {
            for (DayOfWeek day : Weekdays.of(hours.getKey())) {
                for (String range : hours.getValue().split(" ", -1)) {
                    inserts.add(
                            "opening_hours",
                            "shop_id, weekday, opens, closes",
                            shopId,
                            day.getValue(),
                            opens(range),
                            closes(range));
                }
            }
        }
        Set<LocalDate> told = new HashSet<>();
        for (MerchantFile.SpecialDay exception : shop.exceptionsOrNone()) {
            exception(shopId, exception, told);
        }
        if (shop.holidays() != null) {
            holidays(shopId, shop.holidays(), told);
        }
    }

    private void exception(long shopId, MerchantFile.SpecialDay exception, Set<LocalDate> told) {
        LocalDate from = next(exception.on(), today);
        LocalDate to = exception.to() == null ? from : next(exception.to(), from);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (told.add(day)) {
                day(shopId, day, exception.hours(), exception.reason());
            }
        }
    }

    /** Public holidays close a shop unless a row opens them. */
    private void holidays(long shopId, String hours, Set<LocalDate> told) {
        today.datesUntil(today.plusMonths(MONTHS))
                .filter(day -> FrenchHolidays.on(day, region).isPresent())
                .filter(told::add)
                .forEach(day -> day(shopId, day, hours, Words.NONE));
    }

    private void day(long shopId, LocalDate day, @Nullable String hours, Words reason) {
        if (hours == null) {
            inserts.add(
                    "opening_exception", EXCEPTION, ids.getAsLong(), shopId, day, null, null, reason.fr(), reason.en());
            return;
        }
        for (String range : hours.split(" ", -1)) {
            inserts.add(
                    "opening_exception",
                    EXCEPTION,
                    ids.getAsLong(),
                    shopId,
                    day,
                    opens(range),
                    closes(range),
                    reason.fr(),
                    reason.en());
        }
    }

    private static LocalDate next(String on, LocalDate from) {
        if (on.startsWith("+")) {
            return from.plusDays(Long.parseLong(on.substring(1)));
        }
        LocalDate day = MonthDay.parse(on, MONTH_DAY).atYear(from.getYear());
        return day.isBefore(from) ? day.plusYears(1) : day;
    }

    private static LocalTime opens(String range) {
        return LocalTime.parse(range.substring(0, range.indexOf('-')));
    }

    private static LocalTime closes(String range) {
        return Objects.requireNonNull(LocalTime.parse(range.substring(range.indexOf('-') + 1)));
    }
}
