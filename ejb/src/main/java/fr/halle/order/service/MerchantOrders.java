package fr.halle.order.service;

import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts as their merchant, or the portal's operator, reads them. Every statement carries the merchant's id or the operator's
 * portal, and a list takes the same number of statements whatever its length (K28, M08–M14, M25).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MerchantOrders {

    public static final int PAGE = 25;
    private static final int MOST = 100;

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private PartReader reader;

    @Inject
    private HalleClock clock;

    /**
     * A page of parts, newest first.
     *
     * @param after what the page before named as its next, null for the first page
     * @param limit how many at most, cut to a hundred
     */
    public PartPage list(Actor actor, PartFilter filter, @Nullable Long after, int limit) {
        return list(actor, filter, PartSort.NEWEST, after, limit);
    }

    /**
     * The same in another order, one of {@link #sorts}.
     *
     * @param after what a page in this order named as its next
     */
    public PartPage list(Actor actor, PartFilter filter, PartSort sort, @Nullable Long after, int limit) {
        if (!sorts(actor).contains(sort)) {
            throw new IllegalArgumentException(sort + " is not for all of a portal's parts");
        }
        int most = Math.max(1, Math.min(limit, MOST));
        return reader.page(query(actor, filter, sort), after, most);
    }

    /** The orders in which this reader's parts are soon found: those of many merchants have no index but that of their numbers. */
    public Set<PartSort> sorts(Actor actor) {
        return sight.of(actor).merchantId() == null
                ? EnumSet.of(PartSort.NEWEST, PartSort.OLDEST)
                : EnumSet.allOf(PartSort.class);
    }

    /**
     * Whether there are more than so many: an export asks before it begins.
     *
     * @throws fr.halle.shared.model.NotAllowed when the actor may read them, and not take them away
     */
    public boolean areMoreThan(Actor actor, PartFilter filter, int most) {
        actor.must(Permission.EXPORT_ORDERS);
        PartQuery query = query(actor, filter, PartSort.NEWEST).inOrder(null, most + 1);
        return sql.number("select count(*) from (" + query.statement() + ") f", query.values()) > most;
    }

    /** @throws PartUnknown when there is no such part, or it is not the actor's to see */
    public PartDetail byNumber(Actor actor, String number) {
        return one(actor, " and p.number = ?", number);
    }

    /** @throws PartUnknown when there is no such part, or it is not the actor's to see */
    public PartDetail byId(Actor actor, long id) {
        return one(actor, " and p.id = ?", id);
    }

    /** The part's id, for what moves it. @throws PartUnknown when there is no such part, or it is not the actor's to see */
    public long idOf(Actor actor, String number) {
        return byKey(actor, number).orElseThrow(PartUnknown::new);
    }

    /**
     * Takes the mark of a new part away: somebody who works on the merchant's orders has looked at it (M52). The look of an operator,
     * or of who only reads, does not count.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void markSeen(Actor actor, long partId) {
        if (actor.merchantId() != null && actor.may(Permission.MOVE_ORDERS)) {
            sql.update(
                    "update merchant_order set seen_at = ? where id = ? and merchant_id = ? and seen_at is null",
                    clock.instant(),
                    partId,
                    Objects.requireNonNull(actor.merchantId()));
        }
    }

    private PartQuery query(Actor actor, PartFilter filter, PartSort sort) {
        return PartQuery.sorted(sight.of(actor), sort).holding(filter).lateAt(filter, clock.instant());
    }

    private PartDetail one(Actor actor, String condition, Object key) {
        Scope scope = sight.of(actor);
        PartQuery query = new PartQuery(scope).where(condition, key).ending("", 1);
        PartRow row = reader.unfolded(query).stream().findFirst().orElseThrow(PartUnknown::new);
        return reader.detail(row, scope, actor, clock.instant());
    }

    private Optional<Long> byKey(Actor actor, String number) {
        Scope scope = sight.of(actor);
        return sql.one(
                "select id from merchant_order where number = ? and merchant_id = coalesce(?::bigint, merchant_id)"
                        + " and portal_id = coalesce(?::bigint, portal_id)",
                row -> row.number("id"),
                number,
                scope.merchantId(),
                scope.portalId());
    }
}
