package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.payout.model.PayoutRule;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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

    @Inject
    private Parts parts;

    @Inject
    private Portals portals;

    @Inject
    private HalleClock clock;

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
        move(parts.held(partId, actor), transition, actor, Why.said(reason), false);
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
        move(parts.held(partId, actor), version, transition, actor, why);
    }

    /**
     * The same, for who knows the part by its number: it is looked up and held at once.
     *
     * @return the part as it is now
     */
    public MerchantOrder applyTo(String number, int version, MerchantOrderTransition transition, Actor actor, Why why) {
        return move(parts.held(number, actor), version, transition, actor, why);
    }

    /** Cancels a part whose place another order takes (K10): who replaces it tells the customer of both at once. */
    public void cancelReplaced(long partId, int version, Actor actor, Why why) {
        PartOfOrder held = seenAt(version, parts.held(partId, actor));
        moved.fire(made(held, MerchantOrderTransition.CANCEL, actor, why, false).byReplacement());
    }

    /** Completes a part whose customer has shown its code: {@link Completion} has compared it (K17). */
    public void completeProven(long partId, int version, Actor actor) {
        move(seenAt(version, parts.held(partId, actor)), MerchantOrderTransition.COMPLETE, actor, Why.said(null), true);
    }

    /**
     * Completes a part for its customer, whose right to it {@link Completion} has seen by the order's token (K17).
     *
     * @param customer of this part's order, who is nobody else's customer
     */
    public void completeReceived(long partId, Actor customer) {
        PartOfOrder held = parts.heldByCustomer(partId, customer);
        move(held, MerchantOrderTransition.COMPLETE, customer, Why.said(null), false);
    }

    /**
     * Holds a part that could make this move until the transaction ends, without making it: some of its lines are cancelled (K9).
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws PartMoved when somebody moved it meanwhile
     * @throws fr.halle.shared.model.MoveRefused when the table or a setting does not allow the move
     */
    public PartOfOrder hold(long partId, int version, MerchantOrderTransition transition, Actor actor) {
        PartOfOrder held = seenAt(version, parts.held(partId, actor));
        rules(held).check(transition, actor, false, clock.instant());
        return held;
    }

    /** What {@code actor} may do with the part now: exactly what a page offers. */
    public List<MerchantOrderTransition> availableTo(Actor actor, long partId) {
        return rules(parts.seen(partId, actor)).availableTo(actor, clock.instant());
    }

    private PartOfOrder seenAt(int version, PartOfOrder held) {
        if (held.part().version() != version) {
            throw lastChange.of(held.part());
        }
        return held;
    }

    private MerchantOrder move(
            PartOfOrder held, int version, MerchantOrderTransition transition, Actor actor, Why why) {
        actor.must(transition.permission());
        return move(seenAt(version, held), transition, actor, why, false);
    }

    private MerchantOrder move(
            PartOfOrder held, MerchantOrderTransition transition, Actor actor, Why why, boolean proven) {
        MerchantOrderMoved made = made(held, transition, actor, why, proven);
        moved.fire(made);
        return made.moved().part();
    }

    private MerchantOrderMoved made(
            PartOfOrder held, MerchantOrderTransition transition, Actor actor, Why why, boolean proven) {
        Instant now = clock.instant();
        MoveRules rules = rules(held);
        rules.check(transition, actor, proven, now);
        boolean needsReason = transition.isCancellation() || transition == MerchantOrderTransition.FAIL;
        if (why.isEmpty() && rules.isOverridden(transition, actor.kind(), now)) {
            throw new CompletionReasonMissing();
        }
        if (needsReason && why.isEmpty()) {
            throw new ReasonMissing(transition);
        }
        MerchantOrder before = held.part();
        PayoutRule rule = PayoutSettings.rule(
                held.settings(), portals.byId(before.portalId()).region());
        MerchantOrder part = ReleaseDates.set(before.make(transition, actor, why, now), rule);
        parts.write(before, part, transition, actor, why, now);
        if (actor.kind() == Actor.Kind.OPERATOR) {
            audit.writeOnBehalf(
                    actor, part.merchantId(), "part_" + transition.name(), part.number(), why.sentence(Locale.FRENCH));
        }
        return new MerchantOrderMoved(held.after(part), transition, actor, why.wordsOrNull(), why.reason(), false);
    }

    private static MoveRules rules(PartOfOrder one) {
        MerchantOrder part = one.part();
        return new MoveRules(
                part.state(), part.stateBeforeError(), part.slotStart(), part.serviceDate(), one.settings());
    }
}
