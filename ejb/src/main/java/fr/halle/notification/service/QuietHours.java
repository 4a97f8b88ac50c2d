package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationSettings;
import fr.halle.portal.model.Settings;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Nobody is woken by a phone for an order that can be read in the morning (K13). Hours in Europe/Paris. */
public record QuietHours(int from, int until) {

    public static QuietHours of(Settings settings) {
        return new QuietHours(
                settings.get(NotificationSettings.SMS_QUIET_FROM_HOUR),
                settings.get(NotificationSettings.SMS_QUIET_UNTIL_HOUR));
    }

    /** When a message that is written now may leave: mails at once, SMS when nobody sleeps any more. */
    public Instant leaves(Channel channel, Instant now) {
        return channel == Channel.MAIL
                ? now
                : endAfter(now.atZone(HalleClock.PARIS))
                        .map(ZonedDateTime::toInstant)
                        .orElse(now);
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
