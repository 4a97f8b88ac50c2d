package fr.halle.shared.service;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens nobody can guess, and what of them is looked up: a hash, so that an index never holds a secret. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final int LETTERS_AND_DIGITS = 32;
    private static final int MOST_DIGITS = 26;

    private Secrets() {}

    /** 128 random bits, as 22 characters that need no escaping in an address. */
    public static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The same as 26 small letters and digits, for where upper and lower case do not differ: the address of a mail. */
    public static String lowerCaseToken() {
        String bits = new BigInteger(TOKEN_BYTES * Byte.SIZE, RANDOM).toString(LETTERS_AND_DIGITS);
        return "0".repeat(MOST_DIGITS - bits.length()) + bits;
    }

    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The hash as lower-case hexadecimal digits. */
    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** Compared in a time that says nothing about where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(sha256(one), sha256(other));
    }
}
