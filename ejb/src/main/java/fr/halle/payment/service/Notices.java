package fr.halle.payment.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The provider's notifications: written down at once, so that its two seconds are enough, and handled after. They are unsigned and
 * come twice, late, in any order or not at all; they only make us ask.
 */
@Stateless
public class Notices {

    private static final Pattern EVENT = Pattern.compile("[A-Z][A-Z_]{2,59}");
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** By then whoever received it has handled it, or died. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    /** Written down by the provider's words. */
    public record Notice(long id, String eventType, String resourceId) {}

    /** @return whether it looks like a notification at all; anything else is not even written down */
    public static boolean isPlausible(String eventType, String resourceId) {
        return EVENT.matcher(eventType).matches()
                && RESOURCE.matcher(resourceId).matches();
    }

    /** A repetition is the same row, to be handled again. */
    public Notice received(String eventType, String resourceId) {
        long id = sql.list(
                        "insert into provider_notice (id, event_type, resource_id, received_at) values (?, ?, ?, ?)"
                                + " on conflict (event_type, resource_id) do update set times = provider_notice.times + 1,"
                                + " handled_at = null, received_at = excluded.received_at returning id",
                        row -> row.number("id"),
                        ids.next(),
                        eventType,
                        resourceId,
                        clock.instant())
                .get(0);
        return new Notice(id, eventType, resourceId);
    }

    /** @return it, where nobody was told of it before */
    public List<Notice> missed(String eventType, String resourceId) {
        return sql.list(
                "insert into provider_notice (id, event_type, resource_id, received_at) values (?, ?, ?, ?)"
                        + " on conflict (event_type, resource_id) do nothing returning id",
                row -> new Notice(row.number("id"), eventType, resourceId),
                ids.next(),
                eventType,
                resourceId,
                clock.instant());
    }

    /** @param at by the provider's clock */
    public void seenUntil(Instant at) {
        sql.update(
                "insert into provider_watch (id, events_until) values (1, ?) on conflict (id)"
                        + " do update set events_until = greatest(provider_watch.events_until, excluded.events_until)",
                at);
    }

    public void handled(Notice notice) {
        sql.update("update provider_notice set handled_at = ? where id = ?", clock.instant(), notice.id());
    }

    /** What was received and never handled, since the application stopped in between; by id. */
    public List<Long> forgotten(long afterId, int atMost) {
        return sql.list(
                "select id from provider_notice where handled_at is null and received_at < ? and id > ? order by id limit ?",
                row -> row.number("id"),
                clock.instant().minus(FORGOTTEN),
                afterId,
                atMost);
    }

    public Notice byId(long id) {
        return sql.one(
                        "select id, event_type, resource_id from provider_notice where id = ?",
                        row -> new Notice(row.number("id"), row.text("event_type"), row.text("resource_id")),
                        id)
                .orElseThrow(() -> new IllegalArgumentException("No notice " + id));
    }
}
