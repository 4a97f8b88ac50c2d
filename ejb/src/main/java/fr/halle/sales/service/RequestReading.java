package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.RequestSource;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;

/** A request's page: who asks, what was said by whom, every act (S03). It takes the same number of statements however long it is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RequestReading {

    private static final String REQUEST = "select " + RequestRow.COLUMNS
            + ", r.source, r.page, r.language, r.object_id, r.category_id, r.assigned_to, r.adults, r.children, r.archived_at, r.version,"
            + " h.label_fr as chosen_fr, h.label_en as chosen_en, b.orders, b.last_order_at from sales_request r"
            + RequestRow.JOINS
            + " left join sales_category h on h.id = r.chosen_category_id"
            + " left join lateral (select count(distinct o.id) as orders, max(p.placed_at) as last_order_at from customer_order o"
            + " join merchant_order p on p.order_id = o.id where r.email <> '' and lower(o.email) = lower(r.email)"
            + " and o.portal_id = r.portal_id and p.merchant_id = coalesce(r.merchant_id, p.merchant_id)) b on true"
            + " where r.id = ? and r.desk_id = ?";
    private static final String EVENTS =
            "select id, at, actor_kind, actor_name, kind, detail from request_event where request_id = ? order by id";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestSight sight;

    @Inject
    private MessageReading messages;

    /** @throws RequestUnknown when there is no such request, or it is not the actor's to see */
    public RequestDetail byId(Actor actor, long id) {
        SalesDesk desk = sight.of(actor, id).desk();
        return sql.one(REQUEST, row -> detail(row, desk), id, desk.id()).orElseThrow(RequestUnknown::new);
    }

    /** Somebody of the desk has looked: what the customer said is no longer new. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void opened(Actor actor, long id) {
        sight.of(actor, id);
        if (sql.update("update sales_request set unread = 0 where id = ? and unread > 0", id) > 0) {
            sql.update(
                    "update request_message set read_at = ? where request_id = ? and side = ? and read_at is null",
                    clock.instant(),
                    id,
                    MessageSide.CUSTOMER);
        }
    }

    private RequestDetail detail(Row row, SalesDesk desk) throws SQLException {
        RequestRow listed = RequestRow.of(row);
        String chosen = row.textOrNull("chosen_fr");
        Instant archived = row.instantOrNull("archived_at");
        return new RequestDetail(
                listed,
                desk,
                row.text("first_name"),
                row.text("last_name"),
                row.constant("source", RequestSource.class),
                row.text("page"),
                row.text("language"),
                row.numberOrNull("object_id"),
                row.numberOrNull("category_id"),
                chosen == null ? null : new RequestRow.Label(chosen, row.text("chosen_en")),
                row.numberOrNull("assigned_to"),
                row.integerOrNull("adults"),
                row.integerOrNull("children"),
                archived != null,
                listed.spam(),
                row.integer("version"),
                row.number("orders"),
                row.instantOrNull("last_order_at"),
                messages.of(listed.id()),
                sql.list(EVENTS, RequestReading::event, listed.id()));
    }

    private static RequestEvent event(Row row) throws SQLException {
        return new RequestEvent(
                row.number("id"),
                row.instant("at"),
                row.constant("actor_kind", Actor.Kind.class),
                row.text("actor_name"),
                row.constant("kind", RequestAct.class),
                row.text("detail"));
    }
}
