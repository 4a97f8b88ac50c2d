package fr.halle.sales.service;

import fr.halle.portal.model.Settings;
import fr.halle.sales.model.QuoteSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Until when a new quote is valid and when its balance is due, until somebody writes another day. */
final class QuoteDeadlines {

    private QuoteDeadlines() {}

    /** Never beyond the arrival. */
    static LocalDate validUntil(@Nullable LocalDate arrival, Settings settings, LocalDate today) {
        LocalDate usual = today.plusDays(settings.get(QuoteSettings.VALID_DAYS));
        return arrival != null && arrival.isBefore(usual) && !arrival.isBefore(today) ? arrival : usual;
    }

    /** Null where the stay is so near that the whole is asked at once, or has no dates. */
    static @Nullable LocalDate balanceDueOn(@Nullable LocalDate arrival, Settings settings, LocalDate today) {
        if (arrival == null) {
            return null;
        }
        LocalDate due = arrival.minusDays(settings.get(QuoteSettings.BALANCE_DAYS));
        return due.isAfter(validUntil(arrival, settings, today)) ? due : null;
    }
}
