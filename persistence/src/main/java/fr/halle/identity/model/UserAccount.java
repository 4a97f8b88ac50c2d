package fr.halle.identity.model;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in. Read at every request of the API and once per session of the pages.
 *
 * @param portalId the portal an operator runs, null for all of them; a merchant's own portal otherwise
 * @param merchantId whom somebody of a merchant's works for, null for an operator
 */
public record UserAccount(
        long id,
        String login,
        String email,
        String name,
        Role role,
        @Nullable Long portalId,
        @Nullable Long merchantId,
        String language) {

    /** Who acts when this person does something: whoever works for a merchant acts for it, as far as the role allows. */
    public Actor actor() {
        return switch (role) {
            case OWNER, ORDER_DESK, READER, SECRETARY ->
                Actor.merchant(id, name, Objects.requireNonNull(merchantId), role);
            case OPERATOR -> Actor.operator(id, name);
        };
    }
}
