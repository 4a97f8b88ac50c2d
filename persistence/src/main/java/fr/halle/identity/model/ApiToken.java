package fr.halle.identity.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token of the API as its owner sees it again: never the token itself, which is shown once. */
public record ApiToken(
        long id,
        String label,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean isUsable(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
