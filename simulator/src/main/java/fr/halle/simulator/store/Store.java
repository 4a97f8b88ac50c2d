package fr.halle.simulator.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;

/** Opens transactions: everything a call does is committed before it is answered, or has not happened (so kill -9 is harmless). */
public final class Store {

    private static final int SCHEMA_LOCK = 20_261_121;

    private final DataSource dataSource;
    private final Clock clock;

    public Store(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        T in(Tx tx) throws SQLException;
    }

    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.in(new Tx(connection, clock));
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure("the simulator's database refused: " + e.getMessage(), e);
        }
    }

    /** Creates what is missing. Two servers that start at once wait for each other. */
    public void createTables() {
        inTransaction(tx -> {
            try (InputStream sql = Store.class.getResourceAsStream("schema.sql");
                    Statement statement = tx.connection().createStatement()) {
                tx.query("select pg_advisory_xact_lock(?)", row -> true, SCHEMA_LOCK);
                statement.execute(new String(
                        Objects.requireNonNull(sql, "schema.sql is packed beside this class")
                                .readAllBytes(),
                        StandardCharsets.UTF_8));
                return true;
            } catch (IOException e) {
                throw new StoreFailure("schema.sql cannot be read", e);
            }
        });
    }
}
