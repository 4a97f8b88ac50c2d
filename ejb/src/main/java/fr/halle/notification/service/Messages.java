package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages that left or should have: a merchant sees those of its own parts and that its customer was told of the whole order, an
 * operator those of its portal, newest first. What was given up is a list of its own, since somebody must look at it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Messages {

    private static final String SELECT = """
            select n.id, n.channel, n.event, n.state, n.recipient, n.subject, n.merchant_order_id, n.portal_id, n.created_at, n.sent_at,
                n.next_try_at, n.attempts, n.last_error, n.bounced_at, p.name as portal, m.number as part_number, o.order_no,
                n.merchant_order_id is null
                    and (select count(distinct x.merchant_id) > 1 from merchant_order x where x.order_id = n.order_id) as of_several
            """;
    private static final String FROM = """
            from notification n
                join portal p on p.id = n.portal_id
                left join merchant_order m on m.id = n.merchant_order_id
                left join customer_order o on o.id = n.order_id
            where\s""";

    /** A part's own, or those that tell the customer of all of its order's parts at once (K11, M19); each way by an index. */
    private static final String OWN = """
            n.id in (select x.id from merchant_order y join notification x on x.order_id = y.order_id
                      where y.merchant_id = ? and (x.merchant_order_id = y.id
                            or x.merchant_order_id is null and x.event in ('ORDER_LINE_CONFIRMED', 'ORDER_RECAP')))""";

    /** Enough to answer a customer at the counter; older ones are found by their order's number. */
    private static final String RECENT_ORDERS =
            "n.order_id in (select order_id from merchant_order where merchant_id = ? order by id desc limit 300)";

    @Inject
    private Sql sql;

    /** The demo's outbox: everything, of all portals. */
    public List<Message> all(MessageSearch search) {
        return list(new Where().with(search));
    }

    /** @throws IllegalArgumentException for an actor who is neither a merchant nor the operator */
    public List<Message> of(Actor actor, @Nullable Long portalId, MessageSearch search) {
        boolean recent = search.words().isEmpty() && search.undelivered() == null;
        return list(scope(actor, portalId, recent).with(search));
    }

    /** What was given up, newest first. */
    public List<Message> dead(Actor actor, @Nullable Long portalId) {
        return list(scope(actor, portalId, false).and("n.state = 'DEAD'").limit(100));
    }

    public Optional<Message.Body> body(long id) {
        return body(new Where().and("n.id = ?", id), Messages::body);
    }

    /**
     * Empty for somebody else's, as for none. Its links have lost their tokens, and it its code: they are the customer's (K17). A merchant
     * sees that a message of several merchants' parts left, and nothing of what it says (K28).
     */
    public Optional<Message.Body> body(Actor actor, @Nullable Long portalId, long id) {
        return body(scope(actor, portalId, false).and("n.id = ?", id), Messages::bodyForOthers)
                .map(body ->
                        actor.kind() != Actor.Kind.OPERATOR && body.message().ofSeveral()
                                ? body.unread()
                                : body.withoutTokens());
    }

    private Optional<Message.Body> body(Where where, Sql.Mapper<Message.Body> mapper) {
        return sql.one(
                SELECT + ", n.sender, n.reply_to, n.letter, n.html, n.text " + FROM + where.conditions(),
                mapper,
                where.values());
    }

    /** Mails from before letters were kept are stored as they were written. */
    private static Message.Body body(Row row) throws SQLException {
        return body(row, letter(row));
    }

    private static Message.Body bodyForOthers(Row row) throws SQLException {
        Letter letter = letter(row);
        return body(row, letter == null ? null : letter.withoutCodes());
    }

    private static @Nullable Letter letter(Row row) throws SQLException {
        String kept = row.textOrNull("letter");
        return kept == null ? null : Json.read(kept, Letter.class);
    }

    private static Message.Body body(Row row, @Nullable Letter letter) throws SQLException {
        return new Message.Body(
                message(row),
                row.textOrNull("sender"),
                row.textOrNull("reply_to"),
                letter == null ? row.textOrNull("html") : HtmlLetter.write(letter),
                letter == null ? row.textOrNull("text") : TextLetter.write(letter));
    }

    private List<Message> list(Where where) {
        return sql.list(
                SELECT + FROM + where.conditions() + " order by n.id desc limit " + where.most,
                Messages::message,
                where.values());
    }

    private static Where scope(Actor actor, @Nullable Long portalId, boolean recent) {
        Where where = new Where();
        if (actor.kind() == Actor.Kind.OPERATOR) {
            return portalId == null ? where : where.and("n.portal_id = ?", portalId);
        }
        Long merchantId = actor.merchantId();
        if (merchantId == null) {
            throw new IllegalArgumentException("No messages for " + actor.kind());
        }
        Where own = where.and(OWN, merchantId);
        return recent ? own.and(RECENT_ORDERS, merchantId) : own;
    }

    private static Message message(Row row) throws SQLException {
        String part = row.textOrNull("part_number");
        Long order = row.numberOrNull("order_no");
        return new Message(
                row.number("id"),
                row.constant("channel", Channel.class),
                row.text("event"),
                row.constant("state", NotificationState.class),
                row.text("recipient"),
                row.textOrNull("subject"),
                part != null ? part : order == null ? null : OrderNumbers.format(order),
                row.numberOrNull("merchant_order_id"),
                row.number("portal_id"),
                row.text("portal"),
                row.instant("created_at"),
                row.instantOrNull("sent_at"),
                row.instant("next_try_at"),
                row.integer("attempts"),
                row.textOrNull("last_error"),
                row.instantOrNull("bounced_at") != null,
                row.flag("of_several"));
    }

    /** Conditions and their values, side by side. */
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private int most = 1;

        Where and(String condition, Object... bound) {
            conditions.add(condition);
            Collections.addAll(values, bound);
            return this;
        }

        Where limit(int rows) {
            most = rows;
            return this;
        }

        Where with(MessageSearch search) {
            Channel channel = search.channel();
            if (channel != null) {
                and("n.channel = ?", channel.name());
            }
            Long before = search.before();
            if (before != null) {
                and("n.id < ?", before);
            }
            MessageSearch.Undelivered undelivered = search.undelivered();
            if (undelivered != null) {
                and("n.state = 'DEAD' and n.bounced_at is "
                        + (undelivered == MessageSearch.Undelivered.BOUNCED ? "not null" : "null"));
            }
            String words = search.words();
            if (!words.isEmpty()) {
                Optional<OrderNumbers.Parsed> number = OrderNumbers.parse(words);
                if (number.isPresent()) {
                    and("o.order_no = ?", number.get().order());
                } else {
                    String like = "%"
                            + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
                    and("(n.recipient ilike ? or n.subject ilike ?)", like, like);
                }
            }
            return limit(search.most());
        }

        String conditions() {
            return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
