package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Settings;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which a merchant's part moves: it locks the row, checks who asks and what the settings frozen on the order
 * allow, makes the move, keeps its history and fires {@link MerchantOrderMoved}. Mails, stock and money are observers.
 */
@Stateless
public class MerchantOrderLifecycle {

    @PersistenceContext(unitName = "halle")
    private EntityManager em;

    @Inject
    private FrozenSettings frozen;

    @Inject
    private Portals portals;

    @Inject
    private Sight sight;

    @Inject
    private HalleClock clock;

    @Inject
    private Ids ids;

    @Inject
    private Audit audit;

    @Inject
    private LastChange lastChange;

    @Inject
    private Event<MerchantOrderMoved> moved;

    /**
     * Moves a part, whatever its version: for what does not come from a page, such as the clock's own moves.
     *
     * @param reason required for a cancellation and a fall into ERROR
     */
    public void apply(long partId, MerchantOrderTransition transition, Actor actor, @Nullable String reason) {
        move(locked(partId, actor), transition, actor, Why.said(reason), false);
    }

    /**
     * Moves a part that somebody looked at.
     *
     * @param version the part's, as it was when it was looked at
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws PartMoved when somebody moved it meanwhile: nothing is overwritten
     * @throws fr.halle.shared.model.MoveRefused when the table or a setting does not allow the move
     */
    public void apply(
            long partId, int version, MerchantOrderTransition transition, Actor actor, @Nullable String reason) {
        applyBecause(partId, version, transition, actor, Why.said(reason));
    }

    /** The same, with a reason that may be one of the list (M40). */
    public void applyBecause(long partId, int version, MerchantOrderTransition transition, Actor actor, Why why) {
        MerchantOrder part = locked(partId, actor);
        actor.must(transition.permission());
        move(seenAt(version, part), transition, actor, why, false);
    }

    /** Completes a part whose customer has shown its code: {@link Completion} has compared it (K17). */
    public void completeProven(long partId, int version, Actor actor) {
        move(seenAt(version, locked(partId, actor)), MerchantOrderTransition.COMPLETE, actor, Why.said(null), true);
    }

    /**
     * Completes a part for its customer, whose right to it {@link Completion} has seen by the order's token (K17).
     *
     * @param customer of this part's order, who is nobody else's customer
     */
    public void completeReceived(long partId, Actor customer) {
        MerchantOrder part = em.find(MerchantOrder.class, partId, LockModeType.PESSIMISTIC_WRITE);
        if (part == null || customer.kind() != Actor.Kind.CUSTOMER || customer.id() != part.orderId()) {
            throw new PartUnknown();
        }
        move(part, MerchantOrderTransition.COMPLETE, customer, Why.said(null), false);
    }

    /**
     * Holds a part that could make this move until the transaction ends, without making it: some of its lines are cancelled (K9).
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws PartMoved when somebody moved it meanwhile
     * @throws fr.halle.shared.model.MoveRefused when the table or a setting does not allow the move
     */
    public MerchantOrder hold(long partId, int version, MerchantOrderTransition transition, Actor actor) {
        MerchantOrder part = seenAt(version, locked(partId, actor));
        rules(part, frozen.of(part.orderId())).check(transition, actor, false, clock.instant());
        return part;
    }

    /** What {@code actor} may do with the part now: exactly what a page offers. */
    public List<MerchantOrderTransition> availableTo(Actor actor, long partId) {
        MerchantOrder part = sight.seen(em.find(MerchantOrder.class, partId), actor);
        return rules(part, frozen.of(part.orderId())).availableTo(actor, clock.instant());
    }

    private MerchantOrder locked(long partId, Actor actor) {
        return sight.seen(em.find(MerchantOrder.class, partId, LockModeType.PESSIMISTIC_WRITE), actor);
    }

    private MerchantOrder seenAt(int version, MerchantOrder part) {
        if (part.version() != version) {
            throw lastChange.of(part);
        }
        return part;
    }

    private void move(MerchantOrder part, MerchantOrderTransition transition, Actor actor, Why why, boolean proven) {
        Instant now = clock.instant();
        Settings settings = frozen.of(part.orderId());
        MoveRules rules = rules(part, settings);
        rules.check(transition, actor, proven, now);
        boolean needsReason = transition.isCancellation() || transition == MerchantOrderTransition.FAIL;
        if (why.isEmpty() && rules.isOverridden(transition, actor.kind(), now)) {
            throw new CompletionReasonMissing();
        }
        if (needsReason && why.isEmpty()) {
            throw new ReasonMissing(transition);
        }
        em.persist(part.make(ids.next(), transition, actor, why, now));
        ReleaseDates.set(
                part,
                PayoutSettings.rule(settings, portals.byId(part.portalId()).region()));
        em.flush();
        if (actor.kind() == Actor.Kind.OPERATOR) {
            audit.writeOnBehalf(
                    actor, part.merchantId(), "part_" + transition.name(), part.number(), why.sentence(Locale.FRENCH));
        }
        moved.fire(new MerchantOrderMoved(part.id(), transition, actor, why.wordsOrNull(), why.reason()));
    }

    private static MoveRules rules(MerchantOrder part, Settings settings) {
        return new MoveRules(part.state(), part.stateBeforeError(), part.slotStart(), part.serviceDate(), settings);
    }
}
