package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job that takes long, seen from the operator's page: run now, its progress, stopped, gone on with, its history (K7). */
class AnOperatorHandlesAJobIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String JOBS = "/pro/operation/jobs";
    private static final int GO_ON = 1;

    /** Two chunks, the second of at least two. */
    private static final int ORDERS = 12;

    private static final String WAITING =
            "select count(*) from payment p where state = 'AUTHORISED' and method = 'CARD' and exists (select from payment_share s"
                    + " where s.payment_id = p.id)";

    private final RunningShop shop = RunningShop.shared();
    private final ScriptedProvider provider = new ScriptedProvider(shop);
    private final SignedIn operator = SignedIn.as(shop, "terroir", "exploitant@halle.demo");

    @AfterEach
    void theProviderIsQuickAgain() {
        provider.behaves();
    }

    /** The list is there again, and its run goes on from nothing: what was said of it is forgotten. */
    @Test
    void readsWhyItsListCouldNotBeRead() {
        String said = "select count(*) from job_item_failure where work = 'outside-names' and item_id = 0";
        try (ControlRoom room = ControlRoom.of(shop)) {
            shop.update("alter table outside_push rename column customer to customer_away");
            try {
                room.press("purge");
                room.awaitState("purge", "error");
            } finally {
                shop.update("alter table outside_push rename column customer_away to customer");
            }
            assertThat(shop.number(said + " and error like '%\"customer\" does not exist%'"))
                    .isEqualTo(1);
            assertThat(operator.get(JOBS).body()).contains("column \"customer\" does not exist");
            Map<String, String> goOn = button("purge", GO_ON);
            Map<String, String> goOnAgain = button("purge", GO_ON);
            assertThat(operator.pressed(JOBS, goOn)).doesNotContain("hl-say bad");
            room.awaitState("purge", "ok");
            assertThat(shop.number(said)).isZero();
            assertThat(operator.pressed(JOBS, goOnAgain)).containsPattern("ne peut pas être reprise|cannot be gone on");
        }
    }

    @Test
    void findsTheClockWhereItWasWhileAllJobsAreAtWork() throws SQLException {
        String shift = "select seconds from clock_shift";
        long before = shop.number(shift);
        try (ControlRoom room = ControlRoom.of(shop);
                Connection other = DriverManager.getConnection(shop.databaseUrl());
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table outside_push in access exclusive mode");
            room.runAll();
            assertThat(room.anHourTooSoon()).containsPattern("déjà en cours|running already");
            assertThat(shop.number(shift)).isEqualTo(before);
        }
    }

    /** And whatever still goes, or went on since, stays whole. */
    @Test
    void seesNoRunOfMoreThanNinetyDays() {
        try (ControlRoom room = ControlRoom.of(shop)) {
            room.press("purge");
            room.awaitState("purge", "ok");
            long latest = shop.number("select max(execution_id) from job_start where job = 'purge'");
            long old = shop.number("select jobinstanceid from jbatchexecutioninstancedata where jobexecid = " + latest);
            long going = copied(old, "STARTED");
            long goneOnWith = copied(old, "FAILED");
            shop.update("insert into job_start (execution_id, job, started_by, started_at) select jobexecid, 'purge',"
                    + " 'test', now() - interval '91 days' from jbatchexecutioninstancedata"
                    + " where jobinstanceid in (" + going + ", " + goneOnWith + ")");
            execution(goneOnWith, old, "COMPLETED");
            shop.update("update job_start set started_at = now() - interval '91 days' where execution_id = " + latest);
            shop.update("insert into job_item_failure (work, item_id, error, first_at, last_at) values"
                    + " ('collection', -1, 'long ago', now(), now() - interval '91 days')");
            List<String> tables = tablesOf(old, latest);
            assertThat(tables).allSatisfy(rows -> assertThat(shop.number(rows)).isPositive());
            room.press("purge");
            Await.until(PATIENCE, "it is gone", () -> shop.number(tables.get(0)) == 0);
            room.awaitState("purge", "ok");
            assertThat(tables).allSatisfy(rows -> assertThat(shop.number(rows)).isZero());
            assertThat(shop.number("select count(*) from jbatchexecutioninstancedata where jobinstanceid in (" + going
                            + ", " + goneOnWith + ")"))
                    .isEqualTo(3);
            assertThat(shop.number("select count(*) from job_item_failure where item_id = -1"))
                    .isZero();
        }
    }

    @Test
    void stopsItAfterItsChunkAndGoesOnFromThere() {
        provider.isSlow("transfer", 1000, Duration.ofMillis(800));
        for (int i = 0; i < ORDERS; i++) {
            CardPayer.wants(shop, "terroir", "patient" + i + "@example.org", "cidre-brut-pons")
                    .orders()
                    .pays();
        }
        try (ControlRoom room = ControlRoom.of(shop)) {
            Await.until(
                    PATIENCE,
                    "the collection by the clock is over",
                    () -> !room.state("collection").equals("run"));
            long waiting = shop.number(WAITING);
            assertThat(waiting).isGreaterThan(10);
            room.press("collection");
            room.awaitState("collection", "run");
            Await.until(PATIENCE, "it has begun", () -> shop.number(WAITING) < waiting);
            assertThat(room.progress("collection"))
                    .as("what was done of what was planned")
                    .endsWith("/ " + waiting);
            Map<String, String> shownRunning = button("collection", 0);
            room.press("collection");
            room.awaitState("collection", "error");

            String[] stopped = room.progress("collection").split(" / ");
            long done = Long.parseLong(stopped[0]);
            assertThat(stopped[1]).isEqualTo(Long.toString(waiting));
            assertThat(done).as("stopped after the chunk it was at").isBetween(1L, waiting - 1);
            provider.behaves();
            room.goOn("collection");
            room.awaitState("collection", "ok");
            long left = waiting - done;
            assertThat(room.progress("collection"))
                    .as("gone on with behind the checkpoint")
                    .isEqualTo(left + " / " + left);
            assertThat(room.history("collection")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(operator.pressed(JOBS, shownRunning)).containsPattern("déjà finie|ended already");
            // Other tests' parts may be paid in two times, with a transfer each.
            String own = shop.text("select string_agg(quote_literal(m.number), ', ') from merchant_order m"
                    + " join customer_order o on o.id = m.order_id where o.email like 'patient%@example.org'");
            assertThat(provider.number("select count(*) - count(distinct doc ->> 'Tag') from simulator.resource"
                            + " where kind = 'TRANSFER' and doc ->> 'Tag' in (" + own + ")"))
                    .as("parts that were transferred twice")
                    .isZero();
        }
    }

    /** The rows that a run has, table by table. */
    private List<String> tablesOf(long instance, long execution) {
        String steps = shop.text("select string_agg(stepexecid::text, ', ') from jbatchstepexecutioninstancedata"
                + " where jobexecid = " + execution);
        return List.of(
                "select count(*) from job_start where execution_id = " + execution,
                "select count(*) from job_progress where execution_id = " + execution,
                "select count(*) from jbatchcheckpointdata where split_part(id, ',', 1) = '" + instance + "'",
                "select count(*) from jbatchstepstatus where id in (" + steps + ")",
                "select count(*) from jbatchstepexecutioninstancedata where stepexecid in (" + steps + ")",
                "select count(*) from jbatchexecutioninstancedata where jobinstanceid = " + instance,
                "select count(*) from jbatchjobstatus where id = " + instance,
                "select count(*) from jbatchjobinstancedata where jobinstanceid = " + instance);
    }

    /** Another instance with one execution, as the runtime would have written them. @return the instance's number */
    private long copied(long instance, String status) {
        long copy = shop.number("insert into jbatchjobinstancedata (name, apptag) select name, apptag"
                + " from jbatchjobinstancedata where jobinstanceid = " + instance + " returning jobinstanceid");
        execution(copy, instance, status);
        return copy;
    }

    private void execution(long instance, long like, String status) {
        shop.update(
                "insert into jbatchexecutioninstancedata (jobinstanceid, createtime, starttime, endtime, updatetime,"
                        + " parameters, batchstatus, exitstatus) select " + instance
                        + ", createtime, starttime, endtime,"
                        + " updatetime, parameters, '" + status + "', exitstatus from jbatchexecutioninstancedata"
                        + " where jobinstanceid = " + like);
    }

    /** What pressing a button of the job's row sends, as the page shows it now: 0 is run now or stop. */
    private Map<String, String> button(String job, int place) {
        Http.Answer page = operator.get(JOBS);
        String row = page.body().split("job=" + job + "\"", 2)[1].split("</tr>", 2)[0];
        List<String> names = Pattern.compile("<button[^>]* name=\"([^\"]+)\"")
                .matcher(row)
                .results()
                .map(found -> found.group(1))
                .toList();
        Map<String, String> form = SignedIn.form(page, "jobs");
        form.put(names.get(place), "");
        return form;
    }
}
