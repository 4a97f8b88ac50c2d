package fr.halle.team.service;

import fr.halle.shared.model.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a merchant's team, as its owner sees it.
 *
 * @param invitedUntil until when the invitation opens; only while nobody has used it
 */
public record Member(
        long id,
        String name,
        String login,
        Role role,
        Standing standing,
        @Nullable Instant lastSignInAt,
        @Nullable Instant invitedUntil,
        boolean hasSecondFactor) {

    /** How far somebody has come. */
    public enum Standing {
        INVITED,
        ACTIVE,
        CLOSED
    }

    public boolean isInvited() {
        return standing == Standing.INVITED;
    }

    public boolean isClosed() {
        return standing == Standing.CLOSED;
    }
}
