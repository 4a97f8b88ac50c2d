package fr.halle.identity.service;

import fr.halle.identity.model.NewAccount;
import fr.halle.identity.model.UserAccount;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.SqlFailure;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and signing in. An unknown login, a wrong password and a locked account are answered alike, in the same time: nobody
 * learns from the answer which accounts exist. Five failures lock the account for a minute, and each further one for twice as
 * long, up to an hour.
 */
@Stateless
public class Accounts {

    static final int FREE_FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);
    private static final int LONGEST_PASSWORD = 200;

    /** Checked in place of the hash of an account that does not exist, so that both answers take as long. */
    private static final String NOBODYS = PasswordHash.of("nobody has this password");

    static final String COLUMNS = "id, login, email, name, role, portal_id, merchant_id, language";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    /**
     * Somebody who may sign in at once, as an installation is set up.
     *
     * @throws LoginTaken when somebody has the login already, in any case
     */
    public long create(NewAccount account) {
        return insert(account, clock.instant());
    }

    /**
     * Somebody who is invited to work for a merchant: no password opens the account until one is chosen.
     *
     * @throws LoginTaken when somebody has the login already, in any case
     */
    public long invite(String name, String login, Role role, long portalId, long merchantId, String language) {
        return insert(new NewAccount(login, login, name, Secrets.token(), role, portalId, merchantId, language), null);
    }

    private long insert(NewAccount account, @Nullable Instant joinedAt) {
        long id = ids.next();
        try {
            sql.update(
                    "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, language,"
                            + " joined_at) values (?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?, ?::timestamptz)",
                    id,
                    account.login().strip().toLowerCase(Locale.ROOT),
                    account.email(),
                    account.name(),
                    PasswordHash.of(account.password()),
                    account.role(),
                    account.portalId(),
                    account.merchantId(),
                    account.language(),
                    joinedAt);
        } catch (SqlFailure e) {
            if (e.isUniqueViolation()) {
                throw new LoginTaken();
            }
            throw e;
        }
        return id;
    }

    /** Whoever this login and password belong to; empty for every reason alike. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<UserAccount> signIn(String login, String password) {
        Optional<UserAccount> found = sql.one(
                "select " + COLUMNS + " from user_account where lower(login) = ? and active",
                Accounts::account,
                login.strip().toLowerCase(Locale.ROOT));
        boolean right = check(found.map(UserAccount::id).orElse(null), password);
        if (!right) {
            found.ifPresent(account -> audit.write(account.actor(), "sign_in_failed", "user " + account.id(), ""));
            return Optional.empty();
        }
        found.ifPresent(account -> audit.write(account.actor(), "sign_in", "user " + account.id(), ""));
        return found;
    }

    /** Asks again who is there, before an IBAN changes (ASVS 7.5.1); a wrong answer counts as a failed sign-in. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isPasswordOf(long userId, String password) {
        return check(userId, password);
    }

    public Optional<UserAccount> byId(long id) {
        return sql.one("select " + COLUMNS + " from user_account where id = ? and active", Accounts::account, id);
    }

    /** @param passwordNo which of its passwords the account has now: a session that began under another one is over */
    public record StillIn(UserAccount account, int passwordNo) {}

    /** Whoever may go on in a session that was opened: asked in every request. Empty once the account is closed, or locked after too many guesses. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<StillIn> stillIn(long id) {
        return sql.one(
                "select " + COLUMNS
                        + ", password_no from user_account where id = ? and active and (locked_until is null or locked_until <= ?)",
                row -> new StillIn(account(row), row.integer("password_no")),
                id,
                clock.instant());
    }

    /**
     * Sets a password whose owner proved to be who it is, and unlocks the account.
     *
     * @return which of its passwords it is
     */
    public int setPassword(long id, String password) {
        return sql.one(
                        "update user_account set password_hash = ?, password_no = password_no + 1, failed_sign_ins = 0,"
                                + " locked_until = null, joined_at = coalesce(joined_at, ?), version = version + 1"
                                + " where id = ? and active returning password_no",
                        row -> row.integer("password_no"),
                        PasswordHash.of(password),
                        clock.instant(),
                        id)
                .orElseThrow(() -> new IllegalArgumentException("No open account " + id));
    }

    public Optional<UserAccount> byLogin(String login) {
        return sql.one(
                "select " + COLUMNS + " from user_account where lower(login) = ? and active",
                Accounts::account,
                login.strip().toLowerCase(Locale.ROOT));
    }

    /** The sign-ins that the demo's page offers; empty unless the caller runs the demo. */
    public List<UserAccount> all(int most) {
        return sql.list(
                "select " + COLUMNS + " from user_account where active order by role desc, portal_id, login limit ?",
                Accounts::account,
                most);
    }

    /** The language somebody's mails and pages are in, and where it is its merchant's owner, the merchant's mails. */
    public void chooseLanguage(Actor actor, String language) {
        sql.update("update user_account set language = ?, version = version + 1 where id = ?", language, actor.id());
        audit.write(actor, "language_chosen", "user " + actor.id(), language);
    }

    private boolean check(@Nullable Long userId, String password) {
        boolean readable = password.length() <= LONGEST_PASSWORD;
        String tried = readable ? password : "";
        Optional<String> stored = userId == null ? Optional.empty() : openAttempt(userId);
        boolean right = PasswordHash.matches(tried, stored.orElse(NOBODYS)) && stored.isPresent() && readable;
        if (right) {
            sql.update(
                    "update user_account set failed_sign_ins = 0, locked_until = null, last_sign_in_at = ? where id = ?",
                    clock.instant(),
                    userId);
        }
        return right;
    }

    /**
     * Counts the attempt as failed before it is tried, in one statement, so that a hundred guesses at once are no more than five; a
     * right password sets the count back. Empty while the account is locked.
     */
    private Optional<String> openAttempt(long userId) {
        Instant now = clock.instant();
        return sql.one(
                "update user_account set failed_sign_ins = failed_sign_ins + 1, locked_until = case when failed_sign_ins + 1 >= ?"
                        + " then ?::timestamptz + least(? * interval '1 second' * power(2, least(failed_sign_ins + 1 - ?, 20)),"
                        + " ? * interval '1 second') end"
                        + " where id = ? and active and (locked_until is null or locked_until <= ?) returning password_hash",
                row -> row.text("password_hash"),
                FREE_FAILURES,
                now,
                FIRST_LOCK.toSeconds(),
                FREE_FAILURES,
                LONGEST_LOCK.toSeconds(),
                userId,
                now);
    }

    static UserAccount account(Row row) throws SQLException {
        return new UserAccount(
                row.number("id"),
                row.text("login"),
                row.text("email"),
                row.text("name"),
                row.constant("role", Role.class),
                row.numberOrNull("portal_id"),
                row.numberOrNull("merchant_id"),
                row.text("language"));
    }
}
