package fr.halle.payout.model;

import fr.halle.shared.model.BusinessDays;
import fr.halle.shared.model.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a part's money may leave: settings {@code payout.trigger} and {@code payout.delay} (K2), frozen on the order. The three
 * documents disagree; each portal has its preset.
 */
public record PayoutRule(Trigger trigger, int delay, Unit unit, Region region) {

    /** The fact that the delay counts from. */
    public enum Trigger {
        /** The order, which is placed when it is paid. */
        PAID,
        /** The part enters PROCESSING (K16). */
        VALIDATED,
        COMPLETED,
        /** The lesson, the arrival, the pickup. */
        SERVICE_DATE
    }

    public enum Unit {
        HOURS,
        CALENDAR_DAYS,
        BUSINESS_DAYS
    }

    /** « dans les 10 jours ouvrés suivants la commande » (M64): terroir. */
    public static final PayoutRule TEN_BUSINESS_DAYS_AFTER_ORDER =
            new PayoutRule(Trigger.PAID, 10, Unit.BUSINESS_DAYS, Region.FRANCE);

    /** « sur mon compte bancaire automatiquement 48h après » (M67): ville and montagne. */
    public static final PayoutRule COMPLETED_PLUS_48_HOURS =
            new PayoutRule(Trigger.COMPLETED, 48, Unit.HOURS, Region.FRANCE);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public PayoutRule {
        if (delay < 0) {
            throw new IllegalArgumentException("A payout cannot come before its trigger: " + delay);
        }
    }

    /**
     * The earliest moment of the payout. Hours are elapsed hours; days are counted by the calendar of Paris, the day of the trigger
     * left out, and fall due as the day begins, so that the run of that day takes them.
     */
    public Instant dueAt(Instant trigger) {
        LocalDate day = LocalDate.ofInstant(trigger, PARIS);
        return switch (unit) {
            case HOURS -> trigger.plus(Duration.ofHours(delay));
            case CALENDAR_DAYS -> startOf(day.plusDays(delay), trigger);
            case BUSINESS_DAYS -> startOf(BusinessDays.plus(day, delay, region), trigger);
        };
    }

    private static Instant startOf(LocalDate day, Instant butNotBefore) {
        Instant start = day.atStartOfDay(PARIS).toInstant();
        return start.isBefore(butNotBefore) ? butNotBefore : start;
    }
}
