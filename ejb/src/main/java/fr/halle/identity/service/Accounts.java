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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and signing in. An unknown login, a wrong password and a locked account are answered alike, in the same time: nobody
 * learns from the answer which accounts exist. {@link Guesses} are counted.
 */
@Stateless
public class Accounts {

    private static final int LONGEST_PASSWORD = 200;

    /** Checked in place of the hash of an account that does not exist, so that both answers take as long. */
    private static final String NOBODYS = PasswordHash.of("nobody has this password");

    static final String COLUMNS = "id, login, email, name, role, portal_id, merchant_id, language";

    private static final String STILL_IN = COLUMNS
            + ", password_no, exists (select 1 from second_factor f where f.user_id = user_account.id and f.confirmed_at is not null)"
            + " as second_factor";

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

    /**
     * Whoever this login and password belong to; empty for every reason alike. Who has a second factor is not in yet: {@link
     * SecondFactors#signIn}.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<StillIn> signIn(String login, String password) {
        Optional<StillIn> found = sql.one(
                "select " + STILL_IN + " from user_account where lower(login) = ? and active",
                Accounts::known,
                login.strip().toLowerCase(Locale.ROOT));
        boolean right = check(found.map(known -> known.account().id()).orElse(null), password);
        if (!right) {
            found.map(StillIn::account)
                    .ifPresent(account -> audit.write(account.actor(), "sign_in_failed", "user " + account.id(), ""));
            return Optional.empty();
        }
        found.filter(known -> !known.hasSecondFactor()).ifPresent(known -> enter(known.account()));
        return found;
    }

    /** Somebody has shown all that is asked at the door. */
    public void enter(UserAccount account) {
        sql.update("update user_account set last_sign_in_at = ? where id = ?", clock.instant(), account.id());
        audit.write(account.actor(), "sign_in", "user " + account.id(), "");
    }

    /** For {@link AskedAgain}; a wrong answer counts as a failed sign-in. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isPasswordOf(long userId, String password) {
        return check(userId, password);
    }

    public Optional<UserAccount> byId(long id) {
        return sql.one("select " + COLUMNS + " from user_account where id = ? and active", Accounts::account, id);
    }

    /**
     * @param passwordNo which of its passwords, or second factors, the account has now: a session that began under another one is over
     * @param hasSecondFactor whether a code is asked for after the password
     */
    public record StillIn(UserAccount account, int passwordNo, boolean hasSecondFactor) {}

    /** Whoever may go on in a session that was opened: asked in every request. Empty once the account is closed, or locked after too many guesses. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<StillIn> stillIn(long id) {
        return sql.one(
                "select " + STILL_IN
                        + " from user_account where id = ? and active and (locked_until is null or locked_until <= ?)",
                Accounts::known,
                id,
                clock.instant());
    }

    /**
     * Ends every session of the account but the one that is told the new number: its second factor is another one now.
     *
     * @return which of its passwords and second factors it is
     */
    public int endSessions(long id) {
        return (int) sql.number(
                "update user_account set password_no = password_no + 1, version = version + 1 where id = ? returning password_no",
                id);
    }

    /**
     * Sets a password whose owner proved to be who it is, and unlocks the account. A second factor that was begun with the one before is over.
     *
     * @return which of its passwords it is
     */
    public int setPassword(long id, String password) {
        sql.update("delete from second_factor where user_id = ? and confirmed_at is null", id);
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
            sql.update("update user_account set failed_sign_ins = 0, locked_until = null where id = ?", userId);
        }
        return right;
    }

    /** Empty while the account is locked. */
    private Optional<String> openAttempt(long userId) {
        return Guesses.count(
                sql,
                clock.instant(),
                Guesses.Which.PASSWORD,
                userId,
                "password_hash",
                row -> row.text("password_hash"));
    }

    private static StillIn known(Row row) throws SQLException {
        return new StillIn(account(row), row.integer("password_no"), row.flag("second_factor"));
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
