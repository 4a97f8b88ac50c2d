package fr.halle.order.service;

import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.service.OpenTime;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shops;
import fr.halle.order.model.OrderSettings;
import fr.halle.payment.service.Refunds;
import fr.halle.portal.model.Setting;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A part that its merchant does not accept (O18): after so many hours that its shop is open the merchant is reminded, then the
 * operator is told, at last it is cancelled and the customer refunded; what the merchant itself offered, by a quote or in place of
 * something else, is not. The delays are those frozen on the order; each step happens
 * once, and the end never in the same hour as the reminder, however long the job did not run.
 */
@Stateless
public class Unaccepted {

    private static final Duration BETWEEN_REMINDER_AND_END = Duration.ofHours(1);

    private static final String OFFERED = "(exists (select from quote q join sales_request r on r.id = q.request_id"
            + " where q.order_id = p.order_id and r.merchant_id = p.merchant_id)"
            + " or exists (select from substitution u where u.to_part_id = p.id and u.actor_kind = 'MERCHANT'))";
    /** No merchant can accept what stands in ERROR: its delays begin again when the part comes out of it. */
    private static final String SINCE =
            "case when p.moved_at = p.placed_at then p.placed_at else coalesce((select max(v.at)"
                    + " from order_move v where v.merchant_order_id = p.id and v.transition like 'RESUME%'), p.placed_at) end";

    private static final String COLUMNS = "select p.id, p.number, p.version, p.shop_id, " + SINCE
            + " as waits_since, o.language, o.settings," + " u.reminded_at, u.escalated_at, " + OFFERED + " as offered";
    private static final String JOINED = " join customer_order o on o.id = p.order_id"
            + " left join unaccepted_part u on u.merchant_order_id = p.id where ";

    /** Merchant by merchant, along the index of their states; not those of which nothing is left to do, however long they stay open. */
    private static final String OPEN = COLUMNS + " from merchant m cross join lateral (select * from merchant_order"
            + " where merchant_id = m.id and state in ('RECORDED', 'CONFIRMING') and id > ? offset 0) p" + JOINED
            + "p.placed_at <= ? and (u.reminded_at is null and coalesce((o.settings ->> ?)::int, 1) > 0"
            + " or u.escalated_at is null and coalesce((o.settings ->> ?)::int, 1) > 0"
            + " or coalesce((o.settings ->> ?)::int, 1) > 0 and not " + OFFERED + ") order by p.id limit ?";

    private static final String ONE = COLUMNS + " from merchant_order p" + JOINED
            + "p.id = ? and p.state in ('RECORDED', 'CONFIRMING') for no key update of p";

    /** The shortest delay there is. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private static final int PAGE = 500;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Shops shops;

    @EJB
    private Cancellation cancellation;

    @EJB
    private Refunds refunds;

    @Inject
    private UnacceptedIsTold tell;

    private record Part(
            long id,
            String number,
            int version,
            long shopId,
            Instant waitsSince,
            String language,
            Settings settings,
            @Nullable Instant remindedAt,
            @Nullable Instant escalatedAt,
            boolean offered) {

        static Part of(Row row) throws SQLException {
            return new Part(
                    row.number("id"),
                    row.text("number"),
                    row.integer("version"),
                    row.number("shop_id"),
                    row.instant("waits_since"),
                    row.text("language"),
                    FrozenSettings.read(row.text("settings")),
                    row.instantOrNull("reminded_at"),
                    row.instantOrNull("escalated_at"),
                    row.flag("offered"));
        }
    }

    /** When each step falls due; null for what is switched off or done. */
    private record Due(
            @Nullable Instant remind,
            @Nullable Instant escalate,
            @Nullable Instant cancel) {

        boolean isAnyBy(Instant now) {
            return isBy(remind, now) || isBy(escalate, now) || isBy(cancel, now);
        }

        static boolean isBy(@Nullable Instant at, Instant now) {
            return at != null && !at.isAfter(now);
        }
    }

