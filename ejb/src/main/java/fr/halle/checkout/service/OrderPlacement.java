package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.ledger.service.Ledger;
import fr.halle.notification.service.NotificationsQueued;
import fr.halle.notification.service.QuietHours;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.BuyerWords;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.payout.model.PayoutRule;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Settings;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Secrets;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one write of an order: everything that a paid checkout becomes, in the transaction in which its payment is accepted and
 * in one round trip with it. The caller holds the checkout and has seen that it is to be placed.
 */
@Service
class OrderPlacement {

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Ledger ledger;

    @Inject
    private Portals portals;

    @Inject
    private Event<NotificationsQueued> queued;

    @Inject
    private Event<QuotePlaced> quotes;

    /**
     * On what occasion an order is written.
     *
     * @param paymentId what pays for it; null where what was paid for another order does (K10)
     * @param by who writes it
     * @param announced whether its customer is confirmed each prestation and its merchants are told of a new part
     */
    record Occasion(@Nullable Long paymentId, Actor.Kind by, String name, boolean announced) {

        static Occasion paidWith(long paymentId) {
            return new Occasion(paymentId, Actor.Kind.CUSTOMER, "customer", true);
        }

        static Occasion replacement(Actor actor) {
            return new Occasion(null, actor.kind(), actor.name(), false);
        }
    }

    /** Adds the order to what {@code pipeline} will write. @return its id */
    long place(Pipeline pipeline, FrozenCheckout checkout, long paymentId) {
        return place(pipeline, checkout, Occasion.paidWith(paymentId));
    }

    /** The same, on another occasion. */
    long place(Pipeline pipeline, FrozenCheckout checkout, Occasion occasion) {
        checkTotals(checkout);
        Placing order = new Placing(checkout, occasion, portals.byId(checkout.portalId()));
        order.write();
        order.rows.insert(pipeline);
        Long quote = checkout.draft().quoteId();
        if (quote != null) {
            quotes.fire(new QuotePlaced(quote, order.id, order.number, checkout.draft(), order.lineIds, pipeline));
        }
        // Accounts are opened after what it claims: whoever claims again has its places before. Where all are open,
        // nothing is held longer.
        ledger.post(ledger.opens(order.rows.entries) ? pipeline.end() : pipeline, order.rows.entries);
        pipeline.update(
                "update cart set state = 'ORDERED', version = version + 1, touched_at = ? where id = ?",
                order.now,
                checkout.cartId());
        if (!order.rows.notifications.isEmpty()) {
            queued.fire(new NotificationsQueued(order.rows.notifications.stream()
                    .map(OrderRows.Notification::id)
                    .toList()));
        }
        return order.id;
    }

    /** What was frozen is what is due: a draft that was tampered with never becomes an order (K29). */
    private static void checkTotals(FrozenCheckout checkout) {
        OrderDraft draft = checkout.draft();
        DraftCheck.balances(draft);
        if (draft.totalCents() != checkout.totalCents() || draft.dueNowCents() != checkout.dueNowCents()) {
            throw new DraftOutOfBalance(0);
        }
    }

    /** One order on its way to the tables. */
    private final class Placing {

        private final FrozenCheckout checkout;
        private final Occasion occasion;
        private final Portal portal;
        private final OrderDraft draft;
        private final Settings settings;
        private final PayoutRule payoutRule;
        private final String number;
        private final Instant now = clock.instant();
        private final long id = ids.next();
        private final OrderRows rows = new OrderRows();
        private final Map<Integer, Long> lineIds = new TreeMap<>();
        private final List<Long> partIds = new ArrayList<>();

        Placing(FrozenCheckout checkout, Occasion occasion, Portal portal) {
            this.checkout = checkout;
            this.occasion = occasion;
            this.portal = portal;
            this.draft = checkout.draft();
            this.settings = Settings.of(draft.settings());
            this.payoutRule = PayoutSettings.rule(settings, portal.region());
            this.number = OrderNumbers.format(checkout.orderNo());
        }

        void write() {
            order();
            OrderNews news = new OrderNews(checkout, settings, QuietHours.of(portal.settings()), id, now, ids);
            int position = 1;
            for (Part part : draft.parts()) {
                long partId = ids.next();
                String partNumber = OrderNumbers.format(checkout.orderNo(), position);
                part(part, partId, partNumber, position);
                partIds.add(partId);
                news.part(part, partId, partNumber, lineIds);
                position++;
            }
            news.whole();
            acceptances();
            money();
            if (occasion.announced()) {
                rows.notifications.addAll(news.notifications());
            }
        }

