package fr.halle.simulator.store;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document of the provider.
 *
 * @param doc what the API shows
 * @param hidden what only the provider knows: the card page's secret, what a scenario has in store for it
 * @param dueAt when the provider does the next thing with it of its own accord
 */
public record Resource(
        String id, Kind kind, Instant createdAt, @Nullable Instant dueAt, JsonObject doc, JsonObject hidden) {

    public Resource with(@Nullable Object... pairs) {
        return new Resource(id, kind, createdAt, dueAt, Docs.with(doc, pairs), hidden);
    }

    /** With all fields of another document added or replaced. */
    public Resource merge(JsonObject fields) {
        return new Resource(id, kind, createdAt, dueAt, Docs.merge(doc, fields), hidden);
    }

    public Resource hide(@Nullable Object... pairs) {
        return new Resource(id, kind, createdAt, dueAt, doc, Docs.with(hidden, pairs));
    }

    public Resource due(@Nullable Instant when) {
        return new Resource(id, kind, createdAt, when, doc, hidden);
    }

    public String text(String field) {
        return Docs.text(doc, field);
    }

    public String hidden(String field) {
        return Docs.text(hidden, field);
    }

    public long cents(String field) {
        return Docs.cents(doc, field);
    }

    public boolean is(String status) {
        return text("Status").equals(status);
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
