package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting in this request: whoever signed in to the pages, or the owner of the API's token. Read from the database each time,
 * so that an account that is closed stops at once.
 */
@Named("actor")
@RequestScoped
public class CurrentActor {

    @Inject
    private SecurityContext security;

    @Inject
    private Accounts accounts;

    private @Nullable UserAccount account;

    /** For the API, whose callers show a token. */
    public void set(UserAccount owner) {
        account = owner;
    }

    /** @throws NobodyActs when the request is nobody's: a page outside {@code /pro}, or an account closed since */
    public UserAccount account() {
        UserAccount known = account;
        if (known == null) {
            known = signedIn();
            account = known;
        }
        return known;
    }

    public Actor get() {
        return account().actor();
    }

    public boolean isKnown() {
        return account != null || security.getCallerPrincipal() != null;
    }

    public boolean isOperator() {
        return account().role() == Role.OPERATOR;
    }

    public boolean isMerchant() {
        return account().merchantId() != null;
    }

    /** Whether the page offers it: {@code actor.may('MOVE_ORDERS')}. The use case asks again. */
    public boolean may(String permission) {
        return get().may(Permission.valueOf(permission));
    }

    private UserAccount signedIn() {
        Principal caller = security.getCallerPrincipal();
        if (caller == null) {
            throw new NobodyActs();
        }
        return accounts.byId(Long.parseLong(caller.getName())).orElseThrow(NobodyActs::new);
    }
}
