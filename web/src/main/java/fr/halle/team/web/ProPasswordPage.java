package fr.halle.team.web;

import fr.halle.identity.model.KeyPurpose;
import fr.halle.identity.service.AccountKeys.Opening;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import fr.halle.team.service.KeyClosed;
import fr.halle.team.service.PasswordRefused;
import fr.halle.team.service.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the link of an invitation, or of a forgotten password, leads: somebody chooses a password, once. */
@Named
@RequestScoped
public class ProPasswordPage {

    @Inject
    private Passwords passwords;

    @Inject
    private Words words;

    @Inject
    private FacesContext faces;

    private final TypedPassword typed = new TypedPassword();
    private @Nullable Optional<Opening> opening;
    private @Nullable PasswordRefused refused;

    public void choose() {
        try {
            passwords.choose(getToken(), typed.same());
            SeeOther.at("/pro/sign-in?chosen=true");
        } catch (PasswordRefused wrong) {
            refused = wrong;
        } catch (KeyClosed closed) {
            opening = Optional.empty();
        }
    }

    /** The sentence beside a field, where it is that field's. */
    public @Nullable String wrong(String field) {
        PasswordRefused known = refused;
        return known != null && known.field().equals(field) ? words.refusal(known) : null;
    }

    /** Whom the link opens; null for one that no longer does, which is told with the way to another one. */
    public @Nullable Opening getOpening() {
        Optional<Opening> known = opening;
        if (known == null) {
            known = passwords.opening(getToken());
            opening = known;
        }
        return known.orElse(null);
    }

    public boolean isInvitation() {
        Opening known = getOpening();
        return known != null && known.purpose() == KeyPurpose.INVITATION;
    }

    public TypedPassword getTyped() {
        return typed;
    }

    /** It travels in the page, so that nothing has to be kept before somebody signed in. */
    public String getToken() {
        String token = faces.getExternalContext().getRequestParameterMap().get("token");
        return token == null ? "" : token;
    }
}
