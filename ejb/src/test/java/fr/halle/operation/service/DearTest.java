package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How long a sum that was dear to find is shown again. */
class DearTest {

    private final AtomicInteger added = new AtomicInteger();

    @Test
    void aCheapOneIsAddedUpAtEveryLook() {
        Dear<Long, Integer> dear = new Dear<>(0);
        assertThat(dear.of(1L, added::incrementAndGet)).isEqualTo(1);
        pause(200);
        assertThat(dear.of(1L, added::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aDearOneIsShownAgainAndEachPortalHasItsOwn() {
        Dear<Long, Integer> dear = new Dear<>(0);
        Supplier<Integer> slow = () -> {
            pause(500);
            return added.incrementAndGet();
        };
        assertThat(dear.of(1L, slow)).isEqualTo(1);
        pause(200);
        assertThat(dear.of(1L, slow)).isEqualTo(1);
        assertThat(dear.of(2L, slow)).isEqualTo(2);
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
