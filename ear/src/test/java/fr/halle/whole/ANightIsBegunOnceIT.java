package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A job of the night, which is not looked for again before the next one: whatever dies or fails before it has begun, it begins with
 * one of the next minutes, and while it goes on one node no other begins it (T05, section 10 of the main job).
 */
class ANightIsBegunOnceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_TICK = Duration.ofSeconds(66);

    private static final String RUNS = "select count(*) from job_start where job = 'purge' and started_by = 'clock'";

    @Test
    void whicheverNodeDies() throws SQLException {
        try (RunningShop shop = RunningShop.own("nights", "-Dhalle.jobs.nightly=true")) {
            theNodeThatHasClaimedItDies(shop);
            theRuntimeDoesNotStartIt(shop);
            itGoesOnAnotherNode(shop);
        }
    }

    private static void theNodeThatHasClaimedItDies(RunningShop shop) throws SQLException {
        theNightHasCome(shop);
        shop.update(
                "insert into job_rhythm (job, last_started_at) values ('expired-holds', now() - interval '2 minutes')"
                        + " on conflict do nothing");
        try (Connection node = DriverManager.getConnection(shop.databaseUrl());
                Statement claim = node.createStatement()) {
            node.setAutoCommit(false);
            assertThat(claim.executeUpdate(
                            "update job_rhythm set last_started_at = now() where job in ('expired-holds', 'purge')"))
                    .as("the first of a minute's jobs too")
                    .isEqualTo(2);
            aTickPasses();
            assertThat(shop.number(RUNS)).as("another is at it").isZero();
            assertThat(shop.number("select count(*) from job_rhythm where job = 'refund-followup'"
                            + " and last_started_at > now() - interval '1 minute'"))
                    .as("the other jobs do not wait for either")
                    .isEqualTo(1);
            node.rollback();
        }
        itRuns(shop, 1);
    }

    private static void theRuntimeDoesNotStartIt(RunningShop shop) {
        shop.update("alter table jbatchjobstatus rename to jbatchjobstatus_away");
        try {
            theNightHasCome(shop);
            aTickPasses();
        } finally {
            shop.update("alter table jbatchjobstatus_away rename to jbatchjobstatus");
        }
        assertThat(shop.number(RUNS)).isEqualTo(1);
        itRuns(shop, 2);
    }

    /** What is seen of it from here: an execution that this node's runtime does not know, and that gets on. */
    private static void itGoesOnAnotherNode(RunningShop shop) {
        long elsewhere = shop.number("with i as (insert into jbatchjobinstancedata (name, apptag)"
                + " values ('purge-job', '') returning jobinstanceid)"
                + " insert into jbatchexecutioninstancedata (jobinstanceid, createtime, updatetime, batchstatus)"
                + " select jobinstanceid, now(), now(), 'STARTED' from i returning jobexecid");
        shop.update("insert into job_progress (execution_id, step, position, planned, started_at, touched_at)"
                + " values (" + elsewhere + ", 'outside-names', 0, 1, now(), now())");
        theNightHasCome(shop);
        aTickPasses();
        assertThat(shop.number(RUNS)).as("each night once").isEqualTo(2);
        shop.update(
                "update job_progress set touched_at = now() - interval '16 minutes' where execution_id = " + elsewhere);
        itRuns(shop, 3);
    }

    /** With a run of long ago, which is what it has to do. */
    private static void theNightHasCome(RunningShop shop) {
        shop.update("with i as (insert into jbatchjobinstancedata (name, apptag)"
                + " values ('quotes-job', '') returning jobinstanceid),"
                + " e as (insert into jbatchexecutioninstancedata (jobinstanceid, createtime, updatetime, batchstatus)"
                + " select jobinstanceid, now(), now(), 'COMPLETED' from i returning jobexecid)"
                + " insert into job_start (execution_id, job, started_by, started_at)"
                + " select jobexecid, 'quotes', 'test', now() - interval '91 days' from e");
        shop.update("insert into job_rhythm (job, last_started_at) values ('purge', now() - interval '2 days')"
                + " on conflict (job) do update set last_started_at = excluded.last_started_at");
    }

    private static void itRuns(RunningShop shop, long times) {
        Await.until(PATIENCE, "the night is begun", () -> shop.number(RUNS) == times);
        Await.until(
                PATIENCE,
                "it is done",
                () -> shop.number("select count(*) from job_start where started_at < now() - interval '90 days'") == 0);
    }

    private static void aTickPasses() {
        long end = System.nanoTime() + A_TICK.toNanos();
        Await.until(PATIENCE, "a minute has passed", () -> System.nanoTime() > end);
    }
}
