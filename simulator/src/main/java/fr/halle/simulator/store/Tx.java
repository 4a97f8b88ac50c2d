package fr.halle.simulator.store;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction: the few things the provider does with its books. Not for two threads. */
public final class Tx {

    private static final String COLUMNS = "select id, kind, created_at, due_at, doc, hidden from simulator.resource ";

    private final Connection connection;
    private final Instant now;

    Tx(Connection connection, Clock clock) {
        this.connection = connection;
        this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** One moment for everything the transaction writes. */
    public Instant now() {
        return now;
    }

    /** A new document, not yet stored; it has its {@code Id} and {@code CreationDate}. */
    public Resource draft(Kind kind, JsonObject fields) {
        String id = Ids.next(kind, now);
        JsonObject own = Docs.of("Id", id, "CreationDate", now.getEpochSecond());
        JsonObject doc = Docs.merge(Docs.merge(own, fields), own);
        return new Resource(id, kind, now, null, doc, Docs.EMPTY);
    }

    public Resource insert(Resource resource) throws SQLException {
        return insert(resource, null);
    }

    /**
     * Stores a new document.
     *
     * @param parentId of a refund or a dispute: the transaction it is about
     */
    public Resource insert(Resource resource, @Nullable String parentId) throws SQLException {
        execute(
                "insert into simulator.resource (id, kind, parent_id, created_at, due_at, doc, hidden) values (?,?,?,?,?,?,?)",
                resource.id(),
                resource.kind().name(),
                parentId,
                resource.createdAt(),
                resource.dueAt(),
                resource.doc(),
                resource.hidden());
        return resource;
    }

    public Resource save(Resource resource) throws SQLException {
        execute(
                "update simulator.resource set doc = ?, hidden = ?, due_at = ? where id = ?",
                resource.doc(),
                resource.hidden(),
                resource.dueAt(),
                resource.id());
        return resource;
    }

    public Optional<Resource> find(Kind kind, String id) throws SQLException {
        return query(COLUMNS + "where id = ? and kind = ?", Tx::resource, id, kind.name()).stream()
                .findFirst();
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    public Optional<Resource> lock(Kind kind, String id) throws SQLException {
        return query(COLUMNS + "where id = ? and kind = ? for update", Tx::resource, id, kind.name()).stream()
                .findFirst();
    }

    /** Those that wait for the provider's own doing, locked; another server's are left to it. */
    public List<Resource> due(int limit) throws SQLException {
        return query(
                COLUMNS + "where due_at <= ? order by due_at limit ? for update skip locked", Tx::resource, now, limit);
    }

    public List<Resource> children(Kind kind, String parentId) throws SQLException {
        return query(COLUMNS + "where parent_id = ? and kind = ? order by id", Tx::resource, parentId, kind.name());
    }

    /** The payouts to a bank account that are as old as that, a page of them, oldest first. */
    public List<Resource> payoutsTo(String bankAccountId, Instant after, Instant before, int size, long skipped)
            throws SQLException {
        return query(
                COLUMNS + "where kind = 'PAYOUT' and doc ->> 'BankAccountId' = ? and created_at >= ? and created_at < ?"
                        + " order by created_at, id limit ? offset ?",
                Tx::resource,
                bankAccountId,
                after,
                before,
                size,
                skipped);
    }

    public List<Resource> newest(Kind kind, int limit) throws SQLException {
        return query(COLUMNS + "where kind = ? order by created_at desc limit ?", Tx::resource, kind.name(), limit);
    }

    /** Puts cents into a wallet, or takes them out when negative. Who takes out has locked the wallet and looked before. */
    public void move(String walletId, long cents, String transactionId) throws SQLException {
        if (cents != 0) {
            execute(
                    "insert into simulator.movement (wallet_id, cents, transaction_id, at) values (?,?,?,?)",
                    walletId,
                    cents,
                    transactionId,
                    now);
        }
    }

    public long balance(String walletId) throws SQLException {
        return number("select coalesce(sum(cents), 0) from simulator.movement where wallet_id = ?", walletId);
    }

    public long number(String sql, @Nullable Object... parameters) throws SQLException {
        return query(sql, row -> row.getLong(1), parameters).get(0);
    }

    /** Runs a statement. @return how many rows it touched */
    public int execute(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Reads one row. */
    public interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.from(rows));
                }
            }
            return found;
        }
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    Connection connection() {
        return connection;
    }

    private static Resource resource(ResultSet row) throws SQLException {
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Resource(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                created,
                instant(row, "due_at"),
                Docs.parse(row.getString("doc")),
                Docs.parse(row.getString("hidden")));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameter(parameters[i]));
        }
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof JsonObject json ? json.toString() : value;
    }
}
