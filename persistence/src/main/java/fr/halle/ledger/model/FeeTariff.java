package fr.halle.ledger.model;

import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Rates;
import java.util.Arrays;

/**
 * What the platform takes of a payment: 2,9 % of the amount with VAT, and 0,25 € (M63). The documents do not say per what, so the
 * scope is never implicit (K5). Frozen on the order when it is placed.
 */
public record FeeTariff(int basisPoints, long fixedCents, Scope scope) {

    /** What the fixed part is taken once of: setting {@code fees.fixed_scope} (K5). */
    public enum Scope {
        /** Once for the customer's payment, shared among the merchants by largest remainder. */
        PAYMENT,
        /** Once for each merchant's share: the simplest to explain to it. */
        SHARE
    }

    public static final FeeTariff DEFAULT = new FeeTariff(290, 25, Scope.SHARE);

    public FeeTariff {
        if (basisPoints < 0 || basisPoints > Rates.WHOLE || fixedCents < 0) {
            throw new IllegalArgumentException("Not a tariff: " + basisPoints + " bp and " + fixedCents + " cents");
        }
    }

    /**
     * The fee of each share, in cents, rounded half up. A share of nothing has no fee, and no fee exceeds its share.
     *
     * @param shareGrossCents the merchants' shares of one payment, sorted by merchant id: ties go to the lowest
     */
    public long[] feesOf(long[] shareGrossCents) {
        if (Arrays.stream(shareGrossCents).anyMatch(cents -> cents < 0)) {
            throw new IllegalArgumentException("A share cannot be negative: " + Arrays.toString(shareGrossCents));
        }
        return switch (scope) {
            case SHARE -> Arrays.stream(shareGrossCents).map(this::feeOn).toArray();
            case PAYMENT ->
                Allocation.split(feeOn(Arrays.stream(shareGrossCents).reduce(0, Math::addExact)), shareGrossCents);
        };
    }

    private long feeOn(long cents) {
        if (cents == 0) {
            return 0;
        }
        return Math.min(cents, Math.addExact(Rates.share(cents, basisPoints), fixedCents));
    }
}
