package fr.halle.operation.web;

import fr.halle.identity.web.NotYours;
import fr.halle.operation.service.PortalForbidden;
import fr.halle.operation.service.PortalSettingsDesk;
import fr.halle.operation.service.PortalSettingsDesk.Change;
import fr.halle.operation.service.SettingGroup;
import fr.halle.operation.service.SettingsRefused;
import fr.halle.operation.service.SettingsRefused.Why;
import fr.halle.operation.service.SupportRefused;
import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import fr.halle.portal.model.Settings;
import fr.halle.portal.service.Portals;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of one portal (K1–K30), grouped, each with what it does; and who changed what. */
@Named
@RequestScoped
public class ProOperationSettingsPage {

    private static final String PAGE = "/pro/operation/settings";
    private static final String VALUE = "value.";
    private static final String SHOWN = "shown.";
    private static final int LONGEST = 1000;
    private static final int HISTORY = 30;

    @Inject
    private PortalSettingsDesk desk;

    @Inject
    private Portals portals;

    @Inject
    private OperatorScope scope;

    @Inject
    private OperatorFooter footer;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private FacesContext faces;

    private List<Portal> mine = List.of();
    private @Nullable Portal portal;
    private @Nullable Settings settings;
    private Map<String, Why> wrong = Map.of();
    private @Nullable SupportRefused supportRefused;

    /** One setting as the page shows it. */
    public record Line(
            String key,
            String requirement,
            String value,
            String shown,
            List<Option> options,
            Setting.@Nullable Range range,
            boolean text,
            boolean changed,
            String preset,
            String wrong) {}

    /** What may be chosen. */
    public record Option(String value, String label, boolean chosen) {}

    public record PresetChoice(String name, boolean current, boolean own) {}

    @PostConstruct
    void read() {
        Long own = scope.portal();
        mine = portals.all().stream()
                .filter(one -> own == null || one.id() == own)
                .toList();
        String asked = text("portal");
        Portal found = asked.isEmpty()
                ? mine.get(0)
                : mine.stream()
                        .filter(one -> one.slug().equals(asked))
                        .findFirst()
                        .orElseThrow(NotYours::new);
        portal = found;
        settings = inSight(found);
    }

    /** Run before the page is written: saves, or takes over a preset. */
    public void open() throws IOException {
        if (!faces.isPostback()) {
            return;
        }
        if (!text("support").isEmpty()) {
            changeSupport();
            return;
        }
        if (!text("publish").isEmpty()) {
            if (footer.publish(scope.who(), getPortal().id())) {
                faces.getExternalContext().redirect(getHref() + "&saved=footer");
                faces.responseComplete();
            }
            return;
        }
        try {
            int changed = text("adopt").isEmpty()
                    ? desk.change(scope.who(), getPortal().id(), typed(SHOWN), typed(VALUE))
                    : desk.adopt(scope.who(), getPortal().id(), Preset.valueOf(text("adopt")));
            faces.getExternalContext().redirect(getHref() + "&saved=" + changed);
            faces.responseComplete();
        } catch (SettingsRefused refused) {
            wrong = refused.fields();
        } catch (PortalForbidden forbidden) {
            throw new NotYours();
        }
    }

    private void changeSupport() throws IOException {
        try {
            desk.changeSupport(scope.who(), getPortal().id(), text("support.email"), text("support.phone"));
            faces.getExternalContext().redirect(getHref() + "&saved=support");
            faces.responseComplete();
        } catch (SupportRefused refused) {
            supportRefused = refused;
        } catch (PortalForbidden forbidden) {
            throw new NotYours();
        }
    }

    /** The sentence beside the fields of the help for merchants; empty where nothing was refused. */
    public String getSupportWrong() {
        return supportRefused == null ? "" : words.refusal(supportRefused);
    }

    /** @param field {@code email} or {@code phone} */
    public boolean isSupportWrong(String field) {
        return supportRefused != null && supportRefused.field().equals(field);
    }

    public String getSupportEmail() {
        return supportRefused == null ? getPortal().supportEmail() : text("support.email");
    }

