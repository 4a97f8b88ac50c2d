package fr.halle.sales.service;

import fr.halle.portal.model.Settings;
import fr.halle.sales.model.QuoteSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Until when a new quote is valid and when its balance is due, until somebody writes another day. */
final class QuoteDeadlines {

    static final int FARTHEST_DAYS = 400;

    private QuoteDeadlines() {}

    /** The last day that may be written: the arrival; of a stay that has begun, its end. */
    static LocalDate latest(@Nullable LocalDate arrival, @Nullable LocalDate departure, LocalDate today) {
        LocalDate farthest = today.plusDays(FARTHEST_DAYS);
        LocalDate stay = arrival != null && arrival.isBefore(today) ? departure : arrival;
        return stay == null || stay.isAfter(farthest) ? farthest : stay;
    }

    static LocalDate validUntil(
            @Nullable LocalDate arrival, @Nullable LocalDate departure, Settings settings, LocalDate today) {
        LocalDate usual = today.plusDays(settings.get(QuoteSettings.VALID_DAYS));
        LocalDate latest = latest(arrival, departure, today);
        return latest.isBefore(usual) && !latest.isBefore(today) ? latest : usual;
    }

    /** Null where the stay is so near that the whole is asked at once, or has no dates. */
    static @Nullable LocalDate balanceDueOn(
            @Nullable LocalDate arrival, @Nullable LocalDate departure, Settings settings, LocalDate today) {
        if (arrival == null) {
            return null;
        }
        LocalDate due = arrival.minusDays(settings.get(QuoteSettings.BALANCE_DAYS));
        return due.isAfter(validUntil(arrival, departure, settings, today)) ? due : null;
    }
}
