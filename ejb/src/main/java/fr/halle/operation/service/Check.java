package fr.halle.operation.service;

/**
 * One thing that must always be true, with its figures.
 *
 * @param key of its words, such as {@code split}
 * @param looked how many rows were looked at
 * @param off how far it is from true, in cents or in rows; zero is right
 * @param known false where somebody outside did not answer
 */
public record Check(String key, Unit unit, long looked, long off, boolean known) {

    /** What {@link #off} counts. */
    public enum Unit {
        CENTS,
        ROWS
    }

    static Check cents(String key, long looked, long off) {
        return new Check(key, Unit.CENTS, looked, off, true);
    }

    static Check rows(String key, long looked, long off) {
        return new Check(key, Unit.ROWS, looked, off, true);
    }

    public boolean isOk() {
        return known && off == 0;
    }

    public boolean isCents() {
        return unit == Unit.CENTS;
    }
}
