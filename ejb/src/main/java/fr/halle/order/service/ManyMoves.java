package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One move asked of several parts at once. Each is made in a transaction of its own: one that is refused leaves the others done,
 * and each has its own answer. Cancelling is not among them, since every cancellation has its own reason and its own euros (M40).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ManyMoves {

    /** More than a page of the list, fewer than would keep somebody waiting. */
    public static final int MOST = 100;

    @EJB
    private PartMoves moves;

    @Inject
    private Transactions transactions;

    /** A part as it was seen. */
    public record Asked(String number, int version) {}

    /**
     * What became of one part.
     *
     * @param state where it is now, null where nothing was done
     * @param refusal why nothing was done, null where it was
     */
    public record Outcome(
            String number,
            @Nullable MerchantOrderState state,
            @Nullable BusinessException refusal) {}

    /**
     * @return the outcome of each, in the order asked
     * @throws fr.halle.shared.model.NotAllowed when the actor's role moves nothing
     * @throws ReasonMissing for a cancellation
     * @throws TooManyAtOnce beyond {@link #MOST}
     */
    public List<Outcome> move(Actor actor, MerchantOrderTransition transition, List<Asked> asked) {
        actor.must(transition.permission());
        if (transition.isCancellation()) {
            throw new ReasonMissing(transition);
        }
        if (asked.size() > MOST) {
            throw new TooManyAtOnce(MOST);
        }
        return asked.stream().map(one -> outcome(actor, transition, one)).toList();
    }

    private Outcome outcome(Actor actor, MerchantOrderTransition transition, Asked one) {
        try {
            PartMoves.Moved moved = transactions.inNew(() -> moves.move(
                    actor, one.number(), new PartMoves.Wish(transition, one.version(), Why.said(null)), null));
            return new Outcome(moved.number(), moved.state(), null);
        } catch (BusinessException refused) {
            return new Outcome(one.number(), null, refused);
        }
    }
}
