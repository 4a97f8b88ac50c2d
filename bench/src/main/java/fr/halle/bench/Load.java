package fr.halle.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing again and again with some clients for some seconds. */
final class Load {

    /** What a client does once; an answer that is not the expected one is thrown, and the run fails. */
    interface Deed {
        void run(Connection connection, long number) throws IOException;
    }

    /** What was seen. Times are nanoseconds, sorted. */
    record Seen(long done, Instant began, long elapsedNanos, long[] times, Cpu.Spent cpu) {

        long perSecond() {
            return Math.round(done * 1e9 / elapsedNanos);
        }

        String millis(int percentile) {
            return String.format(
                    "%.1f", times[(int) Math.min(times.length - 1L, times.length * (long) percentile / 100)] / 1e6);
        }
    }

    private Load() {}

    static Seen run(int port, String host, int clients, int seconds, Cpu cpu, Deed deed)
            throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Cpu.Spent before = cpu.now();
        Instant at = Instant.now();
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        List<Callable<long[]>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            long first = began / 1000 + i * 1_000_000_000L;
            work.add(() -> client(port, host, end, first, deed));
        }
        try {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> client : threads.invokeAll(work)) {
                all.add(client.get());
            }
            long elapsed = System.nanoTime() - began;
            long[] times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Seen(times.length, at, elapsed, times, cpu.now().minus(before));
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] client(int port, String host, long end, long first, Deed deed) throws IOException {
        long[] times = new long[1 << 20];
        int count = 0;
        try (Connection connection = new Connection(port, host)) {
            for (long start = System.nanoTime(); start < end && count < times.length; ) {
                deed.run(connection, first + count);
                long now = System.nanoTime();
                times[count++] = now - start;
                start = now;
            }
        }
        return Arrays.copyOf(times, count);
    }
}
