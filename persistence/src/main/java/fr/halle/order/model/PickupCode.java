package fr.halle.order.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a customer shows when collecting a part, so that its merchant can complete it (K17): six letters that are not taken for one
 * another, made of the order's private token and the part's number. So it needs no place of its own, belongs to one part alone, and
 * can be worked out by nobody who has not the token, its merchant least of all.
 */
public final class PickupCode {

    /** No vowels, which would make words, and nothing that looks like a figure or like another letter. */
    private static final String LETTERS = "BCDFGHJKMNPRSTWXZ";

    private static final int LENGTH = 6;
    private static final String ALGORITHM = "HmacSHA256";

    private final String letters;

    private PickupCode(String letters) {
        this.letters = letters;
    }

    /**
     * @param token the order's
     * @param part its number, EP-00042-001
     */
    public static PickupCode of(String token, String part) {
        BigInteger rest = new BigInteger(1, mac(token, "pickup:" + part));
        BigInteger base = BigInteger.valueOf(LETTERS.length());
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] next = rest.divideAndRemainder(base);
            letters.append(LETTERS.charAt(next[1].intValue()));
            rest = next[0];
        }
        return new PickupCode(letters.toString());
    }

    /** As it travels in an address. */
    public String letters() {
        return letters;
    }

    /** As it is read aloud and shown: {@code BCD-FGH}. */
    public String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** Whether this is what was typed, however it was written; in a time that says nothing about where they differ. */
    public boolean is(String typed) {
        return MessageDigest.isEqual(bytes(letters), bytes(plain(typed)));
    }

    /** Without what people put between letters, in capitals. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\p{Z}.·–—_-]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(key), ALGORITHM));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
