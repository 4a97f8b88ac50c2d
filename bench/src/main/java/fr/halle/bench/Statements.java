package fr.halle.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database itself counted of a page's statements, through pg_stat_statements; it watches from the server's next start on. */
final class Statements {

    private final String url;

    Statements(String url) {
        this.url = url;
    }

    void watch(boolean on) throws SQLException {
        // Set to nothing, it would be kept as the name of one library, the empty one, and the server would not start.
        execute("alter system "
                + (on ? "set shared_preload_libraries = 'pg_stat_statements'" : "reset shared_preload_libraries"));
    }

    /** Counts no more until the next start: counting costs something too. */
    void rest() throws SQLException {
        execute("alter system set pg_stat_statements.track = 'none'");
        execute("select pg_reload_conf()");
        execute("alter system reset pg_stat_statements.track");
    }

    void forget() throws SQLException {
        execute("create extension if not exists pg_stat_statements");
        execute("select pg_stat_statements_reset()");
    }

    /** How many each of so many pages took, and what they took of the database's time: all of them, and the dearest. */
    void print(long pages) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sum(calls), sum(total_exec_time), max(total_exec_time) from pg_stat_statements"
                                + " where query ~* '^(select|insert|update|delete|with)' and query not like '%pg_stat_statements%'")) {
            row.next();
            System.out.printf(
                    "  statements, ms in PostgreSQL, of the dearest:%10.1f %9.2f %9.2f%n",
                    row.getDouble(1) / pages, row.getDouble(2) / pages, row.getDouble(3) / pages);
        }
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
