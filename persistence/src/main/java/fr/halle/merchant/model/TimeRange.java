package fr.halle.merchant.model;

import java.time.LocalTime;

/** From one hour to a later one of the same day, the end left out. */
public record TimeRange(LocalTime start, LocalTime end) implements Comparable<TimeRange> {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("Not a range of hours: " + start + " – " + end);
        }
    }

    /** @param start and {@code end} as {@code 09:30} */
    public static TimeRange of(String start, String end) {
        return new TimeRange(LocalTime.parse(start), LocalTime.parse(end));
    }

    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    @Override
    public int compareTo(TimeRange other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }
}
