package fr.halle.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One real PostgreSQL on a data folder of its own. A server that a killed launcher left behind is adopted, a stale pid file is
 * removed. Durable: zonky is made for tests and switches fsync and synchronous_commit off, so both are set on, and checked.
 */
final class EmbeddedDatabase {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final Map<String, String> SERVER_SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "2GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("listen_addresses", "127.0.0.1"),
            // In its data folder.
            Map.entry("unix_socket_directories", "."));

    private final Path root;
    private final Path data;
    private final int wantedPort;
    private @Nullable EmbeddedPostgres started;
    private @Nullable ProcessHandle adopted;

    EmbeddedDatabase(Path root, int wantedPort) {
        this.root = root;
        this.data = root.resolve("pg");
        this.wantedPort = wantedPort;
    }

    /**
     * How the application reaches one of the databases: by the file of the server's socket, or by TCP where there is none (a server
     * that an older version left behind) or its path is too long for an address.
     *
     * @param port as {@link #start} returned it
     */
    String url(int port, String database) {
        String tcp = tcp(port, database);
        Path file = data.resolve(".s.PGSQL." + port);
        return SocketFile.leadsTo(file)
                ? tcp + "?socketFactory=" + SocketFile.class.getName() + "&socketFactoryArg="
                        + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8)
                : tcp;
    }

    private static String tcp(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Starts or adopts the server and makes the application's databases. @return its port on the loopback address */
    int start() throws CannotStart {
        try {
            int port = adoptOrStart();
            checkOurs(port);
            checkDurable(port);
            createDatabase(port, "halle");
            createDatabase(port, "simulator");
            return port;
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    "PostgreSQL did not start on " + data + " (see " + root.resolve("pg.log") + "): " + e.getMessage(),
                    e);
        }
    }

    void stop() {
        try {
            EmbeddedPostgres server = started;
            if (server != null) {
                server.close();
            }
            ProcessHandle other = adopted;
            if (other != null && other.isAlive()) {
                // SIGINT is PostgreSQL's fast shutdown; destroy() would send SIGTERM, which waits for every client.
                new ProcessBuilder("kill", "-INT", Long.toString(other.pid()))
                        .start()
                        .waitFor();
                other.onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            System.err.println("PostgreSQL did not stop cleanly; it recovers at the next start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int adoptOrStart() throws IOException, SQLException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.get(PID_LINE).trim());
            if (lines.size() > PORT_LINE && isOurs(pid)) {
                return adopt(pid, Integer.parseInt(lines.get(PORT_LINE).trim()));
            }
            Files.delete(pidFile);
        }
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(root.resolve("pg.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(root.resolve("pgbin").toFile())
                .setRegisterShutdownHook(false)
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .setPGStartupWait(Duration.ofSeconds(60));
        if (wantedPort > 0) {
            builder.setPort(wantedPort);
        }
        SERVER_SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        started = server;
        return server.getPort();
    }

    private int adopt(long pid, int port) throws SQLException {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
        adopted = ProcessHandle.of(pid).orElse(null);
        return port;
    }

    private boolean isOurs(long pid) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException e) {
            // No such process: the pid file was left by a machine that went down.
            return false;
        }
    }

    /** Where another server has the port, ours does not start, and the other one answers in its place. */
    private void checkOurs(int port) throws IOException, SQLException, CannotStart {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).toRealPath().equals(data.toRealPath())) {
                throw new CannotStart("Port " + port + " is used by another PostgreSQL; give another --database-port.");
            }
        }
    }

    private static void checkDurable(int port) throws SQLException, CannotStart {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            if (!"on".equals(row.getString(1)) || !"on".equals(row.getString(2))) {
                throw new CannotStart("PostgreSQL runs without fsync or synchronous_commit: orders could be lost.");
            }
        }
    }

    private static void createDatabase(int port, String name) throws SQLException {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (!row.next()) {
                // Bytes are compared as bytes, whatever the machine's language is: what people read is sorted by
                // fold().
                statement.execute("create database " + name + " template template0 encoding 'UTF8' lc_collate 'C'");
            }
        }
    }

    private static Connection connect(int port, String database) throws SQLException {
        return DriverManager.getConnection(tcp(port, database) + "?connectTimeout=5", "postgres", "");
    }
}
