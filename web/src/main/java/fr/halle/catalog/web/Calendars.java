package fr.halle.catalog.web;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.service.Availability;
import fr.halle.catalog.service.Upcoming;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is left of a dated product, day by day, from where the visitor looks. */
@RequestScoped
class Calendars {

    private static final int FARTHEST_DAYS = 730;

    @Inject
    private Availability availability;

    @Inject
    private Upcoming upcoming;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    /** Where a calendar begins: where it was asked to, else at the day that was chosen, else where something is left. */
    LocalDate begin(long productId, Asked asked) {
        LocalDate wanted = asked.from() != null ? asked.from() : asked.day();
        LocalDate today = clock.today();
        if (wanted == null) {
            return upcoming.firstDay(productId).orElse(today);
        }
        if (wanted.isBefore(today)) {
            return today;
        }
        return wanted.isAfter(today.plusDays(FARTHEST_DAYS)) ? today.plusDays(FARTHEST_DAYS) : wanted;
    }

    List<Opening> openings(long productId, LocalDate from, int days) {
        return availability.calendar(portal.getId(), productId, from, from.plusDays(days - 1L), language.getCode());
    }

    /** How much is left on each day. What has no day is left out. */
    static SortedMap<LocalDate, Long> byDay(List<Opening> openings) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (Opening opening : openings) {
            LocalDate day = dayOf(opening);
            if (day != null) {
                days.merge(day, Math.max(0, opening.left()), Long::sum);
            }
        }
        return days;
    }

    static @Nullable LocalDate dayOf(Opening opening) {
        return opening.startsAt() == null
                ? opening.day()
                : opening.startsAt().atZone(HalleClock.PARIS).toLocalDate();
    }

    /** The first day with something left, else the first of all. */
    static @Nullable LocalDate best(SortedMap<LocalDate, Long> days) {
        return days.entrySet().stream()
                .filter(day -> day.getValue() > 0)
                .map(day -> Objects.requireNonNull(day.getKey()))
                .findFirst()
                .orElse(days.isEmpty() ? null : days.firstKey());
    }
}
