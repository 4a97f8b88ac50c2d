package fr.halle.checkout.service;

import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.checkout.model.CheckoutSettings.Confirmation;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.checkout.service.FrozenCheckout.Contact;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.model.NotificationState;
import fr.halle.notification.service.QuietHours;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a new order: the customer by one mail per prestation (C06), or as the portal groups them (K11); each merchant by one
 * mail of its own part (M01, M03) at the address it registered with (M05), and by SMS where it gave a mobile and agreed (M04, K13),
 * in its account's language.
 */
final class OrderNews {

    private final FrozenCheckout checkout;
    private final Settings settings;
    private final QuietHours quiet;
    private final long orderId;
    private final Instant now;
    private final Ids ids;
    private final String number;
    private final List<OrderRows.Notification> notifications = new ArrayList<>();

    OrderNews(FrozenCheckout checkout, Settings settings, QuietHours quiet, long orderId, Instant now, Ids ids) {
        this.checkout = checkout;
        this.settings = settings;
        this.quiet = quiet;
        this.orderId = orderId;
        this.now = now;
        this.ids = ids;
        this.number = OrderNumbers.format(checkout.orderNo());
    }

    /** @param lineIds the order's lines by their rank in the draft */
    void part(Part part, long partId, String partNumber, Map<Integer, Long> lineIds) {
        Confirmation confirmation = settings.get(CheckoutSettings.MAIL_CONFIRMATION);
        if (confirmation == Confirmation.PER_PRESTATION) {
            for (Line line : part.lines()) {
                confirm("placed:" + number + ":line " + line.no(), partId, lineIds.get(line.no()), part.merchantId());
            }
        } else if (confirmation == Confirmation.PER_MERCHANT) {
            confirm("placed:" + partNumber, partId, null, part.merchantId());
        }
        Contact merchant = Objects.requireNonNull(checkout.merchants().get(part.merchantId()), "a part's merchant");
        announce(Channel.MAIL, merchant.email(), merchant, partNumber, partId);
        String mobile = merchant.mobile();
        if (mobile != null && !mobile.isBlank() && settings.get(CheckoutSettings.SMS_NEW_ORDER)) {
            announce(Channel.SMS, mobile, merchant, partNumber, partId);
        }
    }

    /** After the last part. */
    void whole() {
        if (settings.get(CheckoutSettings.MAIL_CONFIRMATION) == Confirmation.GROUPED) {
            confirm("placed:" + number, null, null, null);
        }
    }

    List<OrderRows.Notification> notifications() {
        return notifications;
    }

    private void confirm(String key, @Nullable Long partId, @Nullable Long lineId, @Nullable Long merchantId) {
        add(
                Channel.MAIL,
                NotificationEvent.ORDER_LINE_CONFIRMED,
                key,
                checkout.draft().customer().email(),
                checkout.draft().language(),
                partId,
                lineId,
                merchantId);
    }

    private void announce(Channel channel, String recipient, Contact merchant, String partNumber, long partId) {
        add(
                channel,
                NotificationEvent.NEW_ORDER,
                "new:" + partNumber,
                recipient,
                merchant.language(),
                partId,
                null,
                merchant.merchantId());
    }

    private void add(
            Channel channel,
            NotificationEvent event,
            String key,
            String recipient,
            String language,
            @Nullable Long partId,
            @Nullable Long lineId,
            @Nullable Long merchantId) {
        notifications.add(new OrderRows.Notification(
                ids.next(),
                checkout.portalId(),
                channel,
                event,
                key,
                recipient,
                language,
                orderId,
                partId,
                lineId,
                merchantId,
                NotificationState.QUEUED,
                now,
                quiet.leaves(channel, now)));
    }
}
