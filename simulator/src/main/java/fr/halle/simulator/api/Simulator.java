package fr.halle.simulator.api;

import fr.halle.simulator.outside.OutsideDoor;
import fr.halle.simulator.provider.HookQueue;
import fr.halle.simulator.provider.Time;
import fr.halle.simulator.store.Store;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The simulator as a whole: its database, its tables made at start, and the clock by which things happen unasked. */
@DataSourceDefinition(
        name = "java:app/jdbc/simulator",
        className = "fr.halle.simulator.store.SimulatorDataSource",
        url = "simulator:settings",
        minPoolSize = 1,
        maxPoolSize = 16,
        initialPoolSize = 1,
        transactional = false)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Simulator {

    private static final Logger LOG = Logger.getLogger(Simulator.class.getName());
    private static final int TICK_MILLIS = 500;

    @Resource(lookup = "java:app/jdbc/simulator")
    private DataSource dataSource;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Store store;
    private Door door;
    private OutsideDoor outside;
    private List<ScheduledFuture<?>> ticks = List.of();

    @PostConstruct
    void start() {
        Clock clock = Clock.systemUTC();
        store = new Store(dataSource, clock);
        store.createTables();
        door = new Door(store, clock);
        outside = new OutsideDoor(store, clock);
        HookQueue hooks = new HookQueue(store);
        ticks = List.of(every(() -> Time.tick(store)), every(hooks::deliver));
    }

    @PreDestroy
    void stop() {
        ticks.forEach(tick -> tick.cancel(false));
    }

    public Store store() {
        return store;
    }

    public Door door() {
        return door;
    }

    /** The other system that is played here; it shares the store's transactions and nothing else. */
    public OutsideDoor outside() {
        return outside;
    }

    /** Runs it later, for an answer that is meant to come too late. */
    public void later(Runnable answer, long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, executor)
                .execute(answer);
    }

    private ScheduledFuture<?> every(Runnable work) {
        return executor.scheduleWithFixedDelay(() -> unbroken(work), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A tick that fails is told of and tried again; a scheduler would otherwise stop calling it. */
    private static void unbroken(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The simulator's clock missed a beat", e);
        }
    }
}
