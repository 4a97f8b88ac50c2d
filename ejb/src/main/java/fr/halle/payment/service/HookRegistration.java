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
 * Tells the provider where to call. In the demo at every start, a few seconds later, since the simulator starts beside us; in
 * production where {@code halle.provider.hookSecret} is set, since the address holds it.
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

    @Inject
    private MangopayProvider provider;

    @Resource
    private ManagedScheduledExecutorService executor;

    private int tries;

    /** Whether a call came by the address that only the provider was told. */
    public static boolean isSecret(String given) {
        return Secrets.same(SECRET, given);
    }

    @PostConstruct
    void plan() {
        boolean demo = Boolean.parseBoolean(Environment.setting("halle.demo", "false"));
        if (demo || !SET.isEmpty()) {
            executor.schedule(this::register, FIRST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void register() {
        String base = Environment.setting(
                "halle.provider.noticeBase", "http://localhost:" + Environment.setting("halle.port", "8080"));
        ProviderAnswer<Integer> answer = provider.ensureHooks(base + "/payment/notice/" + SECRET);
        tries++;
        if (answer instanceof Success<Integer> success) {
            LOG.log(Level.INFO, "The provider calls us: {0} hooks made or renewed", success.value());
        } else if (tries < TRIES) {
            executor.schedule(this::register, NEXT_SECONDS, TimeUnit.SECONDS);
        } else {
            LOG.log(Level.WARNING, "The provider was not told where to call: payments wait for the clock");
        }
    }
}
