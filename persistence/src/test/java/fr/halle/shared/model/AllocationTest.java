package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Shares by largest remainder (M60, K5), and partial refunds that never drift (M21). */
class AllocationTest {

    @Test
    void givesTheCentsLeftToTheLargestRemaindersAndTiesToTheFirst() {
        assertThat(Allocation.split(356, new long[] {1200, 10200})).containsExactly(37, 319);
        assertThat(Allocation.split(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(Allocation.split(2, new long[] {1, 1, 1, 1})).containsExactly(1, 1, 0, 0);
        assertThat(Allocation.split(0, new long[] {0, 0})).containsExactly(0, 0);
        assertThat(Allocation.split(-100, new long[] {1, 1, 1})).containsExactly(-34, -33, -33);
    }

    @Test
    void refusesWhatCannotBeShared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(1, new long[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(1, new long[] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(1, new long[] {2, -1}));
        assertThatThrownBy(() -> Allocation.split(Long.MAX_VALUE, new long[] {3, 4}))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void alwaysAddsUpAndStaysWithinACentOfTheExactShare() {
        Seeded.forAll(5_000, random -> {
            long[] weights = Seeded.weights(random, 12, 1_000_000);
            long amount = random.nextLong(2_000_000) - 500_000;
            long total = Arrays.stream(weights).sum();

            long[] shares = Allocation.split(amount, weights);

            assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
            for (int i = 0; i < shares.length; i++) {
                long offByTimesTotal = Math.abs(shares[i] * total - amount * weights[i]);
                assertThat(offByTimesTotal)
                        .as("share %d of %s", i, Arrays.toString(weights))
                        .isLessThan(total);
            }
        });
    }

    @Test
    void givesEqualWeightsTheSameExceptForCentsThatGoToTheFirst() {
        Seeded.forAll(2_000, random -> {
            long[] weights = Seeded.weights(random, 8, 50);
            long[] shares = Allocation.split(random.nextLong(10_000), weights);
            for (int i = 0; i < weights.length; i++) {
                for (int j = i + 1; j < weights.length; j++) {
                    if (weights[i] == weights[j]) {
                        assertThat(shares[i] - shares[j]).isBetween(0L, 1L);
                    }
                }
            }
        });
    }

    @Test
    void partOfRoundsHalfAwayFromZero() {
        assertThat(Allocation.partOf(5, 1, 2)).isEqualTo(3);
        assertThat(Allocation.partOf(-5, 1, 2)).isEqualTo(-3);
        assertThat(Allocation.partOf(100, 1, 3)).isEqualTo(33);
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.partOf(100, 1, 0));
    }

    @Test
    void aSeriesOfPartialRefundsNeverTakesBackNeverExceedsAndEndsExact() {
        Seeded.forAll(3_000, random -> {
            long[] captured = Seeded.weights(random, 8, 20_000);
            long total = Arrays.stream(captured).sum();
            long[] refunded = new long[captured.length];
            long cumulative = 0;
            while (cumulative < total) {
                long amount = Math.min(total - cumulative, 1 + random.nextLong(1 + total / (1 + random.nextInt(30))));
                long[] now = Allocation.next(refunded, amount, captured);
                cumulative += amount;
                assertThat(Arrays.stream(now).sum()).isEqualTo(amount);
                for (int i = 0; i < captured.length; i++) {
                    refunded[i] += now[i];
                    assertThat(now[i]).isNotNegative();
                    assertThat(refunded[i]).isLessThanOrEqualTo(captured[i]);
                    long offByTimesTotal = Math.abs(refunded[i] * total - cumulative * captured[i]);
                    assertThat(offByTimesTotal).as("drift of share %d", i).isLessThan(2 * total);
                }
            }
            assertThat(refunded).containsExactly(captured);
        });
    }

    @Test
    void aRefundThatWasNotProportionalIsCaughtUpByTheNextOnes() {
        Seeded.forAll(2_000, random -> {
            long[] captured = Seeded.weights(random, 6, 5_000);
            long[] refunded = Arrays.stream(captured)
                    .map(cents -> random.nextLong(cents + 1))
                    .toArray();
            long left = Arrays.stream(captured).sum() - Arrays.stream(refunded).sum();
            long amount = random.nextLong(left + 1);

            long[] now = Allocation.next(refunded, amount, captured);

            assertThat(Arrays.stream(now).sum()).isEqualTo(amount);
            for (int i = 0; i < captured.length; i++) {
                assertThat(now[i]).isBetween(0L, captured[i] - refunded[i]);
            }
            assertThat(Allocation.next(sum(refunded, now), left - amount, captured))
                    .containsExactly(sum(captured, negated(sum(refunded, now))));
        });
    }

    @Test
    void aGrowingRefundDoesNotFallIntoTheAlabamaParadox() {
        long[] captured = {6, 6, 2};
        long[] ten = Allocation.split(10, captured);
        long[] eleven = Allocation.split(11, captured);
        assertThat(ten[2]).as("largest remainder alone takes a cent back").isGreaterThan(eleven[2]);
        assertThat(Allocation.next(ten, 1, captured)).containsExactly(1, 0, 0);
    }

    @Test
    void nothingIsRefundedBeyondWhatWasCaptured() {
        long[] captured = {1200, 10200};
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.next(new long[] {0, 0}, 11401, captured));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.next(new long[] {1201, 0}, 1, captured));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.next(new long[] {0, 0}, -1, captured));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.next(new long[] {0}, 1, captured));
    }

    private static long[] sum(long[] some, long[] more) {
        long[] sums = some.clone();
        Arrays.setAll(sums, i -> some[i] + more[i]);
        return sums;
    }

    private static long[] negated(long[] some) {
        return Arrays.stream(some).map(cents -> -cents).toArray();
    }
}
