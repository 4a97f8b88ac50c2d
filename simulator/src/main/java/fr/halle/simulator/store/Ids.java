package fr.halle.simulator.store;

import java.security.SecureRandom;
import java.time.Instant;

/** Identifiers and tokens in Crockford's base 32: ids begin with the time so that they sort, and end in 80 random bits. */
public final class Ids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_LETTERS = 10;
    private static final int RANDOM_LETTERS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next(Kind kind, Instant now) {
        char[] letters = new char[TIME_LETTERS];
        long rest = now.toEpochMilli();
        for (int i = TIME_LETTERS - 1; i >= 0; i--) {
            letters[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
        return kind.prefix() + new String(letters) + random(RANDOM_LETTERS);
    }

    /** A secret of 130 random bits, for the address of a card page. */
    public static String secret() {
        return random(26);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = ALPHABET[bytes[i] & 31];
        }
        return new String(letters);
    }
}
