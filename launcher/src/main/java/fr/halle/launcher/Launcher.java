package fr.halle.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Starts the whole shop in one process: {@code java -jar halle.jar [--port 8080] [--data data] [--bind 127.0.0.1]}. Where
 * {@code HALLE_DB_URL} names a database, that one is used instead of an embedded PostgreSQL.
 */
public final class Launcher {

    private final Options options;
    private @Nullable EmbeddedDatabase database;
    private @Nullable PayaraMicroBoot server;
    private @Nullable FileLock folder;

    private Launcher(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        try {
            Launcher launcher = new Launcher(Options.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "halle-stop"));
            launcher.start();
        } catch (CannotStart e) {
            System.err.println();
            System.err.println("Halle cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private void start() throws CannotStart {
        long began = System.nanoTime();
        Path home = home();
        checkFolder();
        checkPort();
        keepFolder();
        prepareDatabase();
        System.setProperty("halle.data", options.data().toString());
        System.setProperty("halle.port", Integer.toString(options.port()));
        setDefault("halle.demo", "true");
        setDefault("halle.provider.url", "http://localhost:" + options.port() + "/simulator");
        connectOutside();
        bootServer(home);
        System.out.println(greeting((System.nanoTime() - began) / 1_000_000_000));
    }

    /** The demo's ski school keeps its catalogues in the stand-in; a key that everybody can read is nothing for elsewhere. */
    private void connectOutside() {
        if (Boolean.parseBoolean(setting("halle.demo", "false"))) {
            setDefault("halle.outside.url", "http://localhost:" + options.port() + "/simulator/outside");
            setDefault("halle.outside.key.montagne.ecole", "halle-demo-ecole-0123456789abcdefghijklmnopq");
        }
    }

    private void checkFolder() throws CannotStart {
        try {
            Files.createDirectories(options.data());
            Files.delete(Files.createTempFile(options.data(), "writable", ""));
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder " + options.data() + " cannot be written. Give another with --data.", e);
        }
    }

    /** Two shops on one folder would share a database and a journal, and the second would stop the first one's: the lock ends with us. */
    private void keepFolder() throws CannotStart {
        try {
            FileChannel channel = FileChannel.open(
                    options.data().resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            folder = channel.tryLock();
        } catch (IOException e) {
            throw new CannotStart(
                    "the data folder " + options.data() + " cannot be locked. Give another with --data.", e);
        }
        if (folder == null) {
            throw new CannotStart("another Halle runs on the data folder " + options.data()
                    + ". Stop it, or give another with --data.");
        }
    }

    private void checkPort() throws CannotStart {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.bind()), options.port()));
        } catch (IOException e) {
            throw new CannotStart(
                    "port " + options.port() + " is in use (or may not be opened). Give another with --port.", e);
        }
    }

    private void prepareDatabase() throws CannotStart {
        String own = setting("halle.db.url", "");
        if (!own.isBlank()) {
            checkOwnDatabase(own);
            return;
        }
        EmbeddedDatabase embedded = new EmbeddedDatabase(options.data(), options.databasePort());
        database = embedded;
        int port = embedded.start();
        System.setProperty("halle.db.url", embedded.url(port, "halle"));
        System.setProperty("halle.db.user", "postgres");
        setDefault("halle.simulator.db.url", embedded.url(port, "simulator"));
    }

    private static void checkOwnDatabase(String url) throws CannotStart {
        String user = setting("halle.db.user", "postgres");
        String password = setting("halle.db.password", "");
        try {
            DriverManager.getConnection(url, user, password).close();
        } catch (SQLException e) {
            throw new CannotStart("the database " + url + " does not answer: " + e.getMessage(), e);
        }
        setDefault("halle.simulator.db.url", url);
    }

    private void bootServer(Path home) throws CannotStart {
        try {
            PayaraMicroBoot boot = PayaraMicroLauncher.create(new String[] {
                "--nohazelcast",
                "--disablephonehome",
                "--nohostaware",
                "--logproperties",
                loggingFile().toString(),
                "--port",
                Integer.toString(options.port()),
                "--prebootcommandfile",
                write("preboot.txt", listenOn(options.bind())),
                "--postbootcommandfile",
                write("postboot.txt", deployments(home))
            });
            server = boot;
            Collection<String> deployed = boot.getRuntime().getDeployedApplicationNames();
            if (!deployed.contains("halle")) {
                throw new CannotStart(
                        "the application did not deploy (only " + deployed + "); the log above says why.");
            }
        } catch (CannotStart e) {
            throw e;
        } catch (Exception e) {
            throw new CannotStart("the server did not boot: " + e.getMessage(), e);
        }
    }

    private String write(String name, String commands) throws IOException {
        return Files.writeString(options.data().resolve(name), commands, StandardCharsets.UTF_8)
                .toString();
    }

    private static String listenOn(String address) {
        String listener =
                "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
        // The server's figures would be read by whoever asks.
        return "set " + listener + ".address=" + address
                + "\nset configs.config.server-config.microprofile-metrics-configuration.enabled=false\n"
                + behindProxy();
    }

    /** Whether the browser came by https is what the proxy in front says: redirects, links and the session's cookie follow it. */
    private static String behindProxy() {
        String protocol = "configs.config.server-config.network-config.protocols.protocol.http-listener";
        String proxies = setting("halle.proxy", "");
        return proxies.isBlank() ? "" : "set " + protocol + ".http.scheme-mapping=X-Forwarded-Proto\n";
    }

    private Path loggingFile() throws IOException {
        Path file = options.data().resolve("logging.properties");
        try (InputStream defaults = Launcher.class.getResourceAsStream("/logging.properties")) {
            Files.write(
                    file,
                    Objects.requireNonNull(defaults, "logging.properties is packed beside this class")
                            .readAllBytes());
        }
        return file;
    }

    /**
     * The order matters: the broker's adapter must stand before the application that names it, and the shop's first page does not
     * wait for the simulator.
     */
    private static String deployments(Path home) {
        return String.join(
                "\n",
                "set configs.config.server-config.batch-runtime-configuration.data-source-lookup-name=java:global/jdbc/halle",
                "deploy --name artemis-ra " + home.resolve("artemis-ra.rar"),
                "deploy --name halle --contextroot / " + home.resolve("halle.war"),
                "deploy --name simulator --contextroot /simulator " + home.resolve("simulator.war"),
                "");
    }

    /** The folder of halle.jar, where the build puts the server, the wars and the adapter beside it. */
    private static Path home() throws CannotStart {
        try {
            Path jar = Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path home = Objects.requireNonNull(jar.getParent());
            if (home.toString().matches(".*\\s.*")) {
                throw new CannotStart(
                        "the folder " + home
                                + " has a space in its name, from where the server can deploy nothing: move it to one without.");
            }
            return home;
        } catch (URISyntaxException e) {
            throw new CannotStart("the launcher does not find its own folder.", e);
        }
    }

    /** As the application itself reads it: a system property, else the environment's variable, the first that is not blank. */
    private static String setting(String key, String otherwise) {
        String value = System.getProperty(key);
        if (value == null || value.isBlank()) {
            value = System.getenv(variable(key));
        }
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static void setDefault(String key, String value) {
        if (System.getProperty(key) == null && System.getenv(variable(key)) == null) {
            System.setProperty(key, value);
        }
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** First the application, which may be in the middle of a write, then its database. */
    private void stop() {
        PayaraMicroBoot running = server;
        if (running != null) {
            try {
                running.shutdown();
            } catch (BootstrapException | IllegalStateException e) {
                // The server has a shutdown hook of its own; where that came first there is nothing left to stop but
                // the
                // database.
                if (!"Payara Micro is not running".equals(e.getMessage())) {
                    System.err.println("The server did not stop cleanly: " + e.getMessage());
                }
            }
        }
        EmbeddedDatabase embedded = database;
        if (embedded != null) {
            embedded.stop();
        }
    }

    private String greeting(long seconds) {
        String port = ":" + options.port();
        return String.join(
                System.lineSeparator(),
                "",
                "Halle is ready after " + seconds + " s.",
                "",
                "  The choice of portals   http://localhost" + port + "/",
                "  Montagne                http://montagne.localhost" + port + "/",
                "  Ville                   http://ville.localhost" + port + "/",
                "  Terroir                 http://terroir.localhost" + port + "/",
                "  Back office             http://localhost" + port + "/pro",
                "  Messages sent           http://localhost" + port + "/demo/messages",
                "  Payment simulator       http://localhost" + port + "/simulator/",
                "  API document            http://localhost" + port + "/api/v1/openapi.json",
                "",
                "  Demo sign-ins           the list is on http://localhost" + port + "/pro (password: demo-halle-2026)",
                "  Data                    " + options.data(),
                "  Stop                    Ctrl+C",
                "");
    }
}
