package fr.halle.notification.service;

import fr.halle.notification.model.NotificationState;
import fr.halle.notification.model.NotificationTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of a notification's state. A move is one statement that holds only in the states its row of the table names, so
 * of two senders one marks it and the other changes nothing.
 */
@Service
public class NotificationLifecycle {

    private static final String OPEN = " where id = ? and state = any(?)";
    private static final String SENT = "update notification n set state = ?, sent_at = ?, sender = w.sender,"
            + " reply_to = w.reply_to, subject = w.subject, letter = w.letter::json, text = w.text, attempts = n.attempts + 1, last_error = null,"
            // What a form said to a desk that works by mail went with the mail (P22).
            + " data = case when n.subject_id is null and n.event in ('CONTACT_FORWARDED', 'CONTACT_ACKNOWLEDGED') then '{}' else n.data end"
            + " from unnest(" + Sql.IDS + (", " + Sql.TEXTS).repeat(5) + ")"
            + " as w(id, sender, reply_to, subject, letter, text) where n.id = w.id and n.state = any(" + Sql.TEXTS
            + ")";
    private static final int MOST_OF_ERROR = 300;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<NotificationsQueued> queued;

    @Inject
    private Event<NotificationsBuried> given;

    void record(List<Outcome> outcomes) {
        List<Rendered> sent = new ArrayList<>();
        List<@Nullable Object[]> retried = new ArrayList<>();
        List<@Nullable Object[]> buried = new ArrayList<>();
        List<@Nullable Object[]> postponed = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Sent done) {
                sent.add(done.message());
            } else if (outcome instanceof Outcome.Retried again) {
                retried.add(move(NotificationTransition.RETRY, again.id(), again.next(), cut(again.error())));
            } else if (outcome instanceof Outcome.Buried dead) {
                buried.add(move(
                        NotificationTransition.BURY,
                        dead.id(),
                        cut(dead.error()),
                        dead.bounced() ? clock.instant() : null));
            } else if (outcome instanceof Outcome.Postponed later) {
                postponed.add(new Object[] {later.until(), later.id()});
            }
        }
        send(sent);
        run(
                "update notification set state = ?, next_try_at = ?, last_error = ?, attempts = attempts + 1" + OPEN,
                retried);
        run(
                "update notification set state = ?, last_error = ?, bounced_at = ?::timestamptz, attempts = attempts + 1"
                        + OPEN,
                buried);
        run("update notification set next_try_at = ? where id = ?", postponed);
        if (!buried.isEmpty()) {
            given.fire(new NotificationsBuried(outcomes.stream()
                    .filter(Outcome.Buried.class::isInstance)
                    .map(Outcome::id)
                    .toList()));
        }
    }

    /** All in one statement: an order brings five, and each statement costs the database more than its rows do. */
    private void send(List<Rendered> messages) {
        if (messages.isEmpty()) {
            return;
        }
        sql.update(
                SENT,
                NotificationTransition.SEND.to(),
                clock.instant(),
                messages.stream().map(Rendered::id).toArray(Long[]::new),
                column(messages, Rendered::sender),
                column(messages, Rendered::replyTo),
                column(messages, Rendered::subject),
                column(messages, NotificationLifecycle::letter),
                column(messages, Rendered::text),
                NotificationTransition.SEND.from().stream().map(Enum::name).toArray(String[]::new));
    }

    private static @Nullable String letter(Rendered message) {
        Letter letter = message.letter();
        return letter == null ? null : Json.write(letter);
    }

    private static @Nullable String[] column(List<Rendered> messages, Function<Rendered, @Nullable String> part) {
        return messages.stream().map(part).toArray(String[]::new);
    }

    /**
     * Sends again what was given up, and at once.
     *
     * @throws MoveRefused when it is not dead, or is not asked for by a merchant or the operator
     */
    public void resend(long id, Actor actor) {
        NotificationState state = sql.one(
                        "select state from notification where id = ? for update",
                        row -> row.constant("state", NotificationState.class),
                        id)
                .orElseThrow(() -> new IllegalArgumentException("No notification " + id));
        NotificationState next = NotificationTransition.RESEND.apply(state, actor.kind());
        sql.update(
                "update notification set state = ?, next_try_at = ?, attempts = 0, last_error = null, bounced_at = null where id = ?",
                next,
                clock.instant(),
                id);
        queued.fire(new NotificationsQueued(List.of(id)));
    }

    private static @Nullable Object[] move(NotificationTransition move, long id, @Nullable Object... columns) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(move.to());
        values.addAll(java.util.Arrays.asList(columns));
        values.add(id);
        values.add(move.from().stream().map(Enum::name).toArray(String[]::new));
        return values.toArray();
    }

    private void run(String statement, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            sql.batch(statement, rows);
        }
    }

    private static String cut(String error) {
        String clean = Plain.clean(error);
        return clean.length() <= MOST_OF_ERROR ? clean : clean.substring(0, MOST_OF_ERROR);
    }
}
