package fr.halle.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The packed shop, started on a folder of its own with what the bench sells. */
final class Shop implements AutoCloseable {

    /** What is sold, by which portal. @param script what loads it, once */
    record Stock(int portal, String host, String script) {}

    static final Stock GOODS = new Stock(1, "bench.localhost", "/shop.sql");
    static final Stock DESK = new Stock(2, "desk.localhost", "/desk.sql");
    static final Stock SALES = new Stock(3, "sales.localhost", "/sales.sql");

    /** The flight recorder notes what the shop says of each request, nothing else, and writes it down when the shop stops. */
    private static final String RECORDED =
            "-XX:StartFlightRecording:settings=none,+fr.halle.Served#enabled=true,filename=";

    private static final int PATIENCE_SECONDS = 120;
    /** What {@code halle start} gives: the compiler stops at its first level. */
    static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private final Path data;
    private final int port;
    private final int databasePort;
    private final Path home;
    private final String host;
    private Process process;

    private Shop(Path home, Path data, int port, int databasePort, String host) throws IOException {
        this.home = home;
        this.data = data;
        this.port = port;
        this.databasePort = databasePort;
        this.host = host;
        this.process = launch(FIRST_COMPILER);
    }

    /** Starts it and fills it. What is measured runs on existing data: see {@link #startAgain}. */
    static Shop open(Path home, Path data, int port, int databasePort, Stock stock)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(data);
        Shop shop = new Shop(home, data, port, databasePort, stock.host());
        try {
            shop.awaitReady();
            shop.fill(stock);
            shop.nightIsOver();
            return shop;
        } catch (IOException | InterruptedException | SQLException e) {
            shop.close();
            throw e;
        }
    }

    /** @return milliseconds from the process' start to its first page */
    long startAgain(String... options) throws IOException, InterruptedException {
        close();
        process = launch(options);
        return awaitReady();
    }

    private Process launch(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=160m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TrimNativeHeapInterval=60000",
                "-Dhalle.payment.instant=true",
                "-Dhalle.demo=false"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar",
                home.resolve("halle.jar").toString(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--database-port",
                Integer.toString(databasePort)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("shop.log").toFile());
        // As halle start does.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    /** Until the first page of the shop answers, or the health check where there is no portal yet. */
    private long awaitReady() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE_SECONDS * 1_000_000_000L) {
                throw new IOException("the shop did not start:\n" + Files.readString(data.resolve("shop.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private boolean answers() {
        try (Connection connection = new Connection(port, host)) {
            return connection.get("/").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void fill(Stock stock) throws IOException, SQLException {
        try (InputStream in = Objects.requireNonNull(Shop.class.getResourceAsStream(stock.script()));
                java.sql.Connection connection = DriverManager.getConnection(databaseUrl());
                java.sql.Statement statement = connection.createStatement()) {
            if (!isFilled(statement, stock)) {
                statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            // What the last measurement changed would be looked up row by row until autovacuum comes by, at a fifth of
            // the rows.
            statement.execute("vacuum analyze");
        }
    }

    private static boolean isFilled(java.sql.Statement statement, Stock stock) throws SQLException {
        try (java.sql.ResultSet row =
                statement.executeQuery("select count(*) from portal where id = " + stock.portal())) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    /** What makes the next start note how long each request is inside the shop: see {@link Served}. */
    String recorded() {
        return RECORDED + recording();
    }

    /** What starts once a night starts within a minute. Without this it waits for the next night: what is measured is a day. */
    void nightComes(String job) throws SQLException {
        try (java.sql.Connection connection = DriverManager.getConnection(databaseUrl());
                java.sql.PreparedStatement statement = connection.prepareStatement(
                        "update job_rhythm set last_started_at = now() - interval '2 days' where job = ?")) {
            statement.setString(1, job);
            statement.executeUpdate();
        }
    }

    private void nightIsOver() throws SQLException {
        try (java.sql.Connection connection = DriverManager.getConnection(databaseUrl());
                java.sql.Statement statement = connection.createStatement()) {
            statement.executeUpdate("update job_rhythm set last_started_at = greatest(last_started_at, now())");
        }
    }

    Path recording() {
        return data.resolve("served.jfr");
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/halle?user=postgres";
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    int databasePort() {
        return databasePort;
    }

    Cpu cpu() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).get(0).strip());
        return new Cpu(process.pid(), postmaster);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
