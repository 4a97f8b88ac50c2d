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

    static final String HOST = "bench.localhost";
    private static final int PATIENCE_SECONDS = 120;

    private final Path data;
    private final int port;
    private final int databasePort;
    private Process process;
    private long readyMillis;

    private Shop(Path data, int port, int databasePort, Process process) {
        this.data = data;
        this.port = port;
        this.databasePort = databasePort;
        this.process = process;
    }

    /** Starts it, fills it, and starts it again: what is measured runs on existing data. */
    static Shop open(Path home, Path data, int port, int databasePort)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(data);
        Shop shop = new Shop(data, port, databasePort, launch(home, data, port, databasePort));
        shop.awaitReady();
        shop.fill();
        shop.close();
        shop.process = launch(home, data, port, databasePort);
        shop.awaitReady();
        return shop;
    }

    private static Process launch(Path home, Path data, int port, int databasePort) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-Dhalle.payment.instant=true",
                "-Dhalle.demo=false"));
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
        // As halle start does: the C library else keeps memory of its own for each thread.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    /** Until the first page of the shop answers, or the health check where there is no portal yet. */
    private void awaitReady() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE_SECONDS * 1_000_000_000L) {
                throw new IOException("the shop did not start:\n" + Files.readString(data.resolve("shop.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        readyMillis = (System.nanoTime() - began) / 1_000_000;
    }

    private boolean answers() {
        try (Connection connection = new Connection(port, HOST)) {
            return connection.get("/").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void fill() throws IOException, SQLException {
        try (InputStream in = Objects.requireNonNull(Shop.class.getResourceAsStream("/shop.sql"));
                java.sql.Connection connection = DriverManager.getConnection(databaseUrl());
                java.sql.Statement statement = connection.createStatement()) {
            try (java.sql.ResultSet row = statement.executeQuery("select count(*) from portal where id = 1")) {
                row.next();
                if (row.getInt(1) > 0) {
                    return;
                }
            }
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/halle?user=postgres";
    }

    int port() {
        return port;
    }

    int databasePort() {
        return databasePort;
    }

    /** From the process' start to its first page, on existing data. */
    long readyMillis() {
        return readyMillis;
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
