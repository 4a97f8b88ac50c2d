package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import jakarta.security.enterprise.credential.Credential;

/** Somebody who has shown all that the sign-in asks: the page made sure of it, the server need not ask again. */
record Proven(UserAccount account) implements Credential {}
