package fr.halle.sales.service;

import fr.halle.identity.service.Audit;
import fr.halle.outside.service.CatalogueCodes;
import fr.halle.outside.service.CheckedCode;
import fr.halle.outside.service.CodeVerdict;
import fr.halle.sales.model.DeskInbox;
import fr.halle.sales.service.DeskSetupRefused.Wrong;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of a desk: read whole, and saved whole or not at all (P01–P24). */
@Stateless
public class DeskSetups {

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    @Inject
    private DeskSetupRows rows;

    @Inject
    private CatalogueCodes codes;

    @Inject
    private Audit audit;

    /** @throws fr.halle.shared.model.NotAllowed or {@link DeskUnknown} unless the actor sets this desk */
    public DeskSetup of(Actor actor, long deskId) {
        actor.must(Permission.SET_SALES);
        SalesDesk desk = desks.of(actor, deskId);
        Map<String, String> contents = new HashMap<>();
        sql.list(
                "select kind, language, body from mail_content where desk_id = ?",
                row -> contents.put(row.text("kind") + "." + row.text("language"), row.text("body")),
                desk.id());
        return new DeskSetup(
                (int) sql.number("select version from sales_desk where id = ?", desk.id()),
                desk.inbox(),
                rows.objects(desk.id()),
                rows.categories(desk.id()),
                rows.rules(desk.id()),
                contents,
                rows.catalogues(desk.id()));
    }

    /**
     * Asks the outside system for the codes that the desk does not have yet (P24): outside of the transaction that saves, since it
     * waits for answers. A system that does not answer keeps nobody from saving; the code is checked again when it is used.
     *
     * @return by code, what was found of the new ones
     * @throws DeskSetupRefused when it says that it does not know one
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Map<String, CheckedCode> checked(Actor actor, long deskId, DeskSetup typed) {
        List<String> known = of(actor, deskId).catalogues();
        Map<String, CheckedCode> found = codes.check(
                deskId,
                typed.catalogues().stream()
                        .limit(DeskSetupCheck.MOST_LINES)
                        .filter(code -> !known.contains(code))
                        .toList());
        List<Wrong> wrong = found.values().stream()
                .filter(one -> one.verdict() == CodeVerdict.UNKNOWN)
                .map(one -> new Wrong("catalogue", "CATALOGUE_UNKNOWN", one.code()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new DeskSetupRefused(wrong);
        }
        return found;
    }

    /**
     * All of it or nothing (P06). What is no longer there is deleted, or retired where requests name it.
     *
     * @param checked what {@link #checked} found of its new catalogues
     * @throws DeskSetupRefused with everything that is wrong
     * @throws DeskSetupStale when somebody else saved after it was read
     */
    public void save(Actor actor, long deskId, DeskSetup typed, Map<String, CheckedCode> checked) {
        actor.must(Permission.SET_SALES);
        SalesDesk desk = desks.of(actor, deskId);
        DeskSetupCheck.check(typed);
        int updated = sql.update(
                "update sales_desk set version = version + 1, inbox = ? where id = ? and version = ?",
                typed.inbox(),
                desk.id(),
                typed.version());
        if (updated == 0) {
            throw new DeskSetupStale();
        }
        rows.writeObjects(desk.id(), typed);
        Map<String, Long> categories = rows.writeCategories(desk.id(), typed.categories());
        rows.writeRules(
                desk.id(), typed.rules(), rule -> categories.get(rule.code().toLowerCase(Locale.ROOT)));
        rows.writeContents(desk.id(), typed, actor.name());
        rows.writeCatalogues(desk.id(), typed.catalogues(), checked);
        audit.writeAt(actor, desk.portalId(), "sales_settings_changed", "desk " + desk.id(), summary(desk, typed));
    }

    private static String summary(SalesDesk desk, DeskSetup typed) {
        String inbox = typed.inbox() == DeskInbox.MAIL_ONLY ? "mail only" : "central";
        return desk.name() + ": " + inbox + ", " + typed.objects().size() + " objects, "
                + typed.categories().size() + " categories, "
                + typed.catalogues().size() + " catalogues";
    }
}
