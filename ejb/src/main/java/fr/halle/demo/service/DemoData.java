package fr.halle.demo.service;

import fr.halle.identity.service.Accounts;
import fr.halle.notification.service.Wakeups;
import fr.halle.shared.model.Environment;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Loads the demo once, in one transaction, when {@code halle.demo} is true and the database has no portal yet. One that was loaded
 * by an earlier version gets the sign-ins it lacks, and is left alone otherwise.
 */
@Singleton
@Startup
@DependsOn("Database")
public class DemoData {

    private static final Logger LOG = System.getLogger(DemoData.class.getName());

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @EJB
    private Accounts accounts;

    @Inject
    private DemoQuotes quotes;

    /** What hears of this bean's commit is made with it: afterwards nothing of the server's could be injected into it. */
    @Inject
    void isHeardBy(Wakeups wakeups) {
        LOG.log(Level.DEBUG, "Messages of the demo wake {0}", wakeups);
    }

    @PostConstruct
    void load() {
        if (!Boolean.parseBoolean(Environment.setting("halle.demo", "false"))) {
            return;
        }
        if (sql.number("select count(*) from portal") > 0) {
            Set<String> added = new DemoAccounts(sql, ids::next, clock.instant(), accounts::create).addMissing();
            LOG.log(Level.INFO, "The demo was there; sign-ins added: {0}", added);
            requests();
            return;
        }
        long begun = System.nanoTime();
        new DemoLoader(sql, ids::next, clock.instant()).load();
        long loaded = System.nanoTime();
        new DemoAccounts(sql, ids::next, clock.instant(), accounts::create).create();
        requests();
        LOG.log(
                Level.INFO,
                "Demo loaded in {0} ms, sign-ins in {1} ms",
                millis(begun, loaded),
                millis(loaded, System.nanoTime()));
    }

    private void requests() {
        if (new DemoRequests(sql, ids::next, clock.instant()).load()) {
            quotes.write(DemoFiles.requests(DemoRequests.PORTAL));
        }
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
