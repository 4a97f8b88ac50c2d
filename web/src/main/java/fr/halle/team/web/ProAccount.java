package fr.halle.team.web;

import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.SecondFactors;
import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.SessionPassword;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import fr.halle.team.service.PasswordRefused;
import fr.halle.team.service.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own account, on the profile's page: the language that it is written to in, and its password. */
@Named
@RequestScoped
public class ProAccount {

    private static final List<String> LANGUAGES = List.of(CurrentLanguage.FRENCH, CurrentLanguage.ENGLISH);

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private SecondFactors factors;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private final TypedPassword typed = new TypedPassword();
    private @Nullable String language;
    private String current = "";
    private @Nullable PasswordRefused refused;

    public void saveLanguage() {
        String chosen = language;
        if (chosen != null && LANGUAGES.contains(chosen)) {
            accounts.chooseLanguage(actor.get(), chosen);
            SeeOther.at("/pro/profile?account=language&lang=" + chosen + "#account");
        }
    }

    public void changePassword() {
        try {
            int number = passwords.change(actor.get(), current, typed.same());
            SessionPassword.goOn(request.getSession(), actor.get().id(), number);
            SeeOther.at("/pro/profile?account=password#account");
        } catch (PasswordRefused wrong) {
            refused = wrong;
        }
    }

    /** The sentence beside a field, where it is that field's. */
    public @Nullable String wrong(String field) {
        PasswordRefused known = refused;
        return known != null && known.field().equals(field) ? words.refusal(known) : null;
    }

    /** What was just done, by the key of its sentence, or nothing. */
    public String getDone() {
        String done = request.getParameter("account");
        return "language".equals(done) || "password".equals(done) ? done : "";
    }

    /** Whether a code is asked for after the password. */
    public boolean isTwoSteps() {
        return factors.isOn(actor.get().id());
    }

    public List<String> getLanguages() {
        return LANGUAGES;
    }

    public TypedPassword getTyped() {
        return typed;
    }

    public @Nullable String getLanguage() {
        return language == null ? actor.account().language() : language;
    }

    public void setLanguage(@Nullable String chosen) {
        language = chosen;
    }

    public @Nullable String getCurrent() {
        return null;
    }

    public void setCurrent(@Nullable String typedNow) {
        current = typedNow == null ? "" : typedNow;
    }
}
