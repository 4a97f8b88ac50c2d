package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The balances of one order that are asked for on the same days: one link, one reminder, one payment, whoever sells what is paid
 * (C07, T01). A bill has the id of its first balance, whose link it is, also when that one is no longer asked for.
 *
 * @param all by id, at least one
 */
record Bill(long id, List<BilledBalance> all) {

    Bill {
        all = List.copyOf(all);
    }

    /** What is to be paid now. */
    List<BilledBalance> wanted() {
        return all.stream().filter(BilledBalance::isWanted).toList();
    }

    long wantedCents() {
        return wanted().stream().mapToLong(BilledBalance::amountCents).sum();
    }

    BilledBalance first() {
        return all.get(0);
    }

    /**
     * A letter to the customer about these of it. It is a part's where they all are, else the whole order's: a merchant reads the
     * letters of its own parts, and nothing of another's (K28).
     */
    NewNotification letter(
            NotificationEvent event, String key, long subjectId, List<BilledBalance> about, Map<String, String> data) {
        BilledBalance head = about.get(0);
        boolean ofOnePart = about.stream().allMatch(one -> one.partId() == head.partId());
        return new NewNotification(
                head.portalId(),
                Channel.MAIL,
                event,
                key,
                head.email(),
                head.language(),
                head.orderId(),
                where(ofOnePart, head.partId()),
                where(about.size() == 1, head.lineId()),
                subjectId,
                where(ofOnePart, head.merchantId()),
                data);
    }

    private static @Nullable Long where(boolean known, long id) {
        return known ? id : null;
    }
}
