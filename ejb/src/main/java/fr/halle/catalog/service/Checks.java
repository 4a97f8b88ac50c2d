package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every kind asks of a choice, refused beside its field. */
final class Checks {

    private static final int FARTHEST_DAYS = 730;
    private static final int MOST_PERSONS = 20;

    private Checks() {}

    /** A day that is not over and that somebody could plan for. */
    static LocalDate day(@Nullable LocalDate day, Now now) {
        if (day == null) {
            throw new ChoiceRefused("startsOn", Reason.DATE_MISSING);
        }
        if (day.isBefore(now.today())) {
            throw new ChoiceRefused("startsOn", Reason.DATE_PAST);
        }
        if (day.isAfter(now.today().plusDays(FARTHEST_DAYS))) {
            throw new ChoiceRefused("startsOn", Reason.DATE_FAR);
        }
        return day;
    }

    static Instant hour(@Nullable Instant hour, Now now) {
        if (hour == null) {
            throw new ChoiceRefused("startsAt", Reason.HOUR_MISSING);
        }
        if (!hour.isAfter(now.instant())) {
            throw new ChoiceRefused("startsAt", Reason.DATE_PAST);
        }
        if (hour.isAfter(now.instant().plus(Duration.ofDays(FARTHEST_DAYS)))) {
            throw new ChoiceRefused("startsAt", Reason.DATE_FAR);
        }
        return hour;
    }

    /** Persons, or sets of gear: one to twenty. */
    static long persons(Choice choice) {
        if (choice.quantity() < 1 || choice.quantity() > MOST_PERSONS) {
            throw new ChoiceRefused("quantity", Reason.PERSONS_RANGE, MOST_PERSONS);
        }
        return choice.quantity();
    }

    static long between(long quantity, long least, long most, Reason reason) {
        if (quantity < least || quantity > most) {
            throw new ChoiceRefused("quantity", reason, most);
        }
        return quantity;
    }
}
