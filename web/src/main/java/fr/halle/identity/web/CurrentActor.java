package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Role;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting in this request: whoever signed in to the pages, or the owner of the API's token. Read from the database each time,
 * so that an account that is closed stops at once. The account stays with the request: a bean of each request's own is dear to make.
 */
@Named("actor")
@Service
public class CurrentActor {

    private static final String KEPT = CurrentActor.class.getName();

    @Inject
    private HttpServletRequest request;

    @Inject
    private SecurityContext security;

    @Inject
    private Accounts accounts;

    /** For the API, whose callers show a token. */
    public void set(UserAccount owner) {
        request.setAttribute(KEPT, owner);
    }

    /** @throws NobodyActs when the request is nobody's: a page outside {@code /pro}, or an account closed since */
    public UserAccount account() {
        UserAccount known = kept();
        if (known == null) {
            known = signedIn();
            set(known);
        }
        return known;
    }

    public Actor get() {
        return account().actor();
    }

    public boolean isKnown() {
        return kept() != null || security.getCallerPrincipal() != null;
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

    private @Nullable UserAccount kept() {
        return request.getAttribute(KEPT) instanceof UserAccount account ? account : null;
    }

    private UserAccount signedIn() {
        Principal caller = security.getCallerPrincipal();
        if (caller == null) {
            throw new NobodyActs();
        }
        return accounts.byId(Long.parseLong(caller.getName())).orElseThrow(NobodyActs::new);
    }
}
