package fr.halle.catalog.service;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps what everybody reads for a moment: bounded, the least used goes first, and nothing is ever thrown away by hand since it is
 * soon too old. Two who ask at once may both ask the database.
 */
final class ShortCache<K, V> {

    private final long keptNanos;
    private final Map<K, Entry<V>> entries;

    private record Entry<V>(V value, long at) {}

    ShortCache(Duration kept, int most) {
        this.keptNanos = kept.toNanos();
        this.entries = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
                return size() > most;
            }
        });
    }

    V get(K key, Supplier<V> otherwise) {
        Entry<V> entry = entries.get(key);
        if (entry != null && System.nanoTime() - entry.at() < keptNanos) {
            return entry.value();
        }
        V value = otherwise.get();
        entries.put(key, new Entry<>(value, System.nanoTime()));
        return value;
    }
}
