package fr.halle.notification.service;

import fr.halle.notification.model.NotificationSettings;
import fr.halle.portal.model.Settings;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Nobody is woken by a phone for an order that can be read in the morning (K13). Hours in Europe/Paris. */
record QuietHours(int from, int until) {

    static QuietHours of(Settings settings) {
        return new QuietHours(
                settings.get(NotificationSettings.SMS_QUIET_FROM_HOUR),
                settings.get(NotificationSettings.SMS_QUIET_UNTIL_HOUR));
    }

    /** When an SMS of this moment may leave; empty when it may at once. */
    Optional<ZonedDateTime> endAfter(ZonedDateTime moment) {
        int hour = moment.getHour();
        boolean overnight = from > until;
        boolean quiet = overnight ? hour >= from || hour < until : hour >= from && hour < until;
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = moment.toLocalDate().atTime(until, 0).atZone(moment.getZone());
        return Optional.of(end.isAfter(moment) ? end : end.plusDays(1));
    }
}
