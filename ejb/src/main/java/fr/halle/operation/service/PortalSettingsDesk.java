package fr.halle.operation.service;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.operation.service.SettingsRefused.Why;
import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import fr.halle.portal.model.Settings;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operator changes the settings of its portal (K1–K30): checked, written with who did it, and obeyed by every node from the
 * next second on. Orders that are placed keep theirs.
 */
@Stateless
public class PortalSettingsDesk {

    private static final String ACTION = "setting_changed";
    private static final Pattern PHONE = Pattern.compile("[+0-9 ().\\u00a0\\u202f-]{0,30}");
    private static final Pattern DETAIL = Pattern.compile("(\\S+): (\\S*) → (\\S*)");

    @Inject
    private Sql sql;

    @Inject
    private Portals portals;

    @EJB
    private Accounts accounts;

    @Inject
    private Audit audit;

    /** One change that was made. */
    public record Change(Instant at, String by, String key, String before, String after) {}

    /** @throws PortalForbidden when the portal is not the actor's */
    public Settings of(Actor actor, long portalId) {
        check(actor, portalId);
        return portals.lockSettings(portalId);
    }

    /**
     * Changes what differs from what the page showed; the rest may have been changed by somebody else meanwhile, and stays.
     *
     * @param shown what the page showed, by key
     * @param asked what was typed, by key
     * @return how many settings changed
     * @throws SettingsRefused when a value cannot be; nothing is changed then
     */
    public int change(Actor actor, long portalId, Map<String, String> shown, Map<String, String> asked) {
        check(actor, portalId);
        Settings now = portals.lockSettings(portalId);
        Map<String, Why> wrong = new HashMap<>();
        Map<Setting<?>, String> changes = new HashMap<>();
        for (Setting<?> setting : SettingGroup.all()) {
            String value = asked.get(setting.key());
            if (value == null || value.equals(shown.get(setting.key()))) {
                continue;
            }
            Why why = whyNot(setting, value);
            if (why == null && !now.text(setting).equals(shown.getOrDefault(setting.key(), now.text(setting)))) {
                why = Why.CHANGED_MEANWHILE;
            }
            if (why != null) {
                wrong.put(setting.key(), why);
            } else {
                changes.put(setting, String.valueOf(setting.parse(value)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new SettingsRefused(wrong);
        }
        return write(actor, portalId, now, changes);
    }

    /** Every setting becomes what the preset says; the portal keeps its name, its colours and its orders. */
    public int adopt(Actor actor, long portalId, Preset preset) {
        check(actor, portalId);
        Map<Setting<?>, String> changes = new HashMap<>();
        SettingGroup.all().stream()
                .filter(setting -> !setting.isText())
                .forEach(setting -> changes.put(setting, setting.defaultText(preset)));
        return write(actor, portalId, portals.lockSettings(portalId), changes);
    }

    /**
     * Whom the portal's merchants turn to (O14): at the foot of their pages and of every mail that the operator sends.
     *
     * @param phone may be empty
     * @throws SupportRefused when one of them cannot be
     */
    public void changeSupport(Actor actor, long portalId, String email, String phone) {
        Portal portal = check(actor, portalId);
        if (!MailAddress.isOne(email.strip())) {
            throw new SupportRefused("email");
        }
        if (!PHONE.matcher(phone.strip()).matches()) {
            throw new SupportRefused("phone");
        }
        portals.changeSupport(portalId, email.strip(), phone.strip());
        audit.writeAt(actor, portalId, "support_changed", subject(portal), email.strip());
    }

    /** The last changes, newest first. */
    public List<Change> changes(Actor actor, long portalId, int most) {
        Portal portal = check(actor, portalId);
        return sql
                .list(
                        "select at, actor_name, detail from audit_entry where action = ? and subject = ? order by id desc limit ?",
                        row -> change(row.instant("at"), row.text("actor_name"), row.text("detail")),
                        ACTION,
                        subject(portal),
                        most)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private int write(Actor actor, long portalId, Settings now, Map<Setting<?>, String> changes) {
        String subject = subject(portals.byId(portalId));
        int written = 0;
        for (Setting<?> setting : SettingGroup.all()) {
            String value = changes.get(setting);
            if (value == null || value.equals(now.text(setting))) {
                continue;
            }
            if (value.equals(setting.defaultText(now.preset()))) {
                portals.reset(portalId, setting);
            } else {
                portals.change(portalId, setting, value);
            }
            audit.writeAt(actor, portalId, ACTION, subject, setting.key() + ": " + now.text(setting) + " → " + value);
            written++;
        }
        return written;
    }

    private static @Nullable Why whyNot(Setting<?> setting, String value) {
        try {
            setting.parse(value);
            return null;
        } catch (NumberFormatException unreadable) {
            return Why.NOT_A_VALUE;
        } catch (IllegalArgumentException refused) {
            return setting.range() == null ? Why.NOT_A_VALUE : Why.OUT_OF_RANGE;
        }
    }

    private Portal check(Actor actor, long portalId) {
        UserAccount account = accounts.byId(actor.id()).orElseThrow(PortalForbidden::new);
        Long own = account.portalId();
        if (account.role() != Role.OPERATOR || own != null && own != portalId) {
            throw new PortalForbidden();
        }
        return portals.byId(portalId);
    }

    private static List<Change> change(Instant at, String by, String detail) {
        Matcher matcher = DETAIL.matcher(detail);
        return matcher.matches()
                ? List.of(new Change(at, by, matcher.group(1), matcher.group(2), matcher.group(3)))
                : List.of();
    }

    private static String subject(Portal portal) {
        return "portal " + portal.slug();
    }
}
