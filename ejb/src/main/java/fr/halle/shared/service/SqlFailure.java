package fr.halle.shared.service;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused a statement. Carries the statement, never its values, which may be personal. */
public class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    private final @Nullable String state;

    public SqlFailure(String statement, SQLException cause) {
        super("SQL state " + cause.getSQLState() + " in: " + statement, cause);
        this.state = cause.getSQLState();
    }

    public boolean isUniqueViolation() {
        return UNIQUE_VIOLATION.equals(state);
    }
}
