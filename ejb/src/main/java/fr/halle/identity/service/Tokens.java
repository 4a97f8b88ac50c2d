package fr.halle.identity.service;

import fr.halle.identity.model.ApiToken;
import fr.halle.identity.model.UserAccount;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Bearer tokens of the API. A token is 256 random bits and shown once; the database keeps its SHA-256, which is enough since
 * nothing that random can be guessed from it.
 */
@Stateless
public class Tokens {

    private static final String PREFIX = "halle_";
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    @Inject
    private AskedAgain again;

    /**
     * @param typed looked at where the actor has a second factor: a token is asked for none
     * @return the token, to be shown once
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws NotProven when the actor has a second factor, and the password or the code is wrong
     */
    public String create(Actor actor, String label, Duration life, Proof typed) {
        actor.must(Permission.MAKE_TOKENS);
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("A token lives between a moment and a year, not " + life);
        }
        again.checkWhereSecond(actor, typed);
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        long id = ids.next();
        sql.update(
                "insert into api_token (id, token_hash, user_id, label, created_at, expires_at) values (?, ?, ?, ?, ?, ?)",
                id,
                sha256(token),
                actor.id(),
                label,
                now,
                now.plus(life));
        audit.write(actor, "token_created", "token " + id, label);
        return token;
    }

    /** Whose token this is, if it is still good. Asked before every request of a program: one statement, in no transaction. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<UserAccount> ownerOf(String token) {
        if (!token.startsWith(PREFIX) || token.length() > LONGEST) {
            return Optional.empty();
        }
        return sql.one(
                "select " + Accounts.COLUMNS + " from user_account where active and id = (select user_id from api_token"
                        + " where token_hash = ? and revoked_at is null and expires_at > ?)",
                Accounts::account,
                sha256(token),
                clock.instant());
    }

    public List<ApiToken> of(Actor actor) {
        return sql.list(
                "select id, label, created_at, expires_at, revoked_at from api_token where user_id = ? order by id desc limit 50",
                row -> new ApiToken(
                        row.number("id"),
                        row.text("label"),
                        row.instant("created_at"),
                        row.instant("expires_at"),
                        row.instantOrNull("revoked_at")),
                actor.id());
    }

    /** Another person's token is left alone, as if it did not exist. */
    public void revoke(Actor actor, long tokenId) {
        int revoked = sql.update(
                "update api_token set revoked_at = ? where id = ? and user_id = ? and revoked_at is null",
                clock.instant(),
                tokenId,
                actor.id());
        if (revoked > 0) {
            audit.write(actor, "token_revoked", "token " + tokenId, "");
        }
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
