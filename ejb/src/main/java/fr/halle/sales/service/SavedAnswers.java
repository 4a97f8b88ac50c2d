package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The answers that a desk gives often, kept under a name in the language they are in: the desk's, not one secretary's. */
@Stateless
public class SavedAnswers {

    public static final int MOST = 100;
    public static final int LONGEST_TITLE = 60;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private Desks desks;

    @Inject
    private RequestSight sight;

    /** One of them. */
    public record Saved(long id, String title, String body) {}

    public List<Saved> of(Actor actor, long deskId, String language) {
        return sql.list(
                "select id, title, body from saved_answer where desk_id = ? and language = ? order by lower(title) limit ?",
                row -> new Saved(row.number("id"), row.text("title"), row.text("body")),
                desks.idOf(actor, deskId),
                language,
                MOST);
    }

    /**
     * Keeps a text in the language of the request that it was written for. A name that holds another text is refused: it may be a
     * colleague's, and is put away by its own button first.
     *
     * @throws MessageRefused when the text is empty or too long
     * @throws AnswerRefused when the name is missing, too long or taken, or there are {@value #MOST} already
     */
    public void keep(Actor actor, long requestId, String title, String text) {
        long desk = sight.of(actor, requestId).desk().id();
        String body = MessageWriting.checked(text, List.of());
        String called = title.strip();
        if (called.isEmpty() || called.length() > LONGEST_TITLE || Texts.hides(called)) {
            throw new AnswerRefused(AnswerRefused.NAME, LONGEST_TITLE);
        }
        sql.number("select id from sales_desk where id = ? for no key update", desk);
        Optional<String> taken = sql.one(
                "select a.body from saved_answer a join sales_request r on r.language = a.language"
                        + " where r.id = ? and a.desk_id = ? and lower(a.title) = lower(?)",
                row -> row.text("body"),
                requestId,
                desk,
                called);
        if (taken.isPresent()) {
            if (!taken.get().equals(body)) {
                throw new AnswerRefused(AnswerRefused.TAKEN);
            }
            return;
        }
        if (sql.number("select count(*) from saved_answer where desk_id = ?", desk) >= MOST) {
            throw new AnswerRefused(AnswerRefused.FULL, MOST);
        }
        sql.update(
                "insert into saved_answer (id, desk_id, language, title, body) select ?, ?, language, ?, ? from sales_request where id = ?",
                ids.next(),
                desk,
                called,
                body,
                requestId);
    }

    /** Nothing happens where it is not the desk's own, or is gone already. */
    public void forget(Actor actor, long requestId, long id) {
        long desk = sight.of(actor, requestId).desk().id();
        sql.update("delete from saved_answer where id = ? and desk_id = ?", id, desk);
    }
}
