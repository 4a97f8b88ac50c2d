package fr.halle.identity.web;

import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The back office asks who is there on a page of its own, then goes on to what was asked for. */
@LoginToContinue(loginPage = "/pro/sign-in", errorPage = "", useForwardToLogin = false)
@StaysSignedIn
@Service
public class SignIns implements HttpAuthenticationMechanism {

    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential typed = context.getAuthParameters().getCredential();
        return typed == null ? context.doNothing() : context.notifyContainerAboutLogin(stores.validate(typed));
    }
}
