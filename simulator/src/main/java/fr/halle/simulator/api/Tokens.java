package fr.halle.simulator.api;

import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Settings;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens for the client that knows the key. A token carries its end and a signature, so none is stored. */
final class Tokens {

    private static final Duration LIFE = Duration.ofMinutes(20);

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** @param authorization {@code Basic base64(clientId:apiKey)} */
    JsonObject issue(String authorization) {
        String expected = Settings.clientId() + ":" + Settings.apiKey();
        if (!same(expected, basic(authorization))) {
            throw ApiProblem.unauthorized();
        }
        String end = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
        return new Doc()
                .put("access_token", end + "." + sign(end))
                .put("token_type", "bearer")
                .put("expires_in", LIFE.toSeconds())
                .json();
    }

    /** @throws ApiProblem 401 unless it is a token of ours that has not ended */
    void check(String authorization) {
        String[] parts = after("Bearer ", authorization).split("\\.", -1);
        boolean ours = parts.length == 2 && parts[0].matches("[0-9]{1,11}") && same(sign(parts[0]), parts[1]);
        if (!ours || clock.instant().getEpochSecond() >= Long.parseLong(parts[0])) {
            throw ApiProblem.unauthorized();
        }
    }

    private static String basic(String authorization) {
        try {
            byte[] decoded = Base64.getDecoder().decode(after("Basic ", authorization));
            return new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not base 64, so it cannot be the key: refused like any other wrong one.
            return "";
        }
    }

    private static String after(String scheme, String authorization) {
        boolean fits = authorization.regionMatches(true, 0, scheme, 0, scheme.length());
        return fits ? authorization.substring(scheme.length()).strip() : "";
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Settings.apiKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
