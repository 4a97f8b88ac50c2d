package fr.halle.sales.service;

import fr.halle.outside.service.CheckedCode;
import fr.halle.outside.service.CodeVerdict;
import fr.halle.sales.model.MailContentKind;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a desk's settings. An id that is typed counts only where it is this desk's: another desk's row is never touched. */
@Service
class DeskSetupRows {

    private static final String GONE = " and not (id = any(?))";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    List<DeskSetup.Subject> objects(long deskId) {
        return sql.list(
                "select id, language, label, email from contact_object where desk_id = ? and retired_at is null order by position, id",
                row -> new DeskSetup.Subject(
                        row.number("id"), row.text("language"), row.text("label"), row.text("email")),
                deskId);
    }

    List<DeskSetup.Category> categories(long deskId) {
        return sql.list(
                "select id, code, label_fr, label_en from sales_category where desk_id = ? and retired_at is null order by position, id",
                row -> new DeskSetup.Category(
                        row.number("id"), row.text("code"), row.text("label_fr"), row.text("label_en")),
                deskId);
    }

    List<DeskSetup.Rule> rules(long deskId) {
        return sql.list(
                "select r.kind, r.value, c.code from category_rule r join sales_category c on c.id = r.category_id where r.desk_id = ? and c.retired_at is null order by r.id",
                row -> new DeskSetup.Rule(row.text("kind"), row.text("value"), row.text("code")),
                deskId);
    }

    List<String> catalogues(long deskId) {
        return sql.list(
                "select code from sales_catalogue where desk_id = ? and retired_at is null order by position, id",
                row -> row.text("code"),
                deskId);
    }

    void writeObjects(long deskId, DeskSetup typed) {
        retire(
                "contact_object",
                "select from sales_request where object_id = contact_object.id",
                deskId,
                typed.objects().stream().map(DeskSetup.Subject::id).toList());
        int position = 0;
        for (DeskSetup.Subject one : typed.objects()) {
            int updated = one.id() == null
                    ? 0
                    : sql.update(
                            "update contact_object set label = ?, email = ?, position = ? where id = ? and desk_id = ? and language = ? and retired_at is null",
                            one.label(),
                            one.email(),
                            position,
                            one.id(),
                            deskId,
                            one.language());
            if (updated == 0) {
                sql.update(
                        "insert into contact_object (id, desk_id, language, label, email, position) values (?, ?, ?, ?, ?, ?)",
                        ids.next(),
                        deskId,
                        one.language(),
                        one.label(),
                        one.email(),
                        position);
            }
            position++;
        }
    }

    /** @return the ids by their codes, in small letters */
    Map<String, Long> writeCategories(long deskId, List<DeskSetup.Category> categories) {
        sql.update("delete from category_rule where desk_id = ?", deskId);
        retire(
                "sales_category",
                "select from sales_request where category_id = sales_category.id or chosen_category_id = sales_category.id",
                deskId,
                categories.stream().map(DeskSetup.Category::id).toList());
        // Two categories may change codes with each other: none of the old ones stands in the way of a new one, nor is
        // like what is typed.
        sql.update("update sales_category set code = '#' || id where desk_id = ? and retired_at is null", deskId);
        Map<String, Long> byCode = new HashMap<>();
        int position = 0;
        for (DeskSetup.Category one : categories) {
            long id = one.id() == null ? 0 : one.id();
            int updated = sql.update(
                    "update sales_category set code = ?, label_fr = ?, label_en = ?, position = ? where id = ? and desk_id = ? and retired_at is null",
                    one.code(),
                    one.labelFr(),
                    one.labelEn(),
                    position,
                    id,
                    deskId);
            if (updated == 0) {
                id = ids.next();
                sql.update(
                        "insert into sales_category (id, desk_id, code, label_fr, label_en, position) values (?, ?, ?, ?, ?, ?)",
                        id,
                        deskId,
                        one.code(),
                        one.labelFr(),
                        one.labelEn(),
                        position);
            }
            byCode.put(one.code().toLowerCase(Locale.ROOT), id);
            position++;
        }
        return byCode;
    }

