package fr.halle.shared.model;

/** French prices are shown with VAT (TTC): the tax is taken out of them, never added (requirements.md 8, fact 8). */
public final class Vat {

    private Vat() {}

    /**
     * The VAT inside a price, rounded half up (CGI art. 289 lets each line round).
     *
     * @param grossCents cents, VAT included
     * @param basisPoints the rate: 2000 is 20 %
     */
    public static long includedIn(long grossCents, int basisPoints) {
        if (basisPoints < 0) {
            throw new IllegalArgumentException("Not a VAT rate: " + basisPoints);
        }
        return Allocation.roundedHalfUp(
                Math.multiplyExact(grossCents, (long) basisPoints), (long) Rates.WHOLE + basisPoints);
    }
}
