package fr.halle.whole;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens in another process. */
final class Await {

    private Await() {}

    /** @throws AssertionError when it has not happened by then */
    static void until(Duration patience, String what, BooleanSupplier happened) {
        long end = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + patience.toSeconds() + " s still not: " + what);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting until " + what, e);
            }
        }
    }
}
