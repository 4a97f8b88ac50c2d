package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.NotYours;
import fr.halle.operation.service.LegalFooterDesk;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.MailTemplate;
import fr.halle.sales.service.ContentTrials;
import fr.halle.sales.service.DeskSetup;
import fr.halle.sales.service.DeskSetupRefused;
import fr.halle.sales.service.DeskSetupStale;
import fr.halle.sales.service.DeskSetups;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.MailContents;
import fr.halle.sales.service.SalesDesk;
import fr.halle.shared.model.Permission;
import fr.halle.shared.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Paramètres of the commercial desk (P01–P24): one form and one button, which keeps all of it or nothing. What is refused, and what
 * somebody else saved meanwhile, comes back as it was typed.
 */
@Named
@RequestScoped
public class ProSalesSettingsPage {

    private static final String PAGE = "/pro/sales/settings";

    @Inject
    private CurrentActor actor;

    @Inject
    private Desks desks;

    @Inject
    private DeskSetups setups;

    @Inject
    private ContentTrials trials;

    @Inject
    private LegalFooterDesk footers;

    @Inject
    private Words words;

    @Inject
    private FacesContext faces;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> wrong = new HashMap<>();
    private List<SalesDesk> all = List.of();
    private @Nullable SalesDesk desk;
    private @Nullable DeskSetup setup;
    private List<Difference> differences = List.of();
    private String previewed = "";
    private String preview = "";
    private String tried = "";
    private int version;

    /** What one saves and what is saved, where they differ. */
    public record Difference(String of, String mine, String theirs) {}

    /** A content in one language. @param own whether the desk has words of its own */
    public record Content(String key, String language, String body, String house, boolean own, String wrong) {}

    /** What presets a category, as the form offers it. */
    public record When(String value, String label) {}

    @PostConstruct
    void read() {
        actor.get().must(Permission.SET_SALES);
        try {
            all = desks.of(actor.get());
            desk = desks.of(actor.get(), text("desk").matches("\\d{1,18}") ? Long.valueOf(text("desk")) : null);
        } catch (DeskUnknown unknown) {
            throw new NotYours();
        }
        setup = setups.of(actor.get(), getDesk().id());
        version = getSetup().version();
    }

    /** Run before the page is written: saves, or shows what a content says. */
    public void open() throws IOException {
        if (!faces.isPostback()) {
            return;
        }
        DeskSetup typed = TypedSetup.of(request);
        DeskSetup saved = getSetup();
        setup = typed;
        String act = text("do");
        try {
            if (act.startsWith("preview:")) {
                show(act.substring("preview:".length()), typed);
            } else if (act.startsWith("try:")) {
                send(act.substring("try:".length()), typed);
            } else {
                setups.save(
                        actor.get(),
                        getDesk().id(),
                        typed,
                        setups.checked(actor.get(), getDesk().id(), typed));
                faces.getExternalContext().redirect(getHref() + "&saved=1");
                faces.responseComplete();
            }
            version = typed.version();
        } catch (DeskSetupRefused refused) {
            version = typed.version();
            refused.wrong()
                    .forEach(one -> wrong.merge(
                            one.field(),
                            words.text("pro.sales.wrong." + one.reason(), one.detail()),
                            (first, next) -> first + " " + next));
        } catch (DeskSetupStale stale) {
            // Whoever saves again has seen both.
            differences = differences(typed.read(), saved.read());
        }
    }

    private void show(String key, DeskSetup typed) {
        MailContentKind kind = kind(key);
        String language = language(key);
        preview = trials.preview(actor.get(), getDesk().id(), kind, language, typed.content(kind, language));
        previewed = key;
    }

    private void send(String key, DeskSetup typed) {
        MailContentKind kind = kind(key);
        String language = language(key);
        tried = trials.send(
                actor.get(),
                getDesk().id(),
                kind,
                language,
                typed.content(kind, language),
                typed.content(MailContentKind.SIGNATURE, language));
        previewed = key;
    }

    private List<Difference> differences(Map<String, String> mine, Map<String, String> theirs) {
        List<Difference> found = new ArrayList<>();
        mine.forEach((of, value) -> {
            String saved = theirs.getOrDefault(of, "");
            if (!value.strip().replace("\r\n", "\n").equals(saved.strip()) && !isHouse(of, value, saved)) {
                found.add(new Difference(words.text("pro.sales.of." + of), value, saved));
            }
        });
        return found;
    }

