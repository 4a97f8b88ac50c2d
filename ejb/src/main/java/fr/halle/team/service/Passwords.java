package fr.halle.team.service;

import fr.halle.identity.model.KeyPurpose;
import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.AccountKeys;
import fr.halle.identity.service.AccountKeys.Opening;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords as their owners choose, change and forget them. Whoever has an open session elsewhere is asked for the new one there. */
@Stateless
public class Passwords {

    /** Of one account in an hour; further askings are answered alike, and nothing is sent. */
    static final int MOST_FORGOTTEN = 3;

    private static final Duration HOUR = Duration.ofHours(1);

    @EJB
    private Accounts accounts;

    @Inject
    private AccountKeys keys;

    @Inject
    private AccountMails mails;

    @Inject
    private Audit audit;

    @Inject
    private HalleClock clock;

    /**
     * Changes one's own password.
     *
     * @param current asked again, since a screen may be left open (ASVS 7.5.1)
     * @return which of the account's passwords it is, for the session that stays
     * @throws PasswordRefused when the current one is wrong, or the new one may not be
     */
    public int change(Actor actor, String current, String wanted) {
        UserAccount account = accounts.byId(actor.id()).orElseThrow(KeyClosed::new);
        PasswordRules.check("wanted", wanted, account.login());
        if (wanted.equals(current)) {
            throw new PasswordRefused("wanted", PasswordRefused.DIFFERENT);
        }
        if (!accounts.isPasswordOf(actor.id(), current)) {
            throw new PasswordRefused("current", PasswordRefused.WRONG);
        }
        int number = accounts.setPassword(actor.id(), wanted);
        keys.close(actor.id());
        audit.write(actor, "password_changed", "user " + actor.id(), "");
        mails.tell(NotificationEvent.PASSWORD_CHANGED, account, null, null);
        return number;
    }

    /**
     * Sends a link to whoever signs in with {@code login}, if anybody does. The caller is answered before this begins, so that neither
     * the answer nor its time says whether the account exists.
     */
    @Asynchronous
    public void forgotten(String login, @Nullable Long portalId) {
        Optional<UserAccount> found = accounts.byLogin(login);
        if (found.isEmpty() || keys.askedSince(found.get().id(), clock.instant().minus(HOUR)) >= MOST_FORGOTTEN) {
            return;
        }
        UserAccount account = found.get();
        long key = keys.ask(account.id(), KeyPurpose.FORGOTTEN);
        audit.write(account.actor(), "password_forgotten", "user " + account.id(), "");
        mails.tell(NotificationEvent.PASSWORD_FORGOTTEN, account, key, portalId);
    }

    /** Whom the link of a mail opens; empty when it no longer does. */
    public Optional<Opening> opening(String secret) {
        return keys.look(secret);
    }

    /**
     * Chooses a password by the link of a mail, which is used up by it.
     *
     * @throws KeyClosed when the link was used, is too old, or never was
     * @throws PasswordRefused when the password may not be; the link still opens then
     */
    public void choose(String secret, String wanted) {
        Opening seen = opening(secret).orElseThrow(KeyClosed::new);
        PasswordRules.check("wanted", wanted, seen.login());
        Opening opening = keys.use(secret).orElseThrow(KeyClosed::new);
        UserAccount account = accounts.byId(opening.userId()).orElseThrow(KeyClosed::new);
        accounts.setPassword(account.id(), wanted);
        keys.close(account.id());
        if (opening.purpose() == KeyPurpose.INVITATION) {
            audit.write(
                    account.actor(),
                    "invitation_accepted",
                    "user " + account.id(),
                    account.role().name());
        } else {
            audit.write(account.actor(), "password_chosen_anew", "user " + account.id(), "");
            mails.tell(NotificationEvent.PASSWORD_CHANGED, account, null, null);
        }
    }
}
