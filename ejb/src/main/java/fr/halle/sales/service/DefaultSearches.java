package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The filters that a secretary keeps with the diskette, and finds again at every sign-in (S26): an account's own, one for each list. */
@Stateless
public class DefaultSearches {

    /** The list of {@code /pro/sales/requests}. */
    public static final String REQUESTS = "REQUESTS";

    private static final int LONGEST = 4000;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** As the list itself writes it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> of(Actor actor, String list) {
        return sql.one(
                "select query from default_search where user_id = ? and list = ?",
                row -> row.text("query"),
                actor.id(),
                list);
    }

    /** @param query empty to show everything again */
    public void keep(Actor actor, String list, String query) {
        actor.must(Permission.WORK_SALES);
        if (query.isEmpty() || query.length() > LONGEST) {
            sql.update("delete from default_search where user_id = ? and list = ?", actor.id(), list);
            return;
        }
        sql.update(
                "insert into default_search (user_id, list, query, changed_at) values (?, ?, ?, ?)"
                        + " on conflict (user_id, list) do update set query = excluded.query, changed_at = excluded.changed_at",
                actor.id(),
                list,
                query,
                clock.instant());
    }
}