        private void money() {
            Long paymentId = occasion.paymentId();
            if (paymentId == null) {
                return;
            }
            OrderMoney money = new OrderMoney(number, paymentId, portal.id(), settings, ids);
            for (int i = 0; i < partIds.size(); i++) {
                money.part(draft.parts().get(i), partIds.get(i), OrderNumbers.format(checkout.orderNo(), i + 1));
            }
            rows.shares.addAll(money.shares());
            rows.entries.addAll(money.entries());
        }

        private void order() {
            OrderDraft.Customer customer = draft.customer();
            rows.orders.add(new OrderRows.CustomerOrder(
                    id,
                    checkout.orderNo(),
                    portal.id(),
                    checkout.id(),
                    hash(checkout.token()),
                    checkout.token(),
                    draft.language(),
                    now,
                    customer.firstName(),
                    customer.lastName(),
                    customer.email(),
                    customer.phone(),
                    customer.street(),
                    customer.postcode(),
                    customer.city(),
                    customer.country(),
                    draft.totalCents(),
                    draft.dueNowCents(),
                    draft.settings()));
        }

        private void part(Part part, long partId, String partNumber, int position) {
            rows.parts.add(new OrderRows.Part(
                    partId,
                    id,
                    position,
                    partNumber,
                    portal.id(),
                    part.merchantId(),
                    part.shopId(),
                    MerchantOrderState.RECORDED,
                    part.mode(),
                    part.slotStart(),
                    part.slotEnd(),
                    part.street(),
                    part.postcode(),
                    part.city(),
                    part.note(),
                    part.totalCents() - part.shippingCents(),
                    part.shippingCents(),
                    part.totalCents(),
                    part.serviceDate(),
                    now,
                    now,
                    releaseAt(part),
                    buyer()));
            rows.moves.add(new OrderRows.Move(
                    ids.next(), partId, "PLACE", MerchantOrderState.RECORDED, occasion.by(), occasion.name(), now));
            part.lines().forEach(line -> line(line, partId, part.merchantId()));
        }

        private String buyer() {
            OrderDraft.Customer customer = draft.customer();
            return BuyerWords.of(customer.email(), customer.firstName(), customer.lastName());
        }

        private void line(Line line, long partId, long merchantId) {
            long lineId = ids.next();
            lineIds.put(line.no(), lineId);
            rows.lines.add(line.ordered(lineId, partId));
            OrderDraft.Balance balance = line.balance();
            if (balance != null) {
                String token = Secrets.token();
                long balanceId = ids.next();
                rows.balances.add(new OrderRows.Balance(
                        balanceId,
                        billOf(balance).orElse(balanceId),
                        id,
                        partId,
                        lineId,
                        merchantId,
                        balance.cents(),
                        balance.taxCents(),
                        balance.dueOn(),
                        balance.sendOn(),
                        hash(token),
                        token,
                        BalanceDueState.SCHEDULED));
            }
        }

        /** What is asked for on the same days is paid with one link, whoever sells it. */
        private Optional<Long> billOf(OrderDraft.Balance balance) {
            return rows.balances.stream()
                    .filter(written -> written.sendOn().equals(balance.sendOn())
                            && written.dueOn().equals(balance.dueOn()))
                    .map(OrderRows.Balance::billId)
                    .findFirst();
        }

        private void acceptances() {
            for (OrderDraft.Terms terms : draft.terms()) {
                rows.acceptances.add(new OrderRows.Acceptance(
                        ids.next(),
                        id,
                        terms.merchantId(),
                        terms.termsVersionId(),
                        terms.sha256(),
                        terms.acceptedAt(),
                        terms.address()));
            }
        }

        /** Known at once where the rule counts from the order or from a date in it; else the part's moves tell (K2). */
        private @Nullable Instant releaseAt(Part part) {
            return switch (payoutRule.trigger()) {
                case PAID -> payoutRule.dueAt(now);
                case SERVICE_DATE -> payoutRule.dueAt(serviceStart(part));
                case VALIDATED, COMPLETED -> null;
            };
        }

        private Instant serviceStart(Part part) {
            Instant slot = part.slotStart();
            return slot != null
                    ? slot
                    : part.serviceDate().atStartOfDay(HalleClock.PARIS).toInstant();
        }
    }

    private static String hash(String token) {
        return "\\x" + HexFormat.of().formatHex(Secrets.sha256(token));
    }
}
