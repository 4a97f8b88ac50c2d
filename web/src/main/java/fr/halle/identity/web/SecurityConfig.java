package fr.halle.identity.web;

import fr.halle.shared.model.Service;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** The back office asks who is there on a page of its own, then goes on to what was asked for. */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/pro/sign-in", errorPage = "", useForwardToLogin = false))
@Service
public class SecurityConfig {}
