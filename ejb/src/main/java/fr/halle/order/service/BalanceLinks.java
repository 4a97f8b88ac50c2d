package fr.halle.order.service;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks for the balances of an order on the date that was set with it (C07, T01), by the calendar of Paris: the link, a reminder
 * before they are due, and overdue the day after. One move a run.
 */
@Stateless
public class BalanceLinks {

    @Inject
    private Bills bills;

    @Inject
    private HalleClock clock;

    @EJB
    private BalanceLifecycle lifecycle;

    @Inject
    private Notifications notifications;

    /** Bills that something is to be done about today, by id. */
    public List<Long> due(long afterId, int most) {
        return bills.due(afterId, clock.today(), most);
    }

    /** Does today's move of all that the bill asks for, if it is still to be made, and tells it once. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void advance(long billId) {
        Bill bill = bills.lock(billId);
        Set<BalanceDueTransition> made = EnumSet.noneOf(BalanceDueTransition.class);
        for (BilledBalance balance : bill.all()) {
            BalanceDueTransition transition = balance.moveOn(clock.today());
            if (transition != null) {
                lifecycle.apply(balance.id(), transition, Actor.CLOCK);
                made.add(transition);
            }
        }
        if (made.contains(BalanceDueTransition.SEND_LINK)) {
            tell(bill, NotificationEvent.BALANCE_LINK);
        }
        if (made.contains(BalanceDueTransition.REMIND)) {
            tell(bill, NotificationEvent.BALANCE_REMINDER);
        }
    }

    private void tell(Bill bill, NotificationEvent event) {
        if (!bill.wanted().isEmpty()) {
            notifications.queue(bill.letter(event, event + ":" + bill.id(), bill.id(), bill.wanted(), Map.of()));
        }
    }
}
