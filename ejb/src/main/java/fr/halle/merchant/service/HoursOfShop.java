package fr.halle.merchant.service;

import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import fr.halle.shared.model.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one shop's hours. An exception without hours closes its day (M68). */
final class HoursOfShop {

    private final Map<DayOfWeek, List<TimeRange>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<TimeRange>> exceptions = new HashMap<>();
    private final Map<LocalDate, String> french = new HashMap<>();
    private final Map<LocalDate, String> english = new HashMap<>();

    HoursOfShop weekly(int weekday, LocalTime opens, LocalTime closes) {
        weekly.computeIfAbsent(DayOfWeek.of(weekday), day -> new ArrayList<>()).add(new TimeRange(opens, closes));
        return this;
    }

    HoursOfShop exception(
            LocalDate day, @Nullable LocalTime opens, @Nullable LocalTime closes, String reasonFr, String reasonEn) {
        List<TimeRange> ranges = exceptions.computeIfAbsent(day, date -> new ArrayList<>());
        if (opens != null && closes != null) {
            ranges.add(new TimeRange(opens, closes));
        }
        if (!reasonFr.isBlank()) {
            french.put(day, reasonFr);
        }
        if (!reasonEn.isBlank()) {
            english.put(day, reasonEn);
        }
        return this;
    }

    OpeningHours inFrench(Region region) {
        return new OpeningHours(weekly, exceptions, french, region);
    }

    OpeningHours inEnglish(Region region) {
        return new OpeningHours(weekly, exceptions, english, region);
    }
}
