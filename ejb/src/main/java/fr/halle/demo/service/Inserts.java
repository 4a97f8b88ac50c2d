package fr.halle.demo.service;

import fr.halle.shared.service.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows waiting to be written, table by table, in the order in which the tables were first named. */
final class Inserts {

    private final Map<Into, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    private record Into(String table, String columns) {

        List<String> names() {
            return List.of(columns.split(", "));
        }

        String statement(String source) {
            return "insert into " + table + " (" + columns.replaceAll("::\\w+", "") + ") " + source;
        }
    }

    /**
     * @param columns their names, separated by commas; a jsonb column is named {@code name::jsonb}. Where all of them name their
     *     type the table's rows go in one statement, which tens of thousands of rows need
     */
    void add(String table, String columns, @Nullable Object... values) {
        rows.computeIfAbsent(new Into(table, columns), key -> new ArrayList<>()).add(values);
    }

    void write(Sql sql) {
        rows.forEach((into, values) -> {
            if (into.names().stream().allMatch(name -> name.contains("::"))) {
                sql.update(into.statement(unnest(into.names())), columnwise(into.names(), values));
            } else {
                sql.batch(into.statement(marks(into.names())), values);
            }
        });
    }

    private static String marks(List<String> names) {
        List<String> marks = names.stream()
                .map(name -> name.contains("::") ? "?" + name.substring(name.indexOf("::")) : "?")
                .toList();
        return "values (" + String.join(", ", marks) + ")";
    }

    private static String unnest(List<String> names) {
        List<String> arrays = names.stream()
                .map(name -> "?::text[]" + name.substring(name.indexOf("::")) + "[]")
                .toList();
        return "select * from unnest(" + String.join(", ", arrays) + ")";
    }

    private static Object[] columnwise(List<String> names, List<@Nullable Object[]> rows) {
        Object[] columns = new Object[names.size()];
        for (int i = 0; i < columns.length; i++) {
            int column = i;
            columns[i] = rows.stream()
                    .map(row -> row[column] == null ? null : Objects.toString(row[column]))
                    .toArray(String[]::new);
        }
        return columns;
    }
}
