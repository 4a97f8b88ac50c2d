package fr.halle.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop started from what the build packed, with a data folder and ports of its own; it can be killed and started again. */
final class RunningShop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static @Nullable RunningShop shared;
    private static @Nullable RunningShop travelling;
    private static @Nullable RuntimeException sharedFailure;

    private final Path data;
    private final Path log;
    private final int port;
    private final int databasePort;
    private final List<String> options;
    private @Nullable Process process;

    private RunningShop(String name, String... options) {
        this.data = Path.of("target", "shops", name).toAbsolutePath();
        this.log = Path.of("target", "shops", name + ".log").toAbsolutePath();
        this.port = freePort();
        this.databasePort = freePort();
        this.options = List.of(options);
    }

    /** The shop that the tests which do not hurt it share, with demo data; it stops with this JVM. */
    static synchronized RunningShop shared() {
        if (sharedFailure != null) {
            // What did not start once does not start for the next test either: hundreds would wait in vain.
            throw new IllegalStateException("the shop did not start for an earlier test", sharedFailure);
        }
        if (shared == null) {
            RunningShop shop = new RunningShop("shared");
            startOnce(shop);
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close));
            shared = shop;
        }
        return shared;
    }

    /** The shop of the tests that move its clock forward, which the others would not survive; it stops with this JVM. */
    static synchronized RunningShop travelling() {
        if (travelling == null) {
            RunningShop shop = own("travelling");
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close));
            travelling = shop;
        }
        return travelling;
    }

    private static void startOnce(RunningShop shop) {
        try {
            shop.start();
        } catch (RuntimeException e) {
            sharedFailure = e;
            throw e;
        }
    }

    /** A shop of the test's own, on an empty folder. @param options for the JVM, such as -Dhalle.payment.instant=true */
    static RunningShop own(String name, String... options) {
        RunningShop shop = new RunningShop(name, options);
        remove(shop.data);
        shop.start();
        return shop;
    }

    /** What an earlier run of the tests left. */
    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it says that it is ready. */
    void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=160m",
                "-XX:TieredStopAtLevel=1",
                // All tests come from one address; a test of the limits gives its own.
                "-Dhalle.limit.signIn=0",
                "-Dhalle.limit.checkout=0",
                "-Dhalle.limit.track=0",
                "-Dhalle.limit.contact=0",
                "-Dhalle.contact.leastSeconds=0",
                "-Dhalle.limit.forgotten=0"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                Path.of(System.getProperty("halle.home"), "halle.jar").toString(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--database-port",
                Integer.toString(databasePort)));
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(log);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(PATIENCE, "the shop is ready, see " + log, () -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("the shop stopped: " + logText());
            }
            return logText().contains("Halle is ready");
        });
    }

    /** kill -9: no hook runs, the database server is left behind. */
    void kill() {
        Process victim = running();
        victim.destroyForcibly();
        Await.until(PATIENCE, "the shop is dead", () -> !victim.isAlive());
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether orders are paid without a page, as load tests want it. */
    boolean isInstant() {
        return options.contains("-Dhalle.payment.instant=true");
    }

    boolean hasLeftItsDatabaseRunning() {
        return Files.exists(data.resolve("pg").resolve("postmaster.pid"));
    }

    Path data() {
        return data;
    }

    int databasePort() {
        return databasePort;
    }

    int port() {
        return port;
    }

    /** For what Java does not resolve: *.localhost names go in the Host header, see {@link #host}. */
    URI local(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    String host(String portal) {
        return portal + ".localhost:" + port;
    }

    String address(String portal, String path) {
        return "http://" + host(portal) + path;
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/halle?user=postgres";
    }

    /** The one number that a statement answers, asked of the shop's own database. */
    long number(String sql) {
        try (Connection connection = DriverManager.getConnection(databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** As {@link #number}, for a word. */
    String text(String sql) {
        try (Connection connection = DriverManager.getConnection(databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Writes what only a test may: behind the shop's back, in its own database. */
    void update(String sql) {
        try (Connection connection = DriverManager.getConnection(databaseUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String logText() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started: " + Arrays.toString(options.toArray()));
        }
        return running;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
