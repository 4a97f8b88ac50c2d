package fr.halle.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * CPU time and memory of the application's process and of its PostgreSQL, all its backends included, from /proc. Steadier than
 * rates on a machine that others share.
 */
final class Cpu {

    private static final int TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    /** CPU milliseconds. */
    record Spent(long applicationMillis, long databaseMillis) {

        Spent minus(Spent before) {
            return new Spent(applicationMillis - before.applicationMillis, databaseMillis - before.databaseMillis);
        }
    }

    private final long application;
    private final long postmaster;

    Cpu(long application, long postmaster) {
        this.application = application;
        this.postmaster = postmaster;
    }

    Spent now() throws IOException {
        long database = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String[] fields = stat(process);
                if (fields.length > 0
                        && (process.endsWith(Long.toString(postmaster))
                                || Long.parseLong(fields[PARENT]) == postmaster)) {
                    database += millis(fields);
                }
            }
        }
        return new Spent(millis(stat(Path.of("/proc", Long.toString(application)))), database);
    }

    /** The application's resident memory in MiB. */
    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(application), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** The fields after the command's name, which may hold spaces. */
    private static String[] stat(Path process) throws IOException {
        try {
            String text = Files.readString(process.resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException e) {
            return new String[0];
        }
    }

    private static long millis(String[] fields) {
        long ticks = 0;
        for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * 1000 / TICKS_PER_SECOND;
    }
}
