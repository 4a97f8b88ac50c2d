package fr.halle.identity.model;

import fr.halle.shared.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param password in clear, only on its way to be hashed; this record is never logged
 */
public record NewAccount(
        String login,
        String email,
        String name,
        String password,
        Role role,
        @Nullable Long portalId,
        @Nullable Long merchantId,
        String language) {

    /** Without the password, whoever prints it. */
    @Override
    public String toString() {
        return "NewAccount[" + login + ", " + role + "]";
    }
}
