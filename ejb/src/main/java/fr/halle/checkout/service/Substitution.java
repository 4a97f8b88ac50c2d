package fr.halle.checkout.service;

import fr.halle.cart.service.CartPart;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.ReplacementBaskets.Basket;
import fr.halle.checkout.service.SubstitutionRefused.Reason;
import fr.halle.order.model.CancelGranularity;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.Why;
import fr.halle.order.service.FrozenSettings;
import fr.halle.order.service.ReplacedPart;
import fr.halle.order.service.Replacing;
import fr.halle.payment.model.RefundSettings;
import fr.halle.payment.service.CarriedShares;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Money;
import fr.halle.shared.service.HalleClock;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remplacer (K10, M46, M53): a part, or some of its lines, is called off and a new order is written in its place, in one transaction.
 * Orders stay as they were placed. What was paid pays for the new one without travelling; the difference is asked for by a link or
 * given back. The terms that were accepted with the first order, and its settings, are the new one's: the customer agreed to the change
 * on the telephone and signs nothing anew.
 */
@Stateless
public class Substitution {

    @Inject
    private Replacing replacing;

    @EJB
    private ReplacementBaskets baskets;

    @Inject
    private ReplacementDrafts drafts;

    @Inject
    private ReplacementOrders orders;

    @Inject
    private CarriedShares shares;

    @Inject
    private FrozenSettings frozen;

    @Inject
    private HalleClock clock;

    /**
     * What somebody confirmed, as the page showed it.
     *
     * @param version the part's
     * @param paidCents what was paid for what is replaced
     * @param totalCents of what replaces it
     */
    public record Confirmed(long partId, int version, long paidCents, long totalCents, Why why) {}

    /**
     * @throws fr.halle.order.service.PartUnknown when there is no such part, or it is not the actor's to see
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow cancelling
     * @throws fr.halle.order.service.LinesRefused when a line of it cannot be replaced alone
     */
    public SubstitutionEffect preview(long partId, Actor actor) {
        Optional<Basket> basket = baskets.of(partId, actor);
        ReplacedPart replaced = replacing.look(partId, basket.map(Basket::lines).orElse(Set.of()), actor);
        try {
            shares.check(partId);
            Coverage coverage = coverage(replaced, drafted(basket, replaced));
            return effect(replaced, coverage, null);
        } catch (BusinessException refusal) {
            return effect(replaced, null, refusal);
        }
    }

    private SubstitutionEffect effect(
            ReplacedPart replaced, @Nullable Coverage coverage, @Nullable BusinessException refusal) {
        LocalDate today = clock.today();
        Settings settings = frozen.of(replaced.orderId());
        boolean waits = settings.get(RefundSettings.MODE) == RefundSettings.Mode.MANUAL;
        boolean byLine = settings.get(OrderSettings.CANCEL_GRANULARITY) == CancelGranularity.LINE;
        if (coverage == null) {
            return new SubstitutionEffect(
                    replaced, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, waits, byLine, refusal);
        }
        return new SubstitutionEffect(
                replaced,
                Money.euros(coverage.part().totalCents()),
                Money.euros(coverage.part().dueNowCents()),
                Money.euros(coverage.linkCents(today)),
                Money.euros(coverage.laterCents(today)),
                Money.euros(coverage.backCents()),
                waits,
                byLine,
                refusal);
    }

    /**
     * Does it.
     *
     * @return the new part's number
     * @throws fr.halle.order.service.PartMoved when somebody changed the part meanwhile
     * @throws fr.halle.shared.model.MoveRefused when it is too late for this actor (K1, M49)
     * @throws fr.halle.order.service.ReasonMissing without a reason (M40)
     * @throws SubstitutionRefused when what was put together cannot replace it
     * @throws fr.halle.payment.service.ShareStays when what was paid cannot pay for something else now
     * @throws CapacityShort, SlotTaken when somebody was faster; nothing is changed
     */
    public String confirm(Confirmed asked, Actor actor) {
        Optional<Basket> basket = baskets.of(asked.partId(), actor);
        ReplacedPart held = replacing.hold(
                asked.partId(), asked.version(), basket.map(Basket::lines).orElse(Set.of()), actor);
        OrderDraft draft = drafted(basket, held);
        Coverage coverage = coverage(held, draft);
        if (held.paidCents() != asked.paidCents() || coverage.part().totalCents() != asked.totalCents()) {
            throw new SubstitutionRefused(Reason.STALE);
        }
        return orders.write(
                held, basket.orElseThrow().cartId(), drafts.paying(draft, coverage), coverage, asked.why(), actor);
    }

    private OrderDraft drafted(Optional<Basket> basket, ReplacedPart replaced) {
        CartPart part = basket.flatMap(Basket::part).orElseThrow(() -> new SubstitutionRefused(Reason.NOTHING_CHOSEN));
        Basket filled = basket.orElseThrow();
        if (filled.cart().parts().size() != 1 || part.shop().id() != replaced.shopId()) {
            throw new SubstitutionRefused(Reason.ANOTHER_SHOP);
        }
        return drafts.of(replaced, filled.cart());
    }

    private Coverage coverage(ReplacedPart replaced, OrderDraft draft) {
        int days = Settings.of(draft.settings()).get(OrderSettings.REPLACE_PAY_DAYS);
        return Coverage.of(draft.parts().get(0), replaced.paidCents(), clock.today(), days);
    }
}
