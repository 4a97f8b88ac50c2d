package fr.halle.merchant.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Half an hour at a shop, by the clock of Paris (C09). It starts at the hour or the half-hour. */
public record Slot(LocalDateTime start, LocalDateTime end) {

    public static final Duration LENGTH = Duration.ofMinutes(30);

    public Slot {
        if (!end.equals(start.plus(LENGTH))
                || start.getMinute() % 30 != 0
                || start.getSecond() != 0
                || start.getNano() != 0) {
            throw new IllegalArgumentException("Not a slot: " + start + " – " + end);
        }
    }

    public static Slot at(LocalDateTime start) {
        return new Slot(start, start.plus(LENGTH));
    }

    public LocalDate date() {
        return start.toLocalDate();
    }
}
