package fr.halle.shared.service;

import fr.halle.shared.model.Environment;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must be read again by us and by nobody who has a copy of the database: AES-256-GCM under {@code halle.vault.key}. Where that
 * is not set the key is made of the database's own seal, and only who has a part of the database is kept out.
 */
@Service
public class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Seals seals;

    /** @param whose what is sealed for one opens for no other */
    public byte[] seal(byte[] secret, String whose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, whose);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed for another, or under another key */
    public byte[] open(byte[] sealed, String whose) {
        ByteBuffer read = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        read.get(nonce);
        byte[] rest = new byte[read.remaining()];
        read.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, whose);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String whose) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot be opened: sealed for another, or under another halle.vault.key", e);
        }
    }

    private byte[] key() {
        String given = Environment.setting("halle.vault.key", "");
        if (given.isEmpty()) {
            return Secrets.sha256(seals.of("vault"));
        }
        if (given.length() < SHORTEST_KEY) {
            throw new IllegalStateException("halle.vault.key needs " + SHORTEST_KEY + " characters at least");
        }
        return Secrets.sha256(given);
    }
}
