package fr.halle.shared.model;

import java.util.Arrays;

/**
 * Shares an amount so that the shares always add up to it. Exact arithmetic throughout: a product that does not fit a
 * {@code long} throws {@link ArithmeticException}.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * Shares by largest remainder: each share is the exact one rounded down, and the cents left go one by one to the largest
     * remainders. Ties go to the lowest index, so callers sort by merchant id and get the same cents every time.
     *
     * @param amount cents; a negative amount is shared as its opposite, sign changed
     * @param weights zero or more each
     * @throws IllegalArgumentException on a negative weight, or when an amount is to be shared among weights that are all zero
     */
    public static long[] split(long amount, long[] weights) {
        if (amount < 0) {
            return negated(split(Math.negateExact(amount), weights));
        }
        long total = totalOf(weights);
        long[] shares = new long[weights.length];
        if (amount == 0) {
            return shares;
        }
        if (total == 0) {
            throw new IllegalArgumentException("Nothing to share " + amount + " among");
        }
        long[] remainders = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(amount, weights[i]);
            shares[i] = product / total;
            remainders[i] = product % total;
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int next = largest(remainders);
            shares[next]++;
            remainders[next] = -1;
        }
        return shares;
    }

    /** {@code amount × weight ÷ total}, rounded half up; half down below zero, so that a refund mirrors its charge. */
    public static long partOf(long amount, long weight, long total) {
        if (weight < 0 || total <= 0) {
            throw new IllegalArgumentException("Not a share: " + weight + " of " + total);
        }
        return roundedHalfUp(Math.multiplyExact(amount, weight), total);
    }

    /**
     * The shares of one more partial refund: the <em>cumulative</em> amount is allocated and what each share already had is taken
     * off, so that cents never drift and the last refund ends exactly on what was captured.
     *
     * <p>Largest remainder alone may take a cent back from a share as the amount grows (the "Alabama paradox"); a refund cannot,
     * so such a share keeps what it had and the cent is found where it exceeds the exact share most.
     *
     * @param alreadyCumulated cents already refunded of each share, by this method or otherwise
     * @param amount cents to refund now, zero or more
     * @param captured cents captured of each share: the weights, and the most each can get back
     * @return what each share gives now, never negative, adding up to {@code amount}
     * @throws IllegalArgumentException when more would be refunded than was captured
     */
    public static long[] next(long[] alreadyCumulated, long amount, long[] captured) {
        long cumulative = Math.addExact(totalOf(alreadyCumulated), amount);
        long total = totalOf(captured);
        if (amount < 0 || cumulative > total || !eachWithin(alreadyCumulated, captured)) {
            throw new IllegalArgumentException("Cannot refund " + amount + " more: " + cumulative + " of " + total);
        }
        long[] target = split(cumulative, captured);
        long excess = -cumulative;
        for (int i = 0; i < target.length; i++) {
            target[i] = Math.max(target[i], alreadyCumulated[i]);
            excess += target[i];
        }
        for (; excess > 0; excess--) {
            target[mostAbove(target, alreadyCumulated, captured, cumulative, total)]--;
        }
        for (int i = 0; i < target.length; i++) {
            target[i] -= alreadyCumulated[i];
        }
        return target;
    }

    /** Half away from zero; shared with {@link Rates} and {@link Vat} so that all of them round alike. */
    static long roundedHalfUp(long product, long divisor) {
        long quotient = product / divisor;
        long remainder = Math.abs(product % divisor);
        return remainder >= divisor - remainder ? quotient + Long.signum(product) : quotient;
    }

    private static int mostAbove(long[] target, long[] already, long[] captured, long cumulative, long total) {
        int most = -1;
        long mostBy = Long.MIN_VALUE;
        for (int i = 0; i < target.length; i++) {
            long by = Math.multiplyExact(target[i], total) - Math.multiplyExact(cumulative, captured[i]);
            if (target[i] > already[i] && by >= mostBy) {
                most = i;
                mostBy = by;
            }
        }
        return most;
    }

    private static int largest(long[] remainders) {
        int at = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i] > remainders[at]) {
                at = i;
            }
        }
        return at;
    }

    private static boolean eachWithin(long[] shares, long[] most) {
        if (shares.length != most.length) {
            return false;
        }
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > most[i]) {
                return false;
            }
        }
        return true;
    }

    private static long totalOf(long[] weights) {
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("A share cannot be negative: " + Arrays.toString(weights));
            }
            total = Math.addExact(total, weight);
        }
        return total;
    }

    private static long[] negated(long[] shares) {
        return Arrays.stream(shares).map(Math::negateExact).toArray();
    }
}
