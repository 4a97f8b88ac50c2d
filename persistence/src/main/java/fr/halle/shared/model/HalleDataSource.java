package fr.halle.shared.model;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one way to the database, named in {@code @DataSourceDefinition} and pooled by whichever server runs the application. Where
 * the database is comes from {@code halle.db.url}, {@code halle.db.user} and {@code halle.db.password}, so no server needs to be
 * configured by hand. Not XA: see docs/decisions on "the row is the truth".
 */
public class HalleDataSource implements DataSource {

    private final PGSimpleDataSource postgres = new PGSimpleDataSource();
    private @Nullable PrintWriter logWriter;
    private String url = "";

    public HalleDataSource() {
        postgres.setURL(Environment.setting("halle.db.url", "jdbc:postgresql://127.0.0.1:5432/halle"));
        postgres.setUser(Environment.setting("halle.db.user", "postgres"));
        postgres.setPassword(Environment.setting("halle.db.password", ""));
        // A statement is prepared on the server at its first use: the pages run few statements, each very often.
        postgres.setPrepareThreshold(1);
        // JSON, and what may be null, is bound as text; the server then infers the column's type.
        postgres.setStringType("unspecified");
        postgres.setReWriteBatchedInserts(true);
        postgres.setApplicationName("halle");
        // What the server says about a refused row repeats the row, and the row may be personal.
        postgres.setLogServerErrorDetail(false);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return postgres.getConnection();
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return postgres.getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        this.logWriter = writer;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        postgres.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return postgres.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return postgres.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return postgres.isWrapperFor(type);
    }

    /** Set by the container, which insists on at least one connection property; the real address is in the settings. */
    public String getUrl() {
        return url;
    }

    public void setUrl(String value) {
        this.url = value;
    }

    public void setUser(String ignoredByDesign) {
        // The container passes an empty user on; ours comes from the settings.
    }

    public void setPassword(String ignoredByDesign) {
        // As above.
    }
}
