package fr.halle.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The persistence unit over {@link TestDatabase}: within {@link #inTransaction} the entity manager and plain SQL share the thread's
 * connection, as they do in the container.
 */
public final class TestJpa {

    private static final EntityManagerFactory FACTORY = factory();
    private static final ThreadLocal<EntityManager> OF_THREAD = new ThreadLocal<>();

    private TestJpa() {}

    /** To be wired into a bean: it stands for the entity manager of the transaction that the thread is in. */
    public static EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                TestJpa.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager current = Objects.requireNonNull(OF_THREAD.get(), "outside TestJpa.inTransaction");
                    try {
                        return method.invoke(current, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public static void inTransaction(Runnable action) {
        inTransaction(() -> {
            action.run();
            return "";
        });
    }

    public static <T> T inTransaction(Supplier<T> action) {
        return TestDatabase.inTransaction(() -> {
            EntityManager em = FACTORY.createEntityManager();
            OF_THREAD.set(em);
            try {
                em.getTransaction().begin();
                T result = action.get();
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                em.close();
                OF_THREAD.remove();
            }
        });
    }

    /** The transaction is {@link TestDatabase}'s to begin and to end, not the provider's. */
    private static <T> T led(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                TestJpa.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (Set.of("commit", "rollback", "setAutoCommit").contains(method.getName())) {
                        return null;
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Connection connection ? led(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static EntityManagerFactory factory() {
        EntityManagerFactory made = new PersistenceProvider()
                .createEntityManagerFactory(
                        "halle",
                        Map.of(
                                PersistenceUnitProperties.TRANSACTION_TYPE,
                                PersistenceUnitTransactionType.RESOURCE_LOCAL.name(),
                                PersistenceUnitProperties.JTA_DATASOURCE,
                                "",
                                PersistenceUnitProperties.NON_JTA_DATASOURCE,
                                led(DataSource.class, TestDatabase.dataSource())));
        return Objects.requireNonNull(made, "META-INF/persistence.xml");
    }
}
