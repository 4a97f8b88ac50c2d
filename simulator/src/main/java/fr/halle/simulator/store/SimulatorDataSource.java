package fr.halle.simulator.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The way to the provider's own database ({@code halle.simulator.db.url}). The driver's data source is wrapped, not extended:
 * the container sets whatever property it finds, and its default server name would replace the one of the settings.
 */
public class SimulatorDataSource implements DataSource {

    private final PGSimpleDataSource postgres = new PGSimpleDataSource();
    private @Nullable PrintWriter logWriter;

    public SimulatorDataSource() {
        postgres.setURL(Settings.read("halle.simulator.db.url", "jdbc:postgresql://127.0.0.1:5432/simulator"));
        postgres.setUser(Settings.read("halle.simulator.db.user", Settings.read("halle.db.user", "postgres")));
        postgres.setPassword(Settings.read("halle.simulator.db.password", Settings.read("halle.db.password", "")));
        postgres.setPrepareThreshold(1);
        postgres.setStringType("unspecified");
        postgres.setApplicationName("halle-simulator");
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

    /** The container insists on at least one connection property; the real address is in the settings. */
    public void setUrl(String ignoredByDesign) {
        // See above.
    }

    public void setUser(@Nullable String ignoredByDesign) {
        // See above.
    }

    public void setPassword(@Nullable String ignoredByDesign) {
        // See above.
    }
}
