package fr.halle.catalog.service;

import fr.halle.shared.service.Memory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps what everybody reads for a moment; nothing is ever thrown away by hand since it is soon too old. Two who ask at once may
 * both ask the database.
 */
final class ShortCache<K, V> {

    private final long keptNanos;
    private final Memory<K, Entry<V>> entries;

    private record Entry<V>(V value, long at) {}

    ShortCache(Duration kept, int most) {
        this.keptNanos = kept.toNanos();
        this.entries = new Memory<>(most);
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
