package fr.halle.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that keeps one connection per thread, as a container's pool does within a transaction: everything a thread runs
 * joins its transaction, and two threads are two customers.
 */
final class ThreadConnections implements DataSource {

    private final String url;
    private final ThreadLocal<Connection> ofThread = new ThreadLocal<>();

    ThreadConnections(String url) {
        this.url = url;
    }

    <T> T inTransaction(Supplier<T> action) {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            try {
                T result = action.get();
                connection.commit();
                return result;
            } catch (RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The transaction failed: " + e.getMessage(), e);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = ofThread.get();
        if (connection == null || connection.isClosed()) {
            connection = DriverManager.getConnection(url);
            ofThread.set(connection);
        }
        return connection;
    }

    /** The thread's connection, which stays open when it is closed. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = connection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
