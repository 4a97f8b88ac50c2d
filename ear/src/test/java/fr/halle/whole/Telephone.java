package fr.halle.whole;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's telephone with an authenticator app, which was told a secret. Its clock is fast where a code was just used. */
final class Telephone {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_MS = 30_000;

    private final byte[] secret;
    private long used;

    /** @param secret as the page writes it */
    Telephone(String secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int kept = 0;
        int bits = 0;
        for (char letter : secret.replace(" ", "").strip().toCharArray()) {
            kept = kept << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(kept >> bits);
            }
        }
        this.secret = bytes.toByteArray();
    }

    /** One that was not used yet. */
    String code() {
        Await.until(Duration.ofMinutes(2), "another code", () -> used <= now());
        used = Math.max(used + 1, now());
        return at(used);
    }

    /** The one that was just used. */
    String sameCode() {
        return at(used);
    }

    private static long now() {
        return System.currentTimeMillis() / STEP_MS;
    }

    private String at(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
