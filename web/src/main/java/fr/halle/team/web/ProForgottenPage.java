package fr.halle.team.web;

import fr.halle.shared.web.CurrentPortal;
import fr.halle.team.service.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Mot de passe oublié: whatever is typed is answered alike, and in the same time. */
@Named
@RequestScoped
public class ProForgottenPage {

    private static final int LONGEST = 254;

    @Inject
    private Passwords passwords;

    @Inject
    private CurrentPortal portal;

    private String login = "";
    private boolean asked;

    public void ask() {
        String typed = login.strip();
        if (!typed.isEmpty() && typed.length() <= LONGEST) {
            passwords.forgotten(typed, portal.isKnown() ? portal.getId() : null);
        }
        asked = true;
    }

    public boolean isAsked() {
        return asked;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String typed) {
        login = typed == null ? "" : typed;
    }
}
