package fr.halle.demo.service;

import fr.halle.shared.service.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows waiting to be written, a batch per table, in the order in which the tables were first named. */
final class Inserts {

    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    /** @param columns their names, separated by commas; a jsonb column is named {@code name::jsonb} */
    void add(String table, String columns, @Nullable Object... values) {
        rows.computeIfAbsent(statement(table, columns), key -> new ArrayList<>())
                .add(values);
    }

    void write(Sql sql) {
        rows.forEach(sql::batch);
    }

    private static String statement(String table, String columns) {
        List<String> marks = new ArrayList<>();
        for (String column : columns.split(", ")) {
            int cast = column.indexOf("::");
            marks.add(cast < 0 ? "?" : "?" + column.substring(cast));
        }
        return "insert into " + table + " (" + columns.replaceAll("::\\w+", "") + ") values ("
                + String.join(", ", Collections.unmodifiableList(marks)) + ")";
    }
}
