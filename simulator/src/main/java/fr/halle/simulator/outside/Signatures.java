package fr.halle.simulator.outside;

import fr.halle.simulator.store.Settings;
import fr.halle.simulator.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who is calling: known, on time, unchanged on the way, and for the first time. */
final class Signatures {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";
    private static final int UNAUTHORISED = 401;

    private final Store store;
    private final Clock clock;

    Signatures(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the account that signed @throws OutsideRefusal 401 */
    String check(OutsideCall call) {
        String account = call.header("halle-key");
        String key = account.matches("[a-z0-9._-]{1,80}") ? Settings.outsideKey(account) : "";
        must(!key.isEmpty(), "key-unknown", "The key is unknown.");
        must(isOnTime(call.header("halle-timestamp")), "clock-skew", "The time is more than five minutes off.");
        String nonce = call.header("halle-nonce");
        must(nonce.matches("[A-Za-z0-9_-]{16,64}"), "nonce-missing", "A number used once is expected.");
        byte[] expected = sign(key, call).getBytes(StandardCharsets.UTF_8);
        byte[] given = call.header("halle-signature").getBytes(StandardCharsets.UTF_8);
        must(MessageDigest.isEqual(expected, given), "signature-wrong", "The signature is not of this call.");
        must(isNew(account + " " + nonce), "replayed", "This call was made before.");
        return account;
    }

    private boolean isOnTime(String seconds) {
        if (!seconds.matches("[0-9]{9,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(at, clock.instant()).abs().compareTo(SKEW) <= 0;
    }

    private boolean isNew(String nonce) {
        return store.inTransaction(tx -> {
            tx.execute(
                    "delete from simulator.outside_nonce where at < ?", tx.now().minus(SKEW.multipliedBy(2)));
            return tx.execute(
                            "insert into simulator.outside_nonce (nonce, at) values (?,?) on conflict do nothing",
                            nonce,
                            tx.now())
                    == 1;
        });
    }

    private static void must(boolean holds, String type, String title) {
        if (!holds) {
            throw new OutsideRefusal(UNAUTHORISED, type, title);
        }
    }

    private static String sign(String key, OutsideCall call) {
        String text = String.join(
                "\n",
                call.method(),
                call.target(),
                call.header("halle-timestamp"),
                call.header("halle-nonce"),
                sha256(call.body()));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
