package fr.halle.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.halle.testing.AtOnce;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.Wired;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** More customers than connections, and each row of each wants an id. */
class ManyWantIdsAtOnceTest {

    private static final int HOLDERS = 4;

    private final ThreadLocal<Boolean> hasConnection = ThreadLocal.withInitial(() -> false);
    private final CountDownLatch somebodyWaits = new CountDownLatch(1);
    private final CountDownLatch connectionsInUse = new CountDownLatch(HOLDERS);

    @Test
    void who_waits_for_a_connection_to_ask_for_ids_keeps_none_waiting_of_those_who_hold_them_all() {
        Ids ids = Wired.with(new Ids(), new Sql(exhausted()));
        List<Callable<List<Long>>> people = new ArrayList<>();
        people.add(() -> take(ids));
        for (int i = 0; i < HOLDERS; i++) {
            people.add(() -> {
                hasConnection.set(true);
                somebodyWaits.await();
                List<Long> taken = take(ids);
                connectionsInUse.countDown();
                return taken;
            });
        }

        List<List<Long>> taken = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> AtOnce.all(people));

        assertThat(taken).allSatisfy(ofOne -> assertThat(ofOne).isSorted());
        assertThat(taken.stream().flatMap(List::stream).toList())
                .hasSize((HOLDERS + 1) * 3_000)
                .doesNotHaveDuplicates();
    }

    private static List<Long> take(Ids ids) {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            taken.add(ids.next());
        }
        return taken;
    }

    /** A pool that has lent its last connection: whoever has none waits until those who have are done. */
    private DataSource exhausted() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!hasConnection.get()) {
                        somebodyWaits.countDown();
                        connectionsInUse.await();
                    }
                    return TestDatabase.dataSource().getConnection();
                });
    }
}
