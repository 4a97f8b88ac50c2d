package fr.halle.order.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.BusinessDays;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The law's right to change one's mind (Code de la consommation L221-18 to L221-28): on the order's private page the customer says of
 * which lines, once for each, and both sides have it by mail with its moment (L221-21). What comes back is the merchant's to settle: it
 * cancels or refunds (L221-24).
 */
@Stateless
public class Withdrawals {

    private static final String LEGAL = "LEGAL";
    private static final int DAYS = 14;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private CustomerOrders orders;

    @Inject
    private Portals portals;

    @Inject
    private Notifications notifications;

    /**
     * A line that may be taken back, or that was.
     *
     * @param until the last day; null while what was bought is not handed over
     * @param saidAt null where it was not taken back
     */
    public record Line(
            long partId,
            OrderLine line,
            @Nullable LocalDate until,
            @Nullable Instant saidAt) {

        public boolean isOpen() {
            return saidAt == null;
        }
    }

    /** What was taken back of a part, at one moment. */
    public record Said(Instant at, String lines) {}

    /** What of an order may still be taken back, and what was. */
    public List<Line> of(FollowedOrder order) {
        List<FollowedOrder.Part> parts = order.parts().stream()
                .filter(part -> part.lines().stream().anyMatch(Withdrawals::isLegal))
                .toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        Map<Long, Instant> said = new HashMap<>();
        sql.list(
                "select line_id, said_at from line_withdrawal where merchant_order_id = any(?)",
                row -> said.put(row.number("line_id"), row.instant("said_at")),
                (Object) parts.stream().map(FollowedOrder.Part::id).toArray(Long[]::new));
        List<Line> lines = new ArrayList<>();
        for (FollowedOrder.Part part : parts) {
            part.lines().stream()
                    .filter(Withdrawals::isLegal)
                    .map(line -> new Line(part.id(), line, until(order, part, line), said.get(line.id())))
                    .filter(line -> !line.isOpen() || mayStill(part, line))
                    .forEach(lines::add);
        }
        return lines;
    }

    /**
     * The customer takes lines back; one that was taken back before stays so.
     *
     * @throws OrderUnknown when no order of the portal is opened by this number and token
     * @throws WithdrawalRefused when there is none, or one of them is not to be taken back: then none is
     */
    public void say(long portalId, String number, String token, Set<Long> lineIds) {
        FollowedOrder order = orders.byToken(portalId, number, token);
        List<Line> lines = of(order).stream()
                .filter(line -> lineIds.contains(line.line().id()))
                .toList();
        if (lines.isEmpty() || lines.size() != lineIds.size()) {
            throw new WithdrawalRefused();
        }
        Instant now = clock.instant();
        Map<Long, List<Line>> written = lines.stream()
                .filter(line -> sql.update(
                                "insert into line_withdrawal (line_id, merchant_order_id, said_at) values (?, ?, ?)"
                                        + " on conflict do nothing",
                                line.line().id(),
                                line.partId(),
                                now)
                        == 1)
                .collect(Collectors.groupingBy(Line::partId));
        order.parts().stream()
                .filter(part -> written.containsKey(part.id()))
                .forEach(part -> tell(order, part, written.getOrDefault(part.id(), List.of()), now));
    }

    /** What its customer has taken back of a part, oldest first. */
    public List<Said> ofPart(long partId) {
        return sql.list(
                "select w.said_at, string_agg(l.name, ', ' order by l.line_no) as lines from line_withdrawal w"
                        + " join order_line l on l.id = w.line_id where w.merchant_order_id = ? group by w.said_at order by w.said_at",
                row -> new Said(row.instant("said_at"), row.text("lines")),
                partId);
    }

    private static boolean isLegal(OrderLine line) {
        return line.withdrawal().equals(LEGAL);
    }

    private boolean mayStill(FollowedOrder.Part part, Line line) {
        return !part.isCancelled()
                && line.line().state() == OrderLineState.CONFIRMED
                && (line.until() == null || !clock.today().isAfter(line.until()));
    }

    /**
     * Goods: fourteen days from the day on which they were handed over; the rest: from the order. A last day that is no working day is
     * the next one (L221-19).
     */
    private @Nullable LocalDate until(FollowedOrder order, FollowedOrder.Part part, OrderLine line) {
        Instant from = line.kind() == ProductKind.GOODS ? handedOverAt(part) : order.placedAt();
        return from == null
                ? null
                : BusinessDays.plus(
                        from.atZone(HalleClock.PARIS).toLocalDate().plusDays(DAYS),
                        0,
                        portals.byId(order.portalId()).region());
    }

    private static @Nullable Instant handedOverAt(FollowedOrder.Part part) {
        return part.moves().stream()
                .filter(move -> move.to() == MerchantOrderState.COMPLETED)
                .map(FollowedOrder.Move::at)
                .findFirst()
                .orElse(null);
    }

    private void tell(FollowedOrder order, FollowedOrder.Part part, List<Line> lines, Instant at) {
        Map<String, String> data = Map.of(
                "lines",
                lines.stream().map(line -> Long.toString(line.line().id())).collect(Collectors.joining(",")),
                "at",
                at.toString());
        String key = "withdrawn:" + part.number() + ":" + lines.get(0).line().id();
        notifications.queue(letter(
                order,
                part,
                NotificationEvent.WITHDRAWAL_RECEIVED,
                key,
                new String[] {order.email(), order.language()},
                data));
        String[] merchant = sql.one(
                        "select m.email, l.language from merchant m join merchant_language l on l.merchant_id = m.id where m.id = ?",
                        row -> new String[] {row.text("email"), row.text("language")},
                        part.merchantId())
                .orElseThrow();
        notifications.queue(letter(order, part, NotificationEvent.WITHDRAWAL_ARRIVED, key, merchant, data));
    }

    /** @param to address and language */
    private static NewNotification letter(
            FollowedOrder order,
            FollowedOrder.Part part,
            NotificationEvent event,
            String key,
            String[] to,
            Map<String, String> data) {
        return new NewNotification(
                order.portalId(),
                Channel.MAIL,
                event,
                event + ":" + key,
                to[0],
                to[1],
                order.id(),
                part.id(),
                null,
                null,
                part.merchantId(),
                data);
    }
}
