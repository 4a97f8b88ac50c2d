package fr.halle.team.web;

import fr.halle.identity.service.NotProven;
import fr.halle.identity.service.SecondFactors;
import fr.halle.identity.service.SecondFactors.Kept;
import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.SessionPassword;
import fr.halle.identity.web.TypedProof;
import fr.halle.shared.web.QrPicture;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import fr.halle.team.service.SecondFactorDesk;
import fr.halle.team.service.SecondFactorDesk.SetUp;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profil › Validation en deux étapes: begun with the password, in force with a first code, switched off with both. */
@Named
@RequestScoped
public class ProSecondFactorPage {

    private static final String HERE = "/pro/second-factor";
    private static final String ISSUER = "Halle";

    @Inject
    private SecondFactorDesk desk;

    @Inject
    private SecondFactors factors;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private final TypedProof typed = new TypedProof();
    private List<String> recoveryCodes = List.of();
    private @Nullable NotProven refused;
    private @Nullable Optional<Kept> kept;
    private @Nullable Optional<String> begun;

    public void begin() {
        try {
            desk.begin(actor.get(), typed.given().password());
            SeeOther.at(HERE);
        } catch (NotProven wrong) {
            refused = wrong;
        }
    }

    /** Shows the recovery codes, once: no other page has them. */
    public void confirm() {
        try {
            SetUp made = desk.confirm(actor.get(), typed.given().code());
            SessionPassword.goOn(request.getSession(), actor.get().id(), made.passwordNo());
            recoveryCodes = made.recoveryCodes();
            kept = null;
            begun = null;
        } catch (NotProven wrong) {
            refused = wrong;
        }
    }

    public void switchOff() {
        try {
            int number = desk.switchOff(actor.get(), typed.given());
            SessionPassword.goOn(request.getSession(), actor.get().id(), number);
            SeeOther.at(HERE + "?done=off");
        } catch (NotProven wrong) {
            refused = wrong;
        }
    }

    /** The one in force, or null. */
    public @Nullable Kept getKept() {
        Optional<Kept> known = kept;
        if (known == null) {
            known = factors.of(actor.get().id());
            kept = known;
        }
        return known.orElse(null);
    }

    /** What the app is to be told, in groups of four; null where nothing was begun. */
    public @Nullable String getSecret() {
        return begun().map(secret -> secret.replaceAll("(.{4})(?=.)", "$1 ")).orElse(null);
    }

    /** The same for the app's camera, as every app reads it: {@code otpauth://totp/…}. */
    public String getPicture() {
        String secret = begun().orElse("");
        QrPicture picture = QrPicture.of("otpauth://totp/" + ISSUER + ":"
                + encoded(actor.account().login()) + "?secret=" + secret + "&issuer=" + ISSUER);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(picture.svg());
    }

    /** Whether nothing else opens until it is set up. */
    public boolean isWanted() {
        return getKept() == null && factors.isWantedOf(actor.account());
    }

    /** Whether a code came after what was begun had ended. */
    public boolean isLate() {
        return request.getParameter("confirm") != null && getKept() == null && begun().isEmpty();
    }

    public boolean isSwitchedOff() {
        return "off".equals(request.getParameter("done"));
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    /** The sentence beside a field, where it is that field's. */
    public @Nullable String wrong(String field) {
        NotProven known = refused;
        return known != null && known.field().equals(field) ? words.refusal(known) : null;
    }

    public TypedProof getTyped() {
        return typed;
    }

    private Optional<String> begun() {
        Optional<String> known = begun;
        if (known == null) {
            known = factors.begun(actor.get().id());
            begun = known;
        }
        return known;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
