package fr.halle.shared.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Several statements sent to PostgreSQL together and answered together: one round trip where a hot path would have ten. Each
 * statement still sees what the ones before it did, and waits for its locks in its turn. Answers are there after {@link #run}.
 */
public final class Pipeline {

    private static final ObjectMapper COLUMNS = Json.MAPPER
            .copy()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setSerializationInclusion(JsonInclude.Include.ALWAYS);
    private static final Map<String, String> INSERTS = new ConcurrentHashMap<>();

    private final DataSource dataSource;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Answer<?>> answers = new ArrayList<>();
    private @Nullable Pipeline end;

    Pipeline(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What one statement answered. */
    public static final class Answer<T> {

        private final Sql.@Nullable Mapper<T> mapper;
        private final List<T> rows = new ArrayList<>();
        private int changed;

        private Answer(Sql.@Nullable Mapper<T> mapper) {
            this.mapper = mapper;
        }

        /** Of what was not asked, because nothing was wanted. */
        public static <T> Answer<T> none() {
            return new Answer<>(null);
        }

        public List<T> rows() {
            return rows;
        }

        /** @throws IllegalStateException when there is none, or more than one */
        public T only() {
            if (rows.size() != 1) {
                throw new IllegalStateException(rows.size() + " rows where one was meant");
            }
            return rows.get(0);
        }

        /** How many rows a statement without result changed. */
        public int changed() {
            return changed;
        }

        private void read(PreparedStatement statement) throws SQLException {
            Sql.Mapper<T> reader = mapper;
            if (reader == null) {
                changed = Math.max(0, statement.getUpdateCount());
                return;
            }
            try (ResultSet result = statement.getResultSet()) {
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reader.map(row));
                }
            }
        }
    }

    public <T> Answer<T> list(String statement, Sql.Mapper<T> mapper, @Nullable Object... bound) {
        return add(new Answer<>(mapper), statement, bound);
    }

    public Answer<Void> update(String statement, @Nullable Object... bound) {
        return add(new Answer<>(null), statement, bound);
    }

    /**
     * Inserts records whose components are the columns, in snake case. They travel as one JSON value, so the statement's text, and
     * with it the server's plan, is the same for any number of rows.
     *
     * @param onConflict what to do with a row that is there already, such as {@code on conflict (key) do nothing}; or nothing
     */
    public <R extends Record> Answer<Void> insert(String table, List<R> rows, String onConflict) {
        if (rows.isEmpty()) {
            return new Answer<>(null);
        }
        String statement = insertOf(table, rows.get(0).getClass()) + onConflict;
        return update(statement, json(rows));
    }

    public <R extends Record> Answer<Void> insert(String table, List<R> rows) {
        return insert(table, rows, "");
    }

    /** For what is to come after everything else, though it is known before: what others wait for is locked last. */
    public Pipeline end() {
        Pipeline last = end;
        if (last == null) {
            last = new Pipeline(dataSource);
            end = last;
        }
        return last;
    }

    /** Sends what was gathered, in the caller's transaction. */
    public void run() {
        Pipeline last = end;
        if (last != null) {
            statements.addAll(last.statements);
            values.addAll(last.values);
            answers.addAll(last.answers);
        }
        if (statements.isEmpty()) {
            return;
        }
        String all = String.join(";\n", statements);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = Sql.driver(connection).prepareStatement(all)) {
            Sql.bind(prepared.getConnection(), prepared, values.toArray());
            prepared.execute();
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i).read(prepared);
                prepared.getMoreResults();
            }
        } catch (SQLException e) {
            throw new SqlFailure(all, e);
        }
    }

    /** The statement behind {@link #insert}, for one that does more: its only parameter is {@link #json}. */
    public static String insertOf(String table, Class<? extends Record> type) {
        return INSERTS.computeIfAbsent(table + ' ' + type.getName(), key -> {
            String columns = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE::translate)
                    .collect(Collectors.joining(", "));
            return "insert into " + table + " (" + columns + ") select " + columns
                    + " from json_populate_recordset(null::" + table + ", ?::json) ";
        });
    }

    /** Records as the JSON that {@code json_populate_recordset} reads, components named as columns. */
    public static String json(List<? extends Record> rows) {
        try {
            return COLUMNS.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Not writable as rows: " + rows.get(0).getClass(), e);
        }
    }

    private <T> Answer<T> add(Answer<T> answer, String statement, @Nullable Object[] bound) {
        statements.add(statement);
        values.addAll(Arrays.asList(bound));
        answers.add(answer);
        return answer;
    }
}
