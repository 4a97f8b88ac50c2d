package fr.halle.shared.model;

import fr.halle.notification.model.NotificationTransition;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderLineTransition;
import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.model.RefundTransition;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.sales.model.QuoteTransition;
import java.util.List;

/** Every machine there is. It is among the tests because {@code shared} may know no order; a new machine is added here first. */
public final class Lifecycles {

    public static final List<Lifecycle<?, ?>> ALL = List.of(
            MerchantOrderTransition.LIFECYCLE,
            OrderLineTransition.LIFECYCLE,
            PaymentTransition.LIFECYCLE,
            RefundTransition.LIFECYCLE,
            PayoutTransition.LIFECYCLE,
            BalanceDueTransition.LIFECYCLE,
            NotificationTransition.LIFECYCLE,
            QuoteTransition.LIFECYCLE,
            OutsidePushTransition.LIFECYCLE);

    private Lifecycles() {}
}
