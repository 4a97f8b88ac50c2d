package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** The one place where a request begins, whoever asks and from wherever (S01, S08, C18). */
@Stateless
public class RequestOpening {

    private static final String REQUEST =
            "insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, page, language,"
                    + " object_id, object_label, category_id, chosen_category_id, first_name, last_name, email, phone, arrives_on, leaves_on, adults, children,"
                    + " opened_at, last_at, unread)"
                    + " select ?, d.id, d.portal_id, d.merchant_id, ?, ?, ?, ?, ?, ?, o.id, coalesce(o.label, ''), c.id, c.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                    + " from sales_desk d left join contact_object o on o.id = ? and o.desk_id = d.id left join sales_category c on c.id = ? and c.desk_id = d.id"
                    + " where d.id = ?";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestHistory history;

    @Inject
    private Event<RequestOpened> opened;

    /**
     * Writes the request, its first message and its first act.
     *
     * @param asked whose object and category, where it names any, are looked for at its own desk
     * @param actor the customer, or whoever took the call
     * @return the request's id
     * @throws DeskUnknown when there is no such desk
     */
    public long open(NewRequest asked, Actor actor) {
        long id = ids.next();
        Instant now = clock.instant();
        insert(id, asked, now);
        long message = asked.message().isEmpty() ? 0 : write(id, asked, now);
        history.write(id, actor, RequestAct.OPENED, asked.source().name());
        opened.fire(new RequestOpened(id, message, asked));
        return id;
    }

    private void insert(long id, NewRequest asked, Instant now) {
        String token = Secrets.token();
        int written = sql.update(
                REQUEST,
                id,
                token,
                Secrets.sha256(token),
                Secrets.lowerCaseToken(),
                asked.source(),
                asked.page(),
                asked.language(),
                asked.firstName(),
                asked.lastName(),
                asked.email(),
                asked.phone(),
                asked.arrivesOn(),
                asked.leavesOn(),
                asked.adults(),
                asked.children(),
                now,
                now,
                asked.message().isEmpty() ? 0 : 1,
                asked.objectId(),
                asked.categoryId(),
                asked.deskId());
        if (written == 0) {
            throw new DeskUnknown();
        }
    }

    private long write(long requestId, NewRequest asked, Instant now) {
        long id = ids.next();
        sql.update(
                "insert into request_message (id, request_id, desk_id, side, author, body, at, source) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                requestId,
                asked.deskId(),
                MessageSide.CUSTOMER,
                (asked.firstName() + " " + asked.lastName()).strip(),
                asked.message(),
                now,
                asked.source().ofMessage());
        return id;
    }
}