    /** Parts that something is to be done about now, by id. */
    public List<Long> due(long afterId, int most) {
        Instant now = clock.instant();
        List<Long> due = new ArrayList<>();
        long last = afterId;
        List<Part> page;
        do {
            page = sql.list(
                    OPEN,
                    Part::of,
                    last,
                    now.minus(SHORTEST),
                    OrderSettings.ACCEPT_REMIND_HOURS.key(),
                    OrderSettings.ACCEPT_ESCALATE_HOURS.key(),
                    OrderSettings.ACCEPT_CANCEL_HOURS.key(),
                    PAGE);
            page.stream()
                    .filter(part -> due(part, now).isAnyBy(now))
                    .map(Part::id)
                    .limit(most - due.size())
                    .forEach(due::add);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE && due.size() < most);
        return due;
    }

    /** Does what is due of a part, if it is still not accepted. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void advance(long partId) {
        Instant now = clock.instant();
        sql.one(ONE, Part::of, partId).ifPresent(part -> {
            Due due = due(part, now);
            if (Due.isBy(due.cancel(), now)) {
                cancel(part);
                return;
            }
            if (Due.isBy(due.remind(), now)) {
                done(part, "reminded_at", now);
                tell.merchant(part.id(), endIfReminded(part, now));
            }
            if (Due.isBy(due.escalate(), now)) {
                done(part, "escalated_at", now);
                tell.operator(part.id());
            }
        });
    }

    /** Its money goes back at once, also where a merchant sends its refunds itself (K7): this one does not answer. */
    private void cancel(Part part) {
        String reason = ResourceBundle.getBundle(
                        "fr.halle.i18n.order",
                        Locale.forLanguageTag(part.language()),
                        Unaccepted.class.getClassLoader())
                .getString("cancelled.unaccepted");
        cancellation.cancel(part.id(), part.version(), reason, Actor.CLOCK);
        refunds.send(part.id());
        tell.merchantOfEnd(part.id());
    }

    private void done(Part part, String column, Instant now) {
        sql.update(
                "insert into unaccepted_part (merchant_order_id, " + column + ") values (?, ?) on conflict"
                        + " (merchant_order_id) do update set " + column + " = excluded." + column,
                part.id(),
                now);
    }

    private Due due(Part part, Instant now) {
        OpeningHours hours = hours(part);
        Instant remind = part.remindedAt() == null ? after(part, hours, OrderSettings.ACCEPT_REMIND_HOURS) : null;
        Instant escalate = part.escalatedAt() == null ? after(part, hours, OrderSettings.ACCEPT_ESCALATE_HOURS) : null;
        Instant cancel = end(part, hours);
        boolean first = cancel != null
                && (remind != null && remind.isBefore(cancel) || escalate != null && escalate.isBefore(cancel));
        return new Due(remind, escalate, cancel == null || first ? null : notSoonerThanAnHour(part, hours, cancel));
    }

    private static Instant notSoonerThanAnHour(Part part, OpeningHours hours, Instant cancel) {
        Instant reminded = part.remindedAt();
        Instant soonest = reminded == null ? cancel : OpenTime.after(hours, reminded, BETWEEN_REMINDER_AND_END);
        return soonest.isAfter(cancel) ? soonest : cancel;
    }

    /** What the reminder says: the moment at which nobody waits any longer. */
    private Optional<Instant> endIfReminded(Part part, Instant now) {
        OpeningHours hours = hours(part);
        Instant end = end(part, hours);
        if (end == null) {
            return Optional.empty();
        }
        Instant soonest = OpenTime.after(hours, now, BETWEEN_REMINDER_AND_END);
        return Optional.of(soonest.isAfter(end) ? soonest : end);
    }

    /** None for what its own merchant offered, by a quote or in place of something else: it has said yes already, and is paid. */
    private static @Nullable Instant end(Part part, OpeningHours hours) {
        return part.offered() ? null : after(part, hours, OrderSettings.ACCEPT_CANCEL_HOURS);
    }

    private static @Nullable Instant after(Part part, OpeningHours hours, Setting<Integer> delay) {
        int open = part.settings().get(delay);
        return open == 0 ? null : OpenTime.after(hours, part.waitsSince(), Duration.ofHours(open));
    }

    private OpeningHours hours(Part part) {
        Shop shop = shops.byId(part.shopId());
        return shop.hoursFr();
    }
}
