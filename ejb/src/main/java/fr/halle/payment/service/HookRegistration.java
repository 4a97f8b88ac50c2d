package fr.halle.payment.service;

import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.shared.model.Environment;
import fr.halle.shared.service.Secrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the provider where to call, and asks it what it called about while nobody was there. A few seconds after the start, since the
 * demo's simulator starts beside us, and every ten minutes. Outside the demo no address is given where {@code halle.provider.hookSecret}
 * is not set, since the address holds it.
 */
@Singleton
@Startup
@DependsOn("Database")
public class HookRegistration {

    private static final Logger LOG = Logger.getLogger(HookRegistration.class.getName());
    private static final String SET = Environment.setting("halle.provider.hookSecret", "");

    /** A demo that sets none has another at each start. */
    private static final String SECRET = SET.isEmpty() ? Secrets.token() : SET;

    private static final int FIRST_SECONDS = 3;
    private static final int NEXT_SECONDS = 5;
    private static final int TRIES = 60;
    private static final int WATCH_MINUTES = 10;

    @Inject
    private MangopayProvider provider;

    @Inject
    private MissedNotices missed;

    @Resource
    private ManagedScheduledExecutorService executor;

    private int tries;

    /** Whether a call came by the address that only the provider was told. */
    public static boolean isSecret(String given) {
        return Secrets.same(SECRET, given);
    }

    @PostConstruct
    void plan() {
        executor.schedule(this::watch, FIRST_SECONDS, TimeUnit.SECONDS);
    }

    /** Again and again: the provider gives up an address that found us away for too long. */
    private void watch() {
        boolean soon = false;
        try {
            soon = !isKnown();
            missed.look();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The provider's events were not looked through", e);
        } finally {
            executor.schedule(this::watch, soon ? NEXT_SECONDS : WATCH_MINUTES * 60, TimeUnit.SECONDS);
        }
    }

    /** Whether the provider knows where to call, or it is of no use to try again at once. */
    private boolean isKnown() {
        boolean demo = Boolean.parseBoolean(Environment.setting("halle.demo", "false"));
        if (!demo && SET.isEmpty()) {
            return true;
        }
        String base = Environment.setting(
                "halle.provider.noticeBase", "http://localhost:" + Environment.setting("halle.port", "8080"));
        ProviderAnswer<Integer> answer = provider.ensureHooks(base + "/payment/notice/" + SECRET);
        tries++;
        if (answer instanceof Success<Integer> success) {
            if (success.value() > 0) {
                LOG.log(Level.INFO, "The provider calls us: {0} hooks made or renewed", success.value());
            }
            tries = 0;
            return true;
        }
        if (tries % TRIES == 0) {
            LOG.log(Level.WARNING, "The provider was not told where to call: payments wait for the clock");
        }
        return tries >= TRIES;
    }
}
