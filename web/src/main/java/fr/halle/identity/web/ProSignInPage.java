package fr.halle.identity.web;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Accounts.StillIn;
import fr.halle.identity.service.SecondFactors;
import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Environment;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is there? One answer for every failure, so that nobody learns which logins exist; the demo offers its own. Of who has a second factor
 * the code is asked for next, under the same address.
 */
@Named
@RequestScoped
public class ProSignInPage {

    private static final String HERE = "/pro/sign-in";
    private static final int MOST_DEMO_SIGN_INS = 60;

    @Inject
    private SecurityContext security;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private HalleClock clock;

    @Inject
    private Portals portals;

    @Inject
    private CurrentPortal portal;

    @Inject
    private FacesContext faces;

    private String login = "";
    private String password = "";
    private String code = "";
    private boolean refused;

    /** @param of the portal that the account belongs to, empty for all of them */
    public record DemoSignIn(String login, String name, Role role, String of) {

        public String getRoleKey() {
            return "role." + role.name();
        }
    }

    public void signIn() throws IOException {
        StillIn known = accounts.signIn(login, password).orElse(null);
        if (known == null) {
            refused = true;
        } else if (known.hasSecondFactor()) {
            HalfSignedIn.keep(freshSession(), known, clock.instant());
            SeeOther.at(HERE);
        } else {
            enter(known.account());
        }
    }

    /** The second step, for whoever's password was right. */
    public void giveCode() throws IOException {
        HalfSignedIn half = half();
        if (half == null || half.isOver(clock.instant())) {
            HalfSignedIn.forget(request().getSession());
            SeeOther.at(HERE + "?late=true");
            return;
        }
        UserAccount account =
                factors.signIn(half.accountId(), half.passwordNo(), code).orElse(null);
        if (account == null) {
            refused = true;
        } else {
            enter(account);
        }
    }

    /** Back to the first step, as somebody else. */
    public void startAgain() {
        HalfSignedIn.forget(request().getSession());
        SeeOther.at(HERE);
    }

    /** Whether the page asks for the code: the password was right. */
    public boolean isCodeAsked() {
        return half() != null;
    }

    private void enter(UserAccount account) throws IOException {
        HalfSignedIn.forget(freshSession());
        ExternalContext external = faces.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                request(),
                (HttpServletResponse) external.getResponse(),
                withParams().credential(new Proven(account)));
        switch (status) {
            case SEND_CONTINUE -> faces.responseComplete();
            case SUCCESS -> external.redirect("/pro");
            case SEND_FAILURE, NOT_DONE -> refused = true;
        }
    }

    /** A session that somebody planted before a step must not be the one after it. */
    private HttpSession freshSession() {
        if (request().getSession(false) != null) {
            request().changeSessionId();
        }
        return request().getSession();
    }

    private @Nullable HalfSignedIn half() {
        HttpSession session = request().getSession(false);
        return session == null ? null : HalfSignedIn.of(session).orElse(null);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    public boolean isRefused() {
        return refused;
    }

    /** Whether the session was ended because its account may not go on. */
    public boolean isEnded() {
        return faces.getExternalContext().getRequestParameterMap().containsKey("ended");
    }

    /** Whether the code came too long after the password. */
    public boolean isLate() {
        return faces.getExternalContext().getRequestParameterMap().containsKey("late");
    }

    /** Whether a password was just chosen by the link of a mail. */
    public boolean isChosen() {
        return faces.getExternalContext().getRequestParameterMap().containsKey("chosen");
    }

    public boolean isDemo() {
        return Boolean.parseBoolean(Environment.setting("halle.demo", "false"));
    }

    public List<DemoSignIn> getDemoSignIns() {
        return isDemo()
                ? accounts.all(MOST_DEMO_SIGN_INS).stream()
                        .filter(this::isOfThisPortal)
                        .map(this::shown)
                        .sorted(Comparator.comparing(
                                        (DemoSignIn one) -> one.of().isEmpty())
                                .thenComparing(DemoSignIn::of)
                                .thenComparing(DemoSignIn::role)
                                .thenComparing(DemoSignIn::login))
                        .toList()
                : List.of();
    }

    private boolean isOfThisPortal(UserAccount account) {
        return !portal.isKnown() || account.portalId() == null || account.portalId() == portal.getId();
    }

    private DemoSignIn shown(UserAccount account) {
        String of = account.portalId() == null
                ? ""
                : portals.all().stream()
                        .filter(one -> one.id() == account.portalId())
                        .map(Portal::name)
                        .findFirst()
                        .orElse("");
        return new DemoSignIn(account.login(), account.name(), account.role(), of);
    }

    public String getSupport() {
        return portal.isKnown() ? portal.get().supportEmail() : "";
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String typed) {
        login = typed == null ? "" : typed;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String typed) {
        password = typed == null ? "" : typed;
    }

    public @Nullable String getCode() {
        return null;
    }

    public void setCode(@Nullable String typed) {
        code = typed == null ? "" : typed;
    }
}
