package fr.halle.outside.service;

import fr.halle.shared.service.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over what must not be changed on the way: the method, the address, when, the once-only number, the body's hash. */
final class OutsideSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private OutsideSignature() {}

    /** @param target the path below the outside system's address, with its query @param nonce never the same twice */
    static String of(String key, String method, String target, long epochSecond, String nonce, String body) {
        String text = String.join("\n", method, target, Long.toString(epochSecond), nonce, Secrets.sha256Hex(body));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
