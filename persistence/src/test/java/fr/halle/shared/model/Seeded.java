package fr.halle.shared.model;

import java.security.SecureRandom;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Property tests by seeded generators: what fails names its seed, and {@code -Dhalle.seed=} runs it again as it was.
 */
public final class Seeded {

    public static final long SEED = Long.getLong("halle.seed", new SecureRandom().nextInt(1_000_000_000));

    private Seeded() {}

    /** Checks {@code property} on {@code cases} random worlds. */
    public static void forAll(int cases, Consumer<Random> property) {
        for (int i = 0; i < cases; i++) {
            try {
                property.accept(new Random(SEED * 1_000_003 + i));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Case " + i + ", seed " + SEED + " (-Dhalle.seed=" + SEED + "): " + e, e);
            }
        }
    }

    /** Between 1 and {@code most} weights of 0 to {@code highest}, often small and often equal, not all zero. */
    public static long[] weights(Random random, int most, long highest) {
        long[] weights = new long[1 + random.nextInt(most)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(4);
                case 1 -> i == 0 ? 100 : weights[i - 1];
                default -> random.nextLong(highest + 1);
            };
        }
        weights[random.nextInt(weights.length)] += 1;
        return weights;
    }
}
