package fr.halle.identity.service;

import fr.halle.identity.model.KeyPurpose;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Keys that open an account without its password, once, by mail. A key is made in two steps: asked for, and given its secret when the
 * mail is written, so that the secret is in that mail and nowhere else; the database keeps its SHA-256.
 */
@Service
public class AccountKeys {

    private static final int LONGEST = 100;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    /** Whom a key opens, for the page that asks for a new password. */
    public record Opening(long userId, String login, String name, KeyPurpose purpose) {

        static Opening of(Row row) throws SQLException {
            return new Opening(
                    row.number("user_id"),
                    row.text("login"),
                    row.text("name"),
                    row.constant("purpose", KeyPurpose.class));
        }
    }

    /** The last key that somebody asked for is the only one: earlier ones no longer open. @return its id */
    public long ask(long userId, KeyPurpose purpose) {
        Instant now = clock.instant();
        close(userId);
        long id = ids.next();
        sql.update(
                "insert into account_key (id, user_id, purpose, created_at, expires_at) values (?, ?, ?, ?, ?)",
                id,
                userId,
                purpose,
                now,
                now.plus(purpose.life()));
        return id;
    }

    /** No key of this account opens any more. */
    public void close(long userId) {
        sql.update("update account_key set used_at = ? where user_id = ? and used_at is null", clock.instant(), userId);
    }

    /** How many were asked for since then: an inbox is not to be filled by strangers. */
    public long askedSince(long userId, Instant since) {
        return sql.number("select count(*) from account_key where user_id = ? and created_at > ?", userId, since);
    }

    /**
     * A new secret for the mail that is being written; an earlier mail of the same key no longer opens.
     *
     * @return empty when the key was used, closed, or is too old
     */
    public Optional<String> secretOf(long keyId) {
        String secret = Secrets.token();
        int open = sql.update(
                "update account_key set secret_hash = ? where id = ? and used_at is null and expires_at > ?",
                Secrets.sha256(secret),
                keyId,
                clock.instant());
        return open == 0 ? Optional.empty() : Optional.of(secret);
    }

    /** Whom it opens, if it still does. */
    public Optional<Opening> look(String secret) {
        return secret.length() > LONGEST
                ? Optional.empty()
                : sql.one(
                        "select k.user_id, u.login, u.name, k.purpose from account_key k join user_account u on u.id = k.user_id"
                                + " where k.secret_hash = ? and k.used_at is null and k.expires_at > ? and u.active",
                        Opening::of,
                        Secrets.sha256(secret),
                        clock.instant());
    }

    /** Uses it up: of two who try it at once, one does. */
    public Optional<Opening> use(String secret) {
        return secret.length() > LONGEST
                ? Optional.empty()
                : sql.one(
                        "update account_key k set used_at = ? from user_account u where u.id = k.user_id and k.secret_hash = ?"
                                + " and k.used_at is null and k.expires_at > ? and u.active"
                                + " returning k.user_id, u.login, u.name, k.purpose",
                        Opening::of,
                        clock.instant(),
                        Secrets.sha256(secret),
                        clock.instant());
    }
}
