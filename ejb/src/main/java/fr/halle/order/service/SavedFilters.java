package fr.halle.order.service;

import fr.halle.order.service.FilterRefused.Reason;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The searches that somebody keeps with the diskette: an account's own, told apart by name, and not without end. */
@Stateless
public class SavedFilters {

    public static final int MOST = 20;
    public static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4000;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    public List<SavedFilter> of(Actor actor) {
        return sql.list(
                "select id, name, query from saved_filter where user_id = ? order by lower(name)",
                row -> new SavedFilter(row.number("id"), row.text("name"), row.text("query")),
                actor.id());
    }

    /**
     * @param query as the list itself writes it
     * @throws FilterRefused when it has no name, or one that is taken, or when there are {@value #MOST} already
     */
    public void keep(Actor actor, String name, String query) {
        String called = name.strip();
        if (called.isEmpty()) {
            throw new FilterRefused(Reason.MISSING);
        }
        if (called.length() > LONGEST_NAME || Texts.hides(called)) {
            throw new FilterRefused(Reason.SYNTAX);
        }
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            throw new FilterRefused(Reason.EMPTY);
        }
        // Two windows of one account would both count nineteen.
        sql.number("select id from user_account where id = ? for no key update", actor.id());
        List<SavedFilter> kept = of(actor);
        if (kept.size() >= MOST) {
            throw new FilterRefused(Reason.FULL);
        }
        int written = sql.update(
                "insert into saved_filter (id, user_id, name, query, created_at) values (?, ?, ?, ?, ?) on conflict do nothing",
                ids.next(),
                actor.id(),
                called,
                query,
                clock.instant());
        if (written == 0) {
            throw new FilterRefused(Reason.TAKEN);
        }
    }

    /** Nothing happens where it is not the actor's own, or is gone already. */
    public void forget(Actor actor, long id) {
        sql.update("delete from saved_filter where id = ? and user_id = ?", id, actor.id());
    }
}
