package fr.halle.checkout.service;

import fr.halle.ledger.model.JournalEntry;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.model.NotificationState;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Pipeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one order, gathered before the first is written; each record's components are the columns of its table. */
final class OrderRows {

    final List<CustomerOrder> orders = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final List<OrderLine> lines = new ArrayList<>();
    final List<Move> moves = new ArrayList<>();
    final List<Acceptance> acceptances = new ArrayList<>();
    final List<PaymentShare> shares = new ArrayList<>();
    final List<Balance> balances = new ArrayList<>();
    final List<Notification> notifications = new ArrayList<>();
    final List<JournalEntry> entries = new ArrayList<>();

    record CustomerOrder(
            long id,
            long orderNo,
            long portalId,
            long checkoutId,
            String tokenHash,
            String token,
            String language,
            Instant placedAt,
            String firstName,
            String lastName,
            String email,
            String phone,
            String street,
            String postcode,
            String city,
            String country,
            long totalCents,
            long paidNowCents,
            Map<String, String> settings) {}

    record Part(
            long id,
            long orderId,
            int position,
            String number,
            long portalId,
            long merchantId,
            long shopId,
            MerchantOrderState state,
            String mode,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note,
            long linesCents,
            long shippingCents,
            long totalCents,
            LocalDate serviceDate,
            Instant placedAt,
            Instant movedAt,
            @Nullable Instant releaseAt,
            String buyer) {}

    record Move(
            long id,
            long merchantOrderId,
            String transition,
            MerchantOrderState toState,
            Actor.Kind actorKind,
            String actorName,
            Instant at) {}

    record Acceptance(
            long id,
            long orderId,
            @Nullable Long merchantId,
            long termsVersionId,
            String sha256,
            Instant acceptedAt,
            String address) {}

    record PaymentShare(
            long id,
            long paymentId,
            long merchantOrderId,
            long merchantId,
            long grossCents,
            long feeCents,
            long taxCents,
            boolean feeAtPayout,
            UUID transferKey) {}

    /** @param billId of the balance that it is paid with: the first of its order with the same days, or its own */
    record Balance(
            long id,
            long billId,
            long orderId,
            long merchantOrderId,
            long lineId,
            long merchantId,
            long amountCents,
            long taxCents,
            LocalDate dueOn,
            LocalDate sendOn,
            String tokenHash,
            String token,
            BalanceDueState state) {}

    record Notification(
            long id,
            long portalId,
            Channel channel,
            NotificationEvent event,
            String key,
            String recipient,
            String language,
            long orderId,
            @Nullable Long merchantOrderId,
            @Nullable Long lineId,
            @Nullable Long merchantId,
            NotificationState state,
            Instant createdAt,
            Instant nextTryAt) {}

    /** In the order in which they point at each other. */
    void insert(Pipeline pipeline) {
        pipeline.insert("customer_order", orders);
        pipeline.insert("merchant_order", parts);
        pipeline.insert("order_line", lines);
        pipeline.insert("order_move", moves);
        pipeline.insert("terms_acceptance", acceptances);
        pipeline.insert("payment_share", shares);
        pipeline.insert("balance_due", balances);
        // Their keys name this order, which is written once: unlike elsewhere, none can be there already.
        pipeline.insert("notification", notifications);
    }
}
