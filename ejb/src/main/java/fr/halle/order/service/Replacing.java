package fr.halle.order.service;

import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The order's side of a substitution (K10, M46, M53): what is called off for it and what was paid for that, which stays where it is
 * for the new order instead of going back. Who may, until when and which lines is what it is for a cancellation.
 */
@Service
public class Replacing {

    @Inject
    private Sql sql;

    @Inject
    private Parts parts;

    @EJB
    private MerchantOrderLifecycle lifecycle;

    @Inject
    private PartShares shares;

    @Inject
    private WaivedBalances balances;

    @Inject
    private LineCancellation lines;

    /**
     * @param chosen lines of the part, all of it where there is none
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow cancelling
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws LinesRefused when one of them cannot be cancelled alone
     */
    public ReplacedPart look(long partId, Set<Long> chosen, Actor actor) {
        actor.must(Permission.CANCEL_ORDERS);
        return read(
                parts.seen(partId, actor),
                chosen,
                lifecycle.availableTo(actor, partId).contains(MerchantOrderTransition.CANCEL));
    }

    /**
     * The same, held until the transaction ends.
     *
     * @throws PartMoved when somebody changed it meanwhile
     * @throws fr.halle.shared.model.MoveRefused when it is too late for this actor (K1, M49)
     */
    public ReplacedPart hold(long partId, int version, Set<Long> chosen, Actor actor) {
        return read(lifecycle.hold(partId, version, MerchantOrderTransition.CANCEL, actor), chosen, true);
    }

    private ReplacedPart read(PartOfOrder one, Set<Long> chosen, boolean allowed) {
        MerchantOrder part = one.part();
        int left = chosen.isEmpty() ? 0 : lines.left(part.id(), chosen, one.settings());
        Set<Long> some = left == 0 ? Set.of() : chosen;
        List<GoingBack> paid = some.isEmpty() ? shares.whole(part.id()) : shares.ofLines(part.id(), some);
        return new ReplacedPart(
                part.id(),
                part.number(),
                part.version(),
                part.orderId(),
                part.portalId(),
                part.merchantId(),
                sql.number("select shop_id from merchant_order where id = ?", part.id()),
                allowed,
                some,
                left,
                paid.stream().map(ReplacedPart.Paid::of).toList(),
                balances.of(part.id(), some),
                some.isEmpty() ? part.slotStart() : null);
    }

    /** The reason of a refund that goes with it, in the language of the merchant, who reads it. */
    public String sentence(long partId, Why why) {
        return why.sentence(sql.one(
                        "select l.language from merchant_language l join merchant_order p on p.merchant_id = l.merchant_id"
                                + " where p.id = ?",
                        row -> Locale.forLanguageTag(row.text("language")),
                        partId)
                .orElse(Locale.FRENCH));
    }

    /**
     * Calls it off: its places are free again, what was still to be paid for it is waived; what was paid for it is left to the caller.
     *
     * @throws ReasonMissing without a reason (M40)
     */
    public void callOff(ReplacedPart held, Why why, Actor actor) {
        if (why.isEmpty()) {
            throw new ReasonMissing(MerchantOrderTransition.CANCEL);
        }
        if (held.isWhole()) {
            lifecycle.cancelReplaced(held.partId(), held.version(), actor, why);
        } else {
            lines.replace(parts.seen(held.partId(), actor).part(), held.lines(), why, actor);
        }
        balances.waive(held.partId(), held.lines());
    }
}