    /** A content that says what the house says is no content of the desk's own. */
    private static boolean isHouse(String of, String mine, String saved) {
        return of.startsWith("content.")
                && saved.isEmpty()
                && mine.strip()
                        .replace("\r\n", "\n")
                        .equals(MailContents.house(kind(of.substring("content.".length())), language(of))
                                .strip());
    }

    private static MailContentKind kind(String key) {
        return Stream.of(MailContentKind.values())
                .filter(kind -> key.startsWith(kind + "."))
                .findFirst()
                .orElseThrow(NotYours::new);
    }

    private static String language(String key) {
        return key.endsWith(".en") ? "en" : "fr";
    }

    public List<SalesDesk> getDesks() {
        return all;
    }

    public SalesDesk getDesk() {
        return Objects.requireNonNull(desk);
    }

    public DeskSetup getSetup() {
        return Objects.requireNonNull(setup);
    }

    /** After somebody else's save it is theirs: to save then is to replace what was read. */
    public int getVersion() {
        return version;
    }

    public String getHref() {
        return PAGE + "?desk=" + getDesk().id();
    }

    public List<String> getLanguages() {
        return DeskSetup.LANGUAGES;
    }

    public MailContentKind[] getKinds() {
        return MailContentKind.values();
    }

    public List<Content> contents(MailContentKind kind) {
        return DeskSetup.LANGUAGES.stream()
                .map(language -> content(kind, language))
                .toList();
    }

    private Content content(MailContentKind kind, String language) {
        String key = DeskSetup.contentKey(kind, language);
        String house = MailContents.house(kind, language);
        String own = getSetup().content(kind, language);
        boolean differs = !own.isBlank() && !own.strip().replace("\r\n", "\n").equals(house.strip());
        return new Content(key, language, own.isBlank() ? house : own, house, differs, wrong("content." + key));
    }

    /** In which languages a desk has words of its own, for the line that is folded. */
    public String worded(MailContentKind kind) {
        List<String> own = contents(kind).stream()
                .filter(Content::own)
                .map(one -> one.language().toUpperCase(java.util.Locale.ROOT))
                .toList();
        return own.isEmpty() ? words.text("pro.sales.content.house") : String.join(", ", own);
    }

    /** A folded content is open where something is said of it. */
    public boolean unfolded(MailContentKind kind) {
        return previewed.startsWith(kind + ".")
                || contents(kind).stream().anyMatch(one -> !one.wrong().isEmpty())
                || kind == MailContentKind.ACKNOWLEDGEMENT && previewed.isEmpty();
    }

    public String fields(MailContentKind kind) {
        return String.join(
                " ",
                MailTemplate.fields(kind).stream()
                        .map(field -> "{" + field + "}")
                        .toList());
    }

    public List<When> getWhens() {
        List<When> whens = new ArrayList<>();
        whens.add(new When("PAGE", words.text("pro.sales.rule.PAGE")));
        DeskSetup.LANGUAGES.forEach(one -> whens.add(
                new When("LANGUAGE:" + one, words.text("pro.sales.rule.LANGUAGE", words.text("pro.language." + one)))));
        getSetup().objects().stream()
                .filter(one -> one.id() != null)
                .forEach(one ->
                        whens.add(new When("OBJECT:" + one.id(), words.text("pro.sales.rule.OBJECT", one.label()))));
        return whens;
    }

    public String whenOf(DeskSetup.Rule rule) {
        return rule.kind().equals("PAGE") ? "PAGE" : rule.kind() + ":" + rule.value();
    }

    public String footer(String language) {
        return footers.newest(getDesk().portalId(), language)
                .map(LegalFooterDesk.Version::body)
                .orElse(words.text("pro.sales.footer.none"));
    }

    /** 0 before the operator published one. */
    public int getFooterVersion() {
        return footers.newest(getDesk().portalId(), "fr")
                .map(LegalFooterDesk.Version::version)
                .orElse(0);
    }

    public String wrong(String field) {
        return wrong.getOrDefault(field, "");
    }

    public int getWrongs() {
        return wrong.size();
    }

    public List<Difference> getDifferences() {
        return differences;
    }

    public String getPreviewed() {
        return previewed;
    }

    public List<String> getPreview() {
        return preview.isEmpty() ? List.of() : List.of(preview.split("\\R", -1));
    }

    /** Where the trial went; empty where none was sent. */
    public String getTried() {
        return tried;
    }

    public boolean isSaved() {
        return text("saved").equals("1") && !faces.isPostback();
    }

    /** What was typed and is not saved: the page's script counts on from there. */
    public boolean isUnsaved() {
        return faces.isPostback();
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
