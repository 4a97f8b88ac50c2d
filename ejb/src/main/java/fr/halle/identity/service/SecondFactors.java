package fr.halle.identity.service;

import fr.halle.identity.model.IdentitySettings;
import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts.StillIn;
import fr.halle.portal.service.Portals;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Vault;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;

/**
 * A code that changes every 30 seconds, made by somebody's telephone from a secret that we share with it, and ten recovery codes for the
 * day it is gone. Each opens once; five wrong ones lock the codes, not the account, as {@link Guesses} says, so that who has stolen a
 * password can neither guess on nor sign its owner out (docs/decisions/2026-11-23-a-second-factor.md).
 */
@Stateless
public class SecondFactors {

    static final int RECOVERY_CODES = 10;
    /** Long enough to install an app; a page that somebody left, or opened at a screen that was, is no way in for whoever comes later. */
    static final Duration TO_CONFIRM = Duration.ofMinutes(10);
    /** 120 bits: what random can be kept as a plain hash (ASVS 6.5.2). */
    private static final int RECOVERY_BYTES = 15;

    private static final int LONGEST = 100;
    private static final String GROUPS = "(?<=\\G.{4})(?=.)";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Vault vault;

    @EJB
    private Accounts accounts;

    @Inject
    private Audit audit;

    @Inject
    private Portals portals;

    /** @param since when its first code was right */
    public record Kept(Instant since, int recoveryCodesLeft) {}

    private record Secret(byte[] sealed, long lastStep) {

        static Secret of(Row row) throws SQLException {
            return new Secret(row.bytes("sealed"), row.number("last_step"));
        }
    }

    /** The one in force. */
    public Optional<Kept> of(long userId) {
        return sql.one(
                "select confirmed_at, (select count(*) from recovery_code c where c.user_id = f.user_id and c.used_at is null) as codes"
                        + " from second_factor f where user_id = ? and confirmed_at is not null",
                row -> new Kept(row.instant("confirmed_at"), row.integer("codes")),
                userId);
    }

    public boolean isOn(long userId) {
        return of(userId).isPresent();
    }

    /** Whether the portal of the account demands one of its role; of who runs all portals, whether any of them does. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isWantedOf(UserAccount account) {
        Long own = account.portalId();
        return portals.all().stream()
                .filter(portal -> own == null || portal.id() == own)
                .anyMatch(portal ->
                        portal.settings().get(IdentitySettings.SECOND_FACTOR).isFor(account.role()));
    }

    /** Whether the account must have one and has none: who need not have one costs no statement. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isMissing(UserAccount account) {
        return isWantedOf(account) && !isOn(account.id());
    }

    /** The second step at the door, within the life of the password that was right at the first. Empty for every reason alike. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<UserAccount> signIn(long userId, int passwordNo, String code) {
        Optional<UserAccount> account = accounts.stillIn(userId)
                .filter(known -> known.passwordNo() == passwordNo)
                .map(StillIn::account);
        if (account.isEmpty()) {
            return account;
        }
        if (!isCodeOf(userId, code)) {
            audit.write(account.get().actor(), "sign_in_code_failed", "user " + userId, "");
            return Optional.empty();
        }
        accounts.enter(account.get());
        return account;
    }

    /** Whether it is the app's code of now, give or take 30 seconds, or a recovery code; it is used up by this. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isCodeOf(long userId, String code) {
        Optional<Secret> secret =
                Guesses.count(sql, clock.instant(), Guesses.Which.CODE, userId, "sealed, last_step", Secret::of);
        if (secret.isEmpty() || code.length() > LONGEST) {
            return false;
        }
        String typed = plain(code);
        boolean right =
                typed.length() == Totp.DIGITS ? useStep(userId, secret.get(), typed) : useRecoveryCode(userId, typed);
        if (right) {
            sql.update("update second_factor set failed_sign_ins = 0, locked_until = null where user_id = ?", userId);
        }
        return right;
    }

    /** Makes a secret that opens nothing until {@link #confirm}, for which there are {@link #TO_CONFIRM}. One that is in force stays. */
    public void begin(long userId) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        sql.update(
                "insert into second_factor (user_id, sealed, begun_at) values (?, ?, ?) on conflict (user_id) do update"
                        + " set sealed = excluded.sealed, begun_at = excluded.begun_at where second_factor.confirmed_at is null",
                userId,
                vault.seal(secret, whose(userId)),
                clock.instant());
    }

    /** The secret that was begun, as an app wants it typed; empty where none was, too long ago, or it is in force and never shown again. */
    public Optional<String> begun(long userId) {
        return unconfirmed(userId).map(secret -> Base32.toBase32String(vault.open(secret.sealed(), whose(userId))));
    }

    /**
     * Puts what was begun in force, where the app shows the right code. Every session but the one that is told ends.
     *
     * @return the recovery codes, to be shown once; empty where the code is not right
     */
    public List<String> confirm(long userId, String code) {
        Optional<Secret> secret = unconfirmed(userId);
        OptionalLong step = secret.isEmpty() ? OptionalLong.empty() : step(userId, secret.get(), plain(code));
        if (step.isEmpty()
                || sql.update(
                                "update second_factor set confirmed_at = ?, last_step = ? where user_id = ? and confirmed_at is null",
                                clock.instant(),
                                step.getAsLong(),
                                userId)
                        == 0) {
            return List.of();
        }
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        sql.batch(
                "insert into recovery_code (user_id, code_hash) values (?, ?)",
                codes.stream()
                        .map(one -> new Object[] {userId, Secrets.sha256(plain(one))})
                        .toList());
        return codes;
    }

    /** The account's password is enough again. @return whether there was one in force */
    public boolean remove(long userId) {
        return sql.update("delete from second_factor where user_id = ? and confirmed_at is not null", userId) > 0;
    }

    private Optional<Secret> unconfirmed(long userId) {
        return sql.one(
                "select sealed, last_step from second_factor where user_id = ? and confirmed_at is null and begun_at > ?",
                Secret::of,
                userId,
                clock.instant().minus(TO_CONFIRM));
    }

    private OptionalLong step(long userId, Secret secret, String typed) {
        return Totp.stepOf(vault.open(secret.sealed(), whose(userId)), typed, clock.ofTheMachine(), secret.lastStep());
    }

    /** Of two who try the same code at once, one is let in. */
    private boolean useStep(long userId, Secret secret, String typed) {
        OptionalLong step = step(userId, secret, typed);
        return step.isPresent()
                && sql.update(
                                "update second_factor set last_step = ? where user_id = ? and last_step < ?",
                                step.getAsLong(),
                                userId,
                                step.getAsLong())
                        > 0;
    }

    private boolean useRecoveryCode(long userId, String typed) {
        return sql.update(
                        "update recovery_code set used_at = ? where user_id = ? and code_hash = ? and used_at is null",
                        clock.instant(),
                        userId,
                        Secrets.sha256(typed))
                > 0;
    }

    private static String recoveryCode() {
        byte[] random = new byte[RECOVERY_BYTES];
        RANDOM.nextBytes(random);
        return String.join("-", Base32.toBase32String(random).split(GROUPS));
    }

    /** As it is compared, however it was typed. */
    private static String plain(String code) {
        return code.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }

    private static String whose(long userId) {
        return "second factor of " + userId;
    }
}
