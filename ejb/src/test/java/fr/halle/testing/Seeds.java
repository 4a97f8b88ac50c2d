package fr.halle.testing;

import java.security.SecureRandom;
import java.util.Random;
import java.util.function.Consumer;

/** Random series of use cases: what fails names its seed, and {@code -Dhalle.seed=} runs it again as it was. */
public final class Seeds {

    private static final long SEED = Long.getLong("halle.seed", new SecureRandom().nextInt(1_000_000_000));

    private Seeds() {}

    public static void forAll(int cases, Consumer<Random> property) {
        for (int i = 0; i < cases; i++) {
            try {
                property.accept(new Random(SEED * 1_000_003 + i));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Case " + i + ", seed " + SEED + " (-Dhalle.seed=" + SEED + "): " + e, e);
            }
        }
    }
}
