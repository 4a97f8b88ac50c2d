package fr.halle.demo.service;

import fr.halle.shared.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who can sign in to the demo, all with the same password; and one token of the API, as openly known as the password. */
record AccountsFile(String password, List<Account> accounts, Token token) {

    /**
     * @param portal null for the operator of all of them
     * @param merchant the merchant's slug, null for an operator
     */
    record Account(
            String login,
            String name,
            Role role,
            @Nullable String portal,
            @Nullable String merchant,
            String language) {}

    /** @param login whose token it is */
    record Token(String login, String label, String token) {}
}
