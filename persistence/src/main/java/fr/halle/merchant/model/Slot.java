package fr.halle.merchant.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Half an hour at a shop, by the clock of Paris (C09). It starts at the hour or the half-hour. */
public record Slot(LocalDateTime start, LocalDateTime end) {

    public static final Duration LENGTH = Duration.ofMinutes(30);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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

    /** The slot that begins at {@code instant}, by the clock of Paris. */
    public static Slot at(Instant instant) {
        return at(LocalDateTime.ofInstant(instant, PARIS));
    }

    /** As the database keeps it; the first of the two when the clocks go back. */
    public Instant startsAt() {
        return start.atZone(PARIS).toInstant();
    }

    public Instant endsAt() {
        return startsAt().plus(LENGTH);
    }

    public LocalDate date() {
        return start.toLocalDate();
    }
}
