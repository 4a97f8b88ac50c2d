package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who has a request open, and who is answering it: two secretaries on one dossier see each other. */
@Stateless
public class Presence {

    /** A page that has not been heard of for so long is closed. */
    private static final Duration OPEN = Duration.ofSeconds(45);

    private static final Duration WRITING = Duration.ofSeconds(30);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestSight sight;

    /** Somebody else of the desk. */
    public record Other(String name, boolean writing) {}

    /**
     * What an open page is told.
     *
     * @param said how many messages there are, to compare with how many the page shows
     * @param version of what the block "Dossier" holds
     */
    public record Seen(List<Other> others, int said, int version) {

        public Seen {
            others = List.copyOf(others);
        }
    }

    /** @throws RequestUnknown when there is no such request, or it is not the actor's to see */
    public Seen beat(Actor actor, long requestId, boolean writing) {
        sight.of(actor, requestId);
        Instant now = clock.instant();
        sql.update(
                "insert into request_presence (request_id, user_id, name, seen_at, writing_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (request_id, user_id) do update set name = excluded.name, seen_at = excluded.seen_at, writing_at = excluded.writing_at",
                requestId,
                actor.id(),
                actor.name(),
                now,
                writing ? now : null);
        List<Other> others = sql.list(
                "select name, coalesce(writing_at > ?, false) as writing from request_presence where request_id = ? and user_id <> ? and seen_at > ? order by name",
                row -> new Other(row.text("name"), row.flag("writing")),
                now.minus(WRITING),
                requestId,
                actor.id(),
                now.minus(OPEN));
        return sql.one(
                        "select version, (select count(*)::int from request_message where request_id = r.id) as said"
                                + " from sales_request r where id = ?",
                        row -> new Seen(others, row.integer("said"), row.integer("version")),
                        requestId)
                .orElseThrow(RequestUnknown::new);
    }
}
