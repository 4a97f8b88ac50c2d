package fr.halle.shared.service;

import fr.halle.shared.model.Service;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * Plain SQL for what is read as a list or written many rows at a time; it joins the caller's transaction, and runs in its own
 * where there is none. Values are always bound, never concatenated.
 */
@Service
public class Sql {

    /**
     * An array of ids whose length the planner does not look at. Written as a plain parameter it makes a plan for three ids look
     * cheaper than one for any number, so that a statement that runs for every basket would be planned anew each time.
     */
    public static final String IDS = "(select ?::bigint[])::bigint[]";

    /** As {@link #IDS}, of texts. */
    public static final String TEXTS = "(select ?::text[])::text[]";

    @Resource(lookup = "java:global/jdbc/halle")
    private DataSource dataSource;

    /** Turns a row into what the caller wants. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    public Sql() {}

    /** For tests, which have a database but no container. */
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> List<T> list(String statement, Mapper<T> mapper, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(driver(connection), statement, values);
                ResultSet result = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                rows.add(mapper.map(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    public <T> Optional<T> one(String statement, Mapper<T> mapper, @Nullable Object... values) {
        List<T> rows = list(statement, mapper, values);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows where one was meant: " + statement);
        }
        return rows.stream().findFirst();
    }

    /** The first column of the only row, such as a count or a sum. */
    public long number(String statement, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(driver(connection), statement, values);
                ResultSet result = prepared.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("no row: " + statement);
            }
            return result.getLong(1);
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    /** @return how many rows it changed */
    public int update(String statement, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(driver(connection), statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    /** One statement for many rows, sent together. @return how many rows each changed */
    public int[] batch(String statement, Collection<@Nullable Object[]> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = driver(connection).prepareStatement(statement)) {
            for (@Nullable Object[] values : rows) {
                bind(prepared.getConnection(), prepared, values);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(statement, e);
        }
    }

    /** Several statements in one round trip. */
    public Pipeline pipeline() {
        return new Pipeline(dataSource);
    }

    /** What the container lends is wrapped: Payara looks {@code getObject} up by reflection whenever a date or an instant is read. */
    static Connection driver(Connection lent) throws SQLException {
        return lent.unwrap(BaseConnection.class);
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            bind(connection, prepared, values);
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    static void bind(Connection connection, PreparedStatement prepared, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                prepared.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Enum<?> constant) {
                prepared.setString(i + 1, constant.name());
            } else if (value instanceof Long[] numbers) {
                prepared.setArray(i + 1, connection.createArrayOf("bigint", numbers));
            } else if (value instanceof UUID[] ids) {
                prepared.setArray(i + 1, connection.createArrayOf("uuid", ids));
            } else if (value instanceof String[] texts) {
                prepared.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (value == null) {
                prepared.setNull(i + 1, Types.NULL);
            } else {
                prepared.setObject(i + 1, value);
            }
        }
    }
}
