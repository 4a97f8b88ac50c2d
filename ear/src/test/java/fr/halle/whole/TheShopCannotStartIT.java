package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each time one clear sentence, and an exit code that a script can see. */
class TheShopCannotStartIT {

    @TempDir
    Path folder;

    private record Outcome(int exit, String said) {}

    @Test
    void whenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome =
                    launch(Map.of(), "--port", Integer.toString(taken.getLocalPort()), "--data", folder.toString());
            assertThat(outcome.said()).contains("Halle cannot start: port " + taken.getLocalPort() + " is in use");
            assertThat(outcome.exit()).isEqualTo(1);
        }
    }

    @Test
    void whenItsFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        Outcome outcome = launch(Map.of(), "--data", file.resolve("data").toString());
        assertThat(outcome.said())
                .contains("Halle cannot start: the data folder")
                .contains("cannot be written");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    /** Its database would be taken over, and stopped with the second shop: the first would answer 500. */
    @Test
    void whenAnotherHalleRunsOnItsFolder() throws Exception {
        RunningShop running = RunningShop.shared();
        Outcome outcome = launch(Map.of(), "--data", running.data().toString(), "--port", "1099");
        assertThat(outcome.said()).contains("Halle cannot start: another Halle runs on the data folder");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(running.hasLeftItsDatabaseRunning()).isTrue();
    }

    @Test
    void whenItsOwnDatabaseIsDown() throws Exception {
        Outcome outcome =
                launch(Map.of("HALLE_DB_URL", "jdbc:postgresql://127.0.0.1:1/halle"), "--data", folder.toString());
        assertThat(outcome.said()).contains("Halle cannot start: the database").contains("does not answer");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    /** Another folder's server would answer in the place of its own. */
    @Test
    void whenAnotherDatabaseHasItsPort() throws Exception {
        int taken = RunningShop.shared().databasePort();
        Outcome outcome = launch(
                Map.of(), "--data", folder.toString(), "--port", "1099", "--database-port", Integer.toString(taken));
        assertThat(outcome.said()).contains("Halle cannot start: Port " + taken + " is used by another PostgreSQL");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void whenAnOptionIsNotUnderstood() throws Exception {
        assertThat(launch(Map.of(), "--prot", "80").said()).contains("the option --prot is not known");
        assertThat(launch(Map.of(), "--port", "eighty").said()).contains("\"eighty\" is not a port number");
        assertThat(launch(Map.of(), "--port", "0").exit()).isEqualTo(1);
    }

    /** The server's own commands end at a blank. */
    @Test
    void whenItStandsWhereAFolderHasASpaceInItsName() throws Exception {
        Path home = Files.createDirectory(folder.resolve("my halle"));
        Path real = Path.of(System.getProperty("halle.home")).toAbsolutePath().normalize();
        Files.copy(real.resolve("halle.jar"), home.resolve("halle.jar"));
        for (String beside : List.of("lib", "payara-micro.jar")) {
            Files.createSymbolicLink(home.resolve(beside), real.resolve(beside));
        }
        Outcome outcome = run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        home.resolve("halle.jar").toString()),
                Map.of());
        assertThat(outcome.said()).contains("Halle cannot start: the folder " + home + " has a space in its name");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void whenThereIsNoJdk() throws Exception {
        Path script = Path.of("..", "halle").toAbsolutePath().normalize();
        Outcome outcome =
                run(List.of("/bin/bash", script.toString(), "start"), Map.of("PATH", "/nowhere", "JAVA_HOME", ""));
        assertThat(outcome.said()).contains("Halle cannot start: no JDK found");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    /** It points to nothing, or to a Java that can run and not build: that is said, and not that there is no JDK. */
    @Test
    void whenJavaHomeIsNoJdk() throws Exception {
        Path nothing = folder.resolve("no-jdk");
        String script = Path.of("..", "halle").toAbsolutePath().normalize().toString();
        for (String command : List.of("start", "test", "bench")) {
            Outcome outcome = run(List.of("/bin/bash", script, command), Map.of("JAVA_HOME", nothing.toString()));
            assertThat(outcome.said().lines())
                    .containsExactly("Halle cannot start: JAVA_HOME is " + nothing
                            + ", where no Java is. Set it to a JDK 17, or unset it.");
            assertThat(outcome.exit()).isEqualTo(1);
        }
        Path jre = Files.createDirectories(folder.resolve("jre").resolve("bin")).getParent();
        Files.createSymbolicLink(
                jre.resolve("bin").resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Outcome outcome = run(List.of("/bin/bash", script, "start"), Map.of("JAVA_HOME", jre.toString()));
        assertThat(outcome.said().lines())
                .containsExactly("Halle cannot start: JAVA_HOME is " + jre
                        + ", a Java without a compiler. Set it to a JDK 17, or unset it.");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    private static Outcome launch(Map<String, String> environment, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("halle.home"), "halle.jar").toString()));
        command.addAll(List.of(options));
        return run(command, environment);
    }

    private static Outcome run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("it ends by itself")
                .isTrue();
        return new Outcome(process.exitValue(), said);
    }
}
