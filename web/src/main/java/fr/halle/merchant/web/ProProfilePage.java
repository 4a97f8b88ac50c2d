package fr.halle.merchant.web;

import fr.halle.identity.model.ApiToken;
import fr.halle.identity.service.NotProven;
import fr.halle.identity.service.Tokens;
import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.TypedProof;
import fr.halle.merchant.service.MerchantProfile;
import fr.halle.merchant.service.MerchantProfiles;
import fr.halle.merchant.service.ProfileRefused;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Profil (M04, M68, M72): who is signed in, where the alerts go, when the shop is open, and the tokens of its programs. */
@Named
@RequestScoped
public class ProProfilePage {

    private static final Duration TOKEN_LIFE = Duration.ofDays(90);
    private static final String CREATED = "profile.token";

    @Inject
    private MerchantProfiles profiles;

    @Inject
    private Tokens tokens;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HalleClock clock;

    @Inject
    private Words words;

    @Inject
    private FacesContext faces;

    private @Nullable MerchantProfile profile;
    private @Nullable String mobile;
    private @Nullable Boolean optIn;
    private @Nullable String label;
    private @Nullable String refusal;
    private @Nullable NotProven unproven;
    private final TypedProof typed = new TypedProof();
    private boolean saved;

    /** One day of one shop's week. */
    public record Day(String name, String hours) {}

    /** Run before the page is written. */
    public void open() {
        String revoked = faces.getExternalContext().getRequestParameterMap().get("revoke");
        if (faces.isPostback() && revoked != null && revoked.matches("\\d{1,18}")) {
            tokens.revoke(actor.get(), Long.parseLong(revoked));
        }
    }

    public @Nullable MerchantProfile getProfile() {
        if (profile == null) {
            profile = profiles.of(actor.get()).orElse(null);
        }
        return profile;
    }

    public void saveAlerts() {
        try {
            profiles.changeAlerts(actor.get(), mobile == null ? "" : mobile, Boolean.TRUE.equals(optIn));
            saved = true;
            profile = null;
            mobile = null;
        } catch (ProfileRefused refused) {
            refusal = words.refusal(refused);
        }
    }

    /** Shows the token on the page that it goes to: a reload then makes no other one. */
    public @Nullable String createToken() {
        String name = label == null || label.isBlank() ? words.text("pro.profile.tokenUnnamed") : label.strip();
        try {
            String created = tokens.create(actor.get(), name, TOKEN_LIFE, typed.given());
            faces.getExternalContext().getFlash().put(CREATED, created);
            return "/pro/profile?faces-redirect=true";
        } catch (NotProven wrong) {
            unproven = wrong;
            return null;
        }
    }

    /** The sentence beside what a token's maker is asked again, where it is that field's. */
    public @Nullable String wrong(String field) {
        NotProven known = unproven;
        return known != null && known.field().equals(field) ? words.refusal(known) : null;
    }

    public List<ApiToken> getTokens() {
        return tokens.of(actor.get()).stream()
                .filter(token -> token.isUsable(clock.instant()))
                .toList();
    }

    /** The week of each shop, closed days said. */
    public List<Map.Entry<String, List<Day>>> getWeeks() {
        MerchantProfile known = getProfile();
        if (known == null) {
            return List.of();
        }
        Map<String, List<MerchantProfile.Hours>> byShop = known.hours().stream()
                .collect(Collectors.groupingBy(MerchantProfile.Hours::shop, LinkedHashMap::new, Collectors.toList()));
        List<Map.Entry<String, List<Day>>> weeks = new ArrayList<>();
        byShop.forEach((shop, hours) -> weeks.add(Map.entry(
                shop,
                Arrays.stream(DayOfWeek.values()).map(day -> day(day, hours)).toList())));
        return weeks;
    }

    private Day day(DayOfWeek day, List<MerchantProfile.Hours> hours) {
        Formats formats = Formats.in(language.getCode());
        String open = hours.stream()
                .filter(one -> one.weekday() == day.getValue())
                .map(one -> formats.hours(one.opens(), one.closes()))
                .collect(Collectors.joining(", "));
        return new Day(
                day.getDisplayName(TextStyle.FULL, language.getLocale()),
                open.isEmpty() ? words.text("pro.profile.closed") : open);
    }

    public @Nullable String getMobile() {
        MerchantProfile known = getProfile();
        return mobile != null || known == null ? mobile : known.mobile();
    }

    public void setMobile(@Nullable String typed) {
        mobile = typed;
    }

    public boolean isOptIn() {
        MerchantProfile known = getProfile();
        return optIn != null ? optIn : known != null && known.smsOptIn();
    }

    public void setOptIn(boolean chosen) {
        optIn = chosen;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String typed) {
        label = typed;
    }

    public TypedProof getTyped() {
        return typed;
    }

    /** The token that was just made, once. */
    public @Nullable String getCreated() {
        return (String) faces.getExternalContext().getFlash().get(CREATED);
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    public boolean isSaved() {
        return saved;
    }
}
