package fr.halle.operation.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is dear to add up is answered again for twenty times as long as it took: however often it is looked at, that takes a twentieth
 * of the database's time at most. Of a small ledger it is as good as new; who asks while it is added up waits for that answer.
 */
final class Dear<K, T> {

    private static final long TIMES = 20;

    private final Map<K, Answer<T>> last = new ConcurrentHashMap<>();
    private final long atLeastNanos;

    private record Answer<T>(T value, long readNanos, long tookNanos) {}

    /** @param atLeastNanos how long an answer is given again, however little it cost */
    Dear(long atLeastNanos) {
        this.atLeastNanos = atLeastNanos;
    }

    T of(K key, Supplier<T> sum) {
        return last.compute(key, (same, known) -> known == null || isOld(known) ? added(sum) : known)
                .value();
    }

    private boolean isOld(Answer<T> known) {
        return System.nanoTime() - known.readNanos() > Math.max(atLeastNanos, TIMES * known.tookNanos());
    }

    private static <T> Answer<T> added(Supplier<T> sum) {
        long began = System.nanoTime();
        T value = sum.get();
        long ended = System.nanoTime();
        return new Answer<>(value, ended, ended - began);
    }
}
