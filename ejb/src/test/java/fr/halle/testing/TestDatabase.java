package fr.halle.testing;

import fr.halle.shared.service.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * One migrated PostgreSQL for all the tests of a JVM, started at its first use. Tests share it, so they make their own rows (see
 * {@link TestShop}) and count nothing but these.
 */
public final class TestDatabase {

    private static final ThreadConnections CONNECTIONS = start();
    private static final Sql SQL = new Sql(CONNECTIONS);

    private TestDatabase() {}

    public static DataSource dataSource() {
        return CONNECTIONS;
    }

    public static Sql sql() {
        return SQL;
    }

    /** Runs the action in a transaction of this thread: what it does through {@link #sql()} is one, rolled back if it throws. */
    public static void inTransaction(Runnable action) {
        CONNECTIONS.inTransaction(() -> {
            action.run();
            return "";
        });
    }

    /** As {@link #inTransaction(Runnable)}, for an action with a result. */
    public static <T> T inTransaction(Supplier<T> action) {
        return CONNECTIONS.inTransaction(action);
    }

    private static ThreadConnections start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            ThreadConnections connections = new ThreadConnections(
                    postgres.getJdbcUrl("postgres", "postgres") + "&stringtype=unspecified&reWriteBatchedInserts=true");
            Flyway.configure(TestDatabase.class.getClassLoader())
                    .dataSource(connections)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return connections;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL of the tests does not start", e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
