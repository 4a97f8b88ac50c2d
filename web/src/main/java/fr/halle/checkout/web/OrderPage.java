package fr.halle.checkout.web;

import fr.halle.cart.service.Carts;
import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.checkout.service.CheckoutOutcome;
import fr.halle.checkout.service.CheckoutOutcomes;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.Completion;
import fr.halle.order.service.CustomerOrders;
import fr.halle.order.service.FollowedOrder;
import fr.halle.order.service.OrderUnknown;
import fr.halle.order.service.WithdrawalRefused;
import fr.halle.order.service.Withdrawals;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentBasket;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * {@code /order/EP-00042?token=…}: the customer's private page. Just after the payment it says thank you and what comes next; later
 * it follows each part; before there is an order, it says what became of the payment.
 */
@Named
@RequestScoped
public class OrderPage {

    private static final Duration JUST_PLACED = Duration.ofMinutes(20);

    @Inject
    private CustomerOrders orders;

    @Inject
    private CheckoutOutcomes outcomes;

    @Inject
    private Completion completion;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private Carts carts;

    @Inject
    private KeptDetails kept;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentBasket basket;

    @Inject
    private HalleClock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private OrderWords shown;

    @Inject
    private Words words;

    private @Nullable FollowedOrder order;
    private @Nullable CheckoutOutcome outcome;
    private @Nullable String refusal;
    private List<PartShown> parts = List.of();

    public void load() {
        String number = OrderAddress.number(request);
        String token = OrderAddress.token(request);
        boolean posted = request.getMethod().equals("POST");
        if (posted && (getWithdrawing() == null ? received(token) : withdrawn(number, token))) {
            return;
        }
        try {
            FollowedOrder found = orders.byToken(portal.getId(), number, token);
            order = found;
            parts = shown.parts(found, chosen());
            leaveOrderedBasket();
        } catch (OrderUnknown notYet) {
            outcome = outcomes.byToken(portal.getId(), number, token).orElse(null);
            if (outcome == null) {
                SeeOther.nowhere();
            }
        }
    }

    /** « J’ai bien reçu ma commande » (K17). @return whether another address is answered: a reload says nothing twice */
    private boolean received(String token) {
        String part = request.getParameter("received");
        try {
            completion.byCustomer(portal.getId(), part == null ? "" : part, token);
            SeeOther.at(getFollowHref());
            return true;
        } catch (MoveRefused tooEarly) {
            refusal = words.text("order.received.refused");
        } catch (OrderUnknown unknown) {
            SeeOther.nowhere();
            return true;
        }
        return false;
    }

    /** « Confirmer la rétractation » (L221-21). @return whether another address is answered */
    private boolean withdrawn(String number, String token) {
        try {
            withdrawals.say(portal.getId(), number, token, chosen());
            SeeOther.at(getFollowHref() + "&withdrawn=1");
            return true;
        } catch (WithdrawalRefused refused) {
            refusal = words.refusal(refused);
        } catch (OrderUnknown unknown) {
            SeeOther.nowhere();
            return true;
        }
        return false;
    }

    /** The lines that were ticked to be taken back. */
    private Set<Long> chosen() {
        String[] typed = request.getParameterValues("line");
        return typed == null
                ? Set.of()
                : Arrays.stream(typed)
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
    }

    /** The number of the part of which the customer wants to take something back, null where that is not asked. */
    public @Nullable String getWithdrawing() {
        return request.getParameter("withdraw");
    }

    /** Whether « Continuer » was pressed: nothing chosen is told, beside what may be. */
    public boolean isWithdrawalAsked() {
        return request.getParameter("asked") != null;
    }

    public boolean isWithdrawn() {
        return request.getParameter("withdrawn") != null;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    /** A basket that has become an order is put down. */
    private void leaveOrderedBasket() {
        basket.id().filter(cart -> !carts.isOpen(portal.getId(), cart)).ifPresent(cart -> {
            HttpServletResponse response =
                    (HttpServletResponse) Faces.getExternalContext().getResponse();
            basket.leave(response);
            kept.forget(response);
        });
    }

    public String getTitle() {
        FollowedOrder placed = order;
        CheckoutOutcome unplaced = outcome;
        if (placed != null) {
            return words.text("order.title", placed.number());
        }
        return unplaced == null ? "" : words.text("order.outcome." + unplaced.state() + ".title");
    }

    public @Nullable FollowedOrder getOrder() {
        return order;
    }

    public List<PartShown> getParts() {
        return parts;
    }

    /** How many mails confirm it, as its portal had it then (K11). */
    public String getMails() {
        FollowedOrder placed = order;
        return placed == null
                ? ""
                : words.text("order.mails." + placed.settings().get(CheckoutSettings.MAIL_CONFIRMATION));
    }

    public List<TransactionShown> getTransactions() {
        FollowedOrder placed = order;
        return placed == null ? List.of() : shown.transactions(placed);
    }

    public @Nullable CheckoutOutcome getOutcome() {
        return outcome;
    }

    /** Still asking the bank: the page asks again by itself. */
    public boolean isWaiting() {
        CheckoutOutcome unplaced = outcome;
        return unplaced != null && unplaced.state() == CheckoutOutcome.State.WAITING;
    }

    /** Nothing was taken, so the basket can be paid again. */
    public boolean isRetriable() {
        CheckoutOutcome unplaced = outcome;
        return unplaced != null
                && switch (unplaced.state()) {
                    case REFUSED, ABANDONED, EXPIRED -> true;
                    case PAYING, WAITING, GIVEN_BACK, ALREADY_ORDERED, PAID_TWICE -> false;
                };
    }

    /** The order that the same basket has become, null where there is none. */
    public @Nullable String getOrderedHref() {
        CheckoutOutcome.Ordered ordered = outcome == null ? null : outcome.ordered();
        return ordered == null ? null : OrderAddress.of(ordered.number(), ordered.token()) + "&follow=1";
    }

    /** Thank you and what comes next, or the page to follow it. */
    public boolean isJustPlaced() {
        FollowedOrder placed = order;
        return placed != null
                && request.getParameter("follow") == null
                && placed.placedAt().plus(JUST_PLACED).isAfter(clock.instant())
                && refusal == null
                && placed.parts().stream().allMatch(part -> part.state() == MerchantOrderState.RECORDED);
    }

    public boolean isFollowed() {
        return order != null && !isJustPlaced();
    }

    public String getHref() {
        return OrderAddress.of(OrderAddress.number(request), OrderAddress.token(request));
    }

    public String getFollowHref() {
        return getHref() + "&follow=1";
    }

    public String getReceiptHref() {
        return OrderAddress.receipt(OrderAddress.number(request), OrderAddress.token(request));
    }
}
