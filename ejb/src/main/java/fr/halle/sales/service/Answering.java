package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What the desk says: to the customer, or among its own (S03). */
@Stateless
public class Answering {

    @Inject
    private Sql sql;

    @Inject
    private RequestSight sight;

    @Inject
    private MessageWriting writing;

    @Inject
    private RequestHistory history;

    @Inject
    private DraftRows drafts;

    @Inject
    private Event<RequestAnswered> answered;

    /**
     * Answers the customer, who gets a mail.
     *
     * @return the message's id
     * @throws MessageRefused when it is empty or too long, or there is no address to send it to
     * @throws FileRefused when what goes with it is too large
     * @throws AnsweredMeanwhile when somebody else answered after what the writer saw: it says so once
     */
    public long answer(Actor actor, long requestId, Said said) {
        sight.of(actor, requestId);
        String text = MessageWriting.checked(said.text(), said.files());
        String email = sql.one(
                        "select email from sales_request where id = ? for no key update",
                        row -> row.text("email"),
                        requestId)
                .orElseThrow(RequestUnknown::new);
        if (email.isEmpty()) {
            throw new MessageRefused(MessageRefused.NOWHERE);
        }
        refuseOverNewer(actor, requestId, said.seen());
        long id = write(actor, requestId, MessageSide.DESK, text, said);
        history.write(requestId, actor, RequestAct.ANSWERED, "");
        answered.fire(new RequestAnswered(requestId, id));
        return id;
    }

    /** Writes something down that only the desk reads. */
    public long note(Actor actor, long requestId, Said said) {
        sight.of(actor, requestId);
        long id = write(actor, requestId, MessageSide.NOTE, MessageWriting.checked(said.text(), said.files()), said);
        history.write(requestId, actor, RequestAct.NOTED, "");
        return id;
    }

    private long write(Actor actor, long requestId, MessageSide side, String text, Said said) {
        long id = writing.write(new MessageWriting.NewMessage(
                requestId, side, MessageSource.DESK, actor.id(), actor.name(), text, "", false, null, said.files()));
        drafts.forget(requestId, actor.id());
        return id;
    }

    private void refuseOverNewer(Actor actor, long requestId, int seen) {
        sql.one(
                        "select author from (select author, side, author_id, at, id from request_message where request_id = ? order by at, id offset ?) newer"
                                + " where side = ? and author_id <> ? order by at desc, id desc limit 1",
                        row -> row.text("author"),
                        requestId,
                        seen,
                        MessageSide.DESK,
                        actor.id())
                .ifPresent(author -> {
                    throw new AnsweredMeanwhile(author);
                });
    }
}
