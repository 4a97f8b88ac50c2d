package fr.halle.shared.model;

/** Rates are whole basis points: 290 is 2,9 %, 10 000 is the whole. What is weighed has a price per kilogram. */
public final class Rates {

    public static final int WHOLE = 10_000;
    private static final long KILOGRAM = 1000;

    private Rates() {}

    /** {@code basisPoints} of {@code cents}, rounded half up; a negative amount mirrors its opposite. */
    public static long share(long cents, int basisPoints) {
        return Allocation.roundedHalfUp(Math.multiplyExact(cents, (long) basisPoints), WHOLE);
    }

    /** So many grams at a price per kilogram, rounded half up to the cent. */
    public static long ofGrams(long centsPerKilogram, long grams) {
        return Allocation.roundedHalfUp(Math.multiplyExact(centsPerKilogram, grams), KILOGRAM);
    }
}