    public String getSupportPhone() {
        return supportRefused == null ? getPortal().supportPhone() : text("support.phone");
    }

    /** What the save before this page did; empty where there was none. */
    public String getSaved() {
        String count = text("saved");
        if (count.equals("support") && !faces.isPostback()) {
            return words.text("pro.operation.support.saved");
        }
        if (count.equals("footer") && !faces.isPostback()) {
            return words.text("pro.operation.footer.saved");
        }
        if (faces.isPostback() || !count.matches("\\d{1,3}")) {
            return "";
        }
        long changed = Long.parseLong(count);
        return changed == 0
                ? words.text("pro.operation.settings.historyNone")
                : words.count("pro.operation.settings.saved", changed);
    }

    public List<Portal> getPortals() {
        return mine;
    }

    public Portal getPortal() {
        return Objects.requireNonNull(portal);
    }

    public String getHref() {
        return PAGE + "?portal=" + getPortal().slug();
    }

    public List<SettingGroup> getGroups() {
        return List.of(SettingGroup.values());
    }

    public boolean isRefused() {
        return !wrong.isEmpty();
    }

    public List<Line> lines(SettingGroup group) {
        return group.settings().stream().map(this::line).toList();
    }

    public List<PresetChoice> getPresets() {
        return Arrays.stream(Preset.values())
                .map(preset -> new PresetChoice(
                        preset.name(),
                        SettingGroup.all().stream()
                                .filter(one -> !one.isText())
                                .allMatch(one -> now().text(one).equals(one.defaultText(preset))),
                        now().preset() == preset))
                .toList();
    }

    public long getDiffering() {
        return SettingGroup.all().stream()
                .filter(one -> !one.isText() && isChanged(one))
                .count();
    }

    public List<Change> getHistory() {
        return desk.changes(scope.who(), getPortal().id(), HISTORY);
    }

    public String label(String key) {
        return words.has("pro.setting." + key) ? words.text("pro.setting." + key) : key;
    }

    /** A value in words. */
    public String said(String key, String value) {
        String option = "pro.setting." + key + "." + value;
        if (value.isEmpty()) {
            return "–";
        }
        return words.has(option) ? words.text(option) : value;
    }

    private Settings inSight(Portal found) {
        try {
            return desk.of(scope.who(), found.id());
        } catch (PortalForbidden forbidden) {
            throw new NotYours();
        }
    }

    private Line line(Setting<?> setting) {
        String key = setting.key();
        String value = faces.isPostback() && isRefused()
                ? typed(VALUE).getOrDefault(key, now().text(setting))
                : now().text(setting);
        Why why = wrong.get(key);
        Setting.Range range = setting.range();
        String sentence = why == null
                ? ""
                : words.text(
                        "pro.setting.wrong." + why.name(),
                        range == null ? "" : formats.shown(range.least()),
                        range == null ? "" : formats.shown(range.most()));
        return new Line(
                key,
                setting.requirement(),
                value,
                now().text(setting),
                setting.options().stream()
                        .map(option -> new Option(option, said(key, option), option.equals(value)))
                        .toList(),
                range,
                setting.isText(),
                isChanged(setting) && !setting.isText(),
                said(key, setting.defaultText(now().preset())),
                sentence);
    }

    private boolean isChanged(Setting<?> setting) {
        return !now().text(setting).equals(setting.defaultText(now().preset()));
    }

    private Settings now() {
        return Objects.requireNonNull(settings);
    }

    private Map<String, String> typed(String prefix) {
        Map<String, String> values = new HashMap<>();
        for (Setting<?> setting : SettingGroup.all()) {
            String typed = faces.getExternalContext().getRequestParameterMap().get(prefix + setting.key());
            if (typed != null) {
                String value = typed.strip();
                values.put(setting.key(), value.substring(0, Math.min(value.length(), LONGEST)));
            }
        }
        return values;
    }

    private String text(String name) {
        String typed = faces.getExternalContext().getRequestParameterMap().get(name);
        return typed == null ? "" : typed.strip();
    }
}
