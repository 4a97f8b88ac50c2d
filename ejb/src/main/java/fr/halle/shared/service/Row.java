package fr.halle.shared.service;

import fr.halle.shared.model.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name, with the types the domain speaks. Nullable columns have a method that says so. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    /** An amount in cents of euro. */
    public Money money(String column) throws SQLException {
        return Money.euros(result.getLong(column));
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public String text(String column) throws SQLException {
        String value = result.getString(column);
        if (value == null) {
            throw new SQLException("column " + column + " is null: read it with textOrNull");
        }
        return value;
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type) throws SQLException {
        String name = textOrNull(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    public Instant instant(String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public LocalTime time(String column) throws SQLException {
        return result.getObject(column, LocalTime.class);
    }

    public @Nullable LocalTime timeOrNull(String column) throws SQLException {
        return result.getObject(column, LocalTime.class);
    }

    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    public List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public List<Long> numbers(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