    void writeRules(long deskId, List<DeskSetup.Rule> rules, Function<DeskSetup.Rule, @Nullable Long> category) {
        for (DeskSetup.Rule rule : rules) {
            sql.update(
                    "insert into category_rule (id, desk_id, category_id, kind, value) values (?, ?, ?, ?, ?)",
                    ids.next(),
                    deskId,
                    Objects.requireNonNull(category.apply(rule)),
                    rule.kind(),
                    rule.value());
        }
    }

    /** What says the same as the house is the house's again: it follows when the house finds better words. */
    void writeContents(long deskId, DeskSetup typed, String by) {
        for (MailContentKind kind : MailContentKind.values()) {
            for (String language : DeskSetup.LANGUAGES) {
                String body =
                        typed.content(kind, language).replace("\r\n", "\n").strip();
                if (body.isEmpty()
                        || body.equals(MailContents.house(kind, language).strip())) {
                    sql.update(
                            "delete from mail_content where desk_id = ? and kind = ? and language = ?",
                            deskId,
                            kind,
                            language);
                } else {
                    sql.update(
                            "insert into mail_content as c (desk_id, kind, language, body, changed_at, changed_by) values (?, ?, ?, ?, ?, ?)"
                                    + " on conflict (desk_id, kind, language) do update set body = excluded.body, changed_at = excluded.changed_at,"
                                    + " changed_by = excluded.changed_by where c.body <> excluded.body",
                            deskId,
                            kind,
                            language,
                            body,
                            clock.instant(),
                            by);
                }
            }
        }
    }

    /**
     * A catalogue's code may stand on quotes that were sent: it is retired, never lost. One that the outside system knows is kept as
     * that writes it.
     */
    void writeCatalogues(long deskId, List<String> typed, Map<String, CheckedCode> checked) {
        Map<String, CheckedCode> found = new LinkedHashMap<>();
        for (String code : typed) {
            CheckedCode one = checked.getOrDefault(code, CheckedCode.without(code, CodeVerdict.NO_ANSWER));
            found.putIfAbsent(one.code().equalsIgnoreCase(code) ? one.code() : code, one);
        }
        sql.update(
                "update sales_catalogue set retired_at = ? where desk_id = ? and retired_at is null and not (code = any(?))",
                clock.instant(),
                deskId,
                found.keySet().toArray(String[]::new));
        int position = 0;
        for (Map.Entry<String, CheckedCode> entry : found.entrySet()) {
            String code = entry.getKey();
            int updated = sql.update(
                    "update sales_catalogue set position = ? where desk_id = ? and code = ? and retired_at is null",
                    position,
                    deskId,
                    code);
            if (updated == 0) {
                CheckedCode one = entry.getValue();
                String label = one.verdict() == CodeVerdict.KNOWN ? one.labelFr() : null;
                sql.update(
                        "insert into sales_catalogue (id, desk_id, code, label, position, checked_at) values (?, ?, ?, ?, ?, ?::timestamptz)",
                        ids.next(),
                        deskId,
                        code,
                        label == null ? "" : label,
                        position,
                        label == null ? null : clock.instant());
            }
            position++;
        }
    }

    private void retire(String table, String inUse, long deskId, List<@Nullable Long> kept) {
        Long[] stay = kept.stream().filter(Objects::nonNull).toArray(Long[]::new);
        sql.update(
                "delete from " + table + " where desk_id = ? and retired_at is null" + GONE + " and not exists ("
                        + inUse + ")",
                deskId,
                stay);
        sql.update(
                "update " + table + " set retired_at = ? where desk_id = ? and retired_at is null" + GONE,
                clock.instant(),
                deskId,
                stay);
    }
}
