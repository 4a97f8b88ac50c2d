package fr.halle.portal.service;

import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Region;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The portals of this deployment, read once and again after a setting changes, on this node or on another. */
@Service
public class Portals {

    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    @Inject
    private Sql sql;

    @Inject
    private AfterCommit afterCommit;

    private volatile @Nullable Known cached;
    private volatile long lookedAt;

    /** @param version of the database when they were read */
    private record Known(long version, List<Portal> portals, Map<String, String> footers) {}

    public List<Portal> all() {
        return known().portals();
    }

    /** The newest legal footer that the operator published (P11, K27); empty while there is none. */
    public Optional<String> legalFooter(long portalId, String language) {
        return Optional.ofNullable(known().footers().get(portalId + language));
    }

    private Known known() {
        Known known = cached;
        // Another node may have changed a setting, and every request asks: the database is asked once a second whether
        // one did.
        if (known == null || System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            lookedAt = System.nanoTime();
            long version = sql.number("select version from portal_version");
            if (known == null || known.version() != version) {
                known = new Known(version, read(), footers());
                cached = known.portals().isEmpty() ? null : known;
            }
        }
        return known;
    }

    /** @param host as in the request's header, with or without a port */
    public Optional<Portal> byHost(String host) {
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return all().stream().filter(portal -> portal.hosts().contains(name)).findFirst();
    }

    public Optional<Portal> bySlug(String slug) {
        return all().stream().filter(portal -> portal.slug().equals(slug)).findFirst();
    }

    /** @throws IllegalArgumentException for an id that is no portal's: ids of portals come from our own rows */
    public Portal byId(long id) {
        return all().stream()
                .filter(portal -> portal.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No portal " + id));
    }

    /** The settings as the database has them now; the portal is locked until the transaction ends. */
    public Settings lockSettings(long portalId) {
        Map<String, String> changed = new HashMap<>();
        Preset preset = sql.one(
                        "select preset from portal where id = ? for no key update",
                        row -> row.constant("preset", Preset.class),
                        portalId)
                .orElseThrow(() -> new IllegalArgumentException("No portal " + portalId));
        sql.list(
                "select key, value from portal_setting where portal_id = ?",
                row -> changed.put(row.text("key"), row.text("value")),
                portalId);
        return new Settings(preset, changed);
    }

    /** The setting is again what the preset says. */
    public void reset(long portalId, Setting<?> setting) {
        sql.update("delete from portal_setting where portal_id = ? and key = ?", portalId, setting.key());
        afterCommit.run(this::forget);
    }

    /** @throws IllegalArgumentException when the text is not a value of the setting */
    public void change(long portalId, Setting<?> setting, String value) {
        setting.parse(value);
        sql.update(
                "insert into portal_setting (portal_id, key, value) values (?, ?, ?)"
                        + " on conflict (portal_id, key) do update set value = excluded.value",
                portalId,
                setting.key(),
                value);
        afterCommit.run(this::forget);
    }

    /** Whom the portal's merchants write to and call for help (O14). */
    public void changeSupport(long portalId, String email, String phone) {
        sql.update("update portal set support_email = ?, support_phone = ? where id = ?", email, phone, portalId);
        afterCommit.run(this::forget);
    }

    /** The next look reads the database again. */
    public void forget() {
        cached = null;
    }

    private List<Portal> read() {
        Map<Long, Map<String, String>> changed = new HashMap<>();
        sql.list(
                "select portal_id, key, value from portal_setting",
                row -> changed.computeIfAbsent(row.number("portal_id"), id -> new HashMap<>())
                        .put(row.text("key"), row.text("value")));
        return sql.list(
                "select * from portal order by id",
                row -> portal(row, changed.getOrDefault(row.number("id"), Map.of())));
    }

    private Map<String, String> footers() {
        Map<String, String> newest = new HashMap<>();
        sql.list(
                "select portal_id, language, body from legal_footer order by portal_id, language, version",
                row -> newest.put(row.number("portal_id") + row.text("language"), row.text("body")));
        return newest;
    }

    private static Portal portal(Row row, Map<String, String> changed) throws SQLException {
        return new Portal(
                row.number("id"),
                row.text("slug"),
                row.text("name"),
                row.text("tagline_fr"),
                row.text("tagline_en"),
                row.text("run_by_fr"),
                row.text("run_by_en"),
                row.text("operator_name"),
                row.text("support_email"),
                row.text("support_phone"),
                row.texts("hosts"),
                row.texts("languages"),
                row.textOrNull("accent"),
                row.text("commune"),
                row.text("holiday_region").equals("MAINLAND") ? Region.FRANCE : Region.ALSACE_MOSELLE,
                new Settings(row.constant("preset", Preset.class), changed));
    }
}
