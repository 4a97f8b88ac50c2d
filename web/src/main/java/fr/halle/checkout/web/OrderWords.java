package fr.halle.checkout.web;

import fr.halle.cart.web.Prestation;
import fr.halle.cart.web.PrestationWords;
import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.PickupCode;
import fr.halle.order.model.Why;
import fr.halle.order.service.FollowedOrder;
import fr.halle.order.service.PartProgress;
import fr.halle.order.service.Withdrawals;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a followed order in words. */
@RequestScoped
class OrderWords {

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private PrestationWords prestations;

    @Inject
    private HalleClock clock;

    @Inject
    private Withdrawals withdrawals;

    List<PartShown> parts(FollowedOrder order) {
        return parts(order, Set.of());
    }

    /** @param chosen lines that the customer wants to take back */
    List<PartShown> parts(FollowedOrder order, Set<Long> chosen) {
        List<Withdrawals.Line> rights = withdrawals.of(order);
        return order.parts().stream()
                .map(part -> part(order, part, rights, chosen))
                .toList();
    }

    private PartShown part(
            FollowedOrder order, FollowedOrder.Part part, List<Withdrawals.Line> rights, Set<Long> chosen) {
        List<PartShown.Step> steps = PartProgress.of(part, order.placedAt()).steps().stream()
                .map(step -> new PartShown.Step(style(step.place()), word(step.state()), step.at()))
                .toList();
        return new PartShown(
                part,
                steps,
                part.lines().stream().map(line -> line(line, rights)).toList(),
                next(part),
                part.isCancelled() ? cancelled(order, part) : null,
                part.cancelledLines().isEmpty() ? null : reduced(order, part),
                part.isCancelled() ? List.of() : dues(order, part),
                history(order, part),
                code(order, part),
                order.isReceivable(part, clock.instant()),
                rights.stream()
                        .filter(right -> right.partId() == part.id() && right.isOpen())
                        .map(right -> withdrawable(right, chosen))
                        .toList());
    }

    private PartShown.Withdrawable withdrawable(Withdrawals.Line right, Set<Long> chosen) {
        LocalDate until = right.until();
        return new PartShown.Withdrawable(
                right.line().id(),
                name(right.line()),
                until == null
                        ? words.text("order.withdraw.open")
                        : words.text("order.withdraw.until", formats.date(until)),
                chosen.contains(right.line().id()));
    }

    private PartShown.@Nullable Code code(FollowedOrder order, FollowedOrder.Part part) {
        PickupCode code = order.codeOf(part);
        return code == null
                ? null
                : new PartShown.Code(
                        code.shown(),
                        OrderAddress.code(part.number(), order.token()),
                        words.text("order.code.text." + part.mode()));
    }

    private PartShown.Line line(OrderLine line, List<Withdrawals.Line> rights) {
        return new PartShown.Line(
                line,
                name(line),
                prestations.details(prestation(line)),
                line.state() == OrderLineState.CANCELLED,
                line.state() == OrderLineState.CONFIRMED
                        ? withdrawn(line, rights)
                        : words.state("OrderLine", line.state()));
    }

    private @Nullable String withdrawn(OrderLine line, List<Withdrawals.Line> rights) {
        return rights.stream()
                .filter(right -> right.line().id() == line.id() && !right.isOpen())
                .map(right ->
                        words.text("order.withdraw.said", formats.fullMoment(Objects.requireNonNull(right.saidAt()))))
                .findFirst()
                .orElse(null);
    }

    private String name(OrderLine line) {
        String amount = prestations.amount(prestation(line));
        return amount.isEmpty() ? line.name() : amount + " " + line.name();
    }

    static Prestation prestation(OrderLine line) {
        return new Prestation(
                line.kind(),
                line.variant(),
                line.unitText(),
                line.quantity(),
                line.byWeight(),
                line.unitCents(),
                line.startsOn(),
                line.endsOn(),
                line.startsAt(),
                line.endsAt(),
                line.size(),
                line.adults(),
                line.children(),
                line.detail(),
                line.taxCents());
    }

    private PartShown.Next next(FollowedOrder.Part part) {
        String shop = part.seller().shop();
        if (part.state() == MerchantOrderState.COMPLETED || part.isCancelled()) {
            return next(part.isCancelled() ? "x" : "check-circle", "order.next." + part.state(), shop, null);
        }
        if (part.lines().stream().allMatch(line -> line.kind() == ProductKind.INSURANCE)) {
            return next(
                    "check-circle", "order.next.INSURANCE", shop, part.seller().phone());
        }
        return switch (part.mode()) {
            case "PICKUP" -> pickup(part, shop);
            case "DELIVERY" -> delivery(part, shop);
            default ->
                next(
                        "calendar-check",
                        "order.next.NONE" + step(part),
                        shop,
                        part.seller().phone(),
                        shop,
                        part.seller().address(),
                        formats.day(part.nextDay()));
        };
    }

    /** What happens now is of its state: nobody is expected before the merchant has accepted. */
    private static String step(FollowedOrder.Part part) {
        return switch (PartProgress.now(part)) {
            case RECORDED, CONFIRMING -> ".WAITING";
            case READY -> part.mode().equals("PICKUP") ? ".READY" : "";
            case HANDING_OVER ->
                switch (part.mode()) {
                    case "PICKUP" -> ".READY";
                    case "DELIVERY" -> ".HANDING_OVER";
                    default -> "";
                };
            case PROCESSING, COMPLETED, CANCELLED, ERROR -> "";
        };
    }

    private PartShown.Next pickup(FollowedOrder.Part part, String shop) {
        return next(
                "storefront",
                "order.next.PICKUP" + step(part),
                shop,
                null,
                slot(part),
                part.seller().address());
    }

    /** C10: the customer and the merchant agree on the day by telephone. */
    private PartShown.Next delivery(FollowedOrder.Part part, String shop) {
        return next(
                "truck", "order.next.DELIVERY" + step(part), shop, part.seller().phone());
    }

    private PartShown.Next next(String icon, String key, String shop, @Nullable String phone, Object... values) {
        String after = words.has(key + ".after") ? words.text(key + ".after") : "";
        return new PartShown.Next(
                icon, words.text(key + ".title", shop), words.text(key + ".text", values), phone, after);
    }

    private String slot(FollowedOrder.Part part) {
        Instant start = part.slotStart();
        Instant end = part.slotEnd();
        return start == null || end == null ? formats.day(part.nextDay()) : formats.slot(start, end);
    }

    /** The sentence that quotes it has a full stop of its own. */
    private static String withoutStop(String reason) {
        String said = reason.strip();
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    /** C15, C16: who cancelled and why, what goes back and when, and that the rest lives on. */
    private PartShown.Notice cancelled(FollowedOrder order, FollowedOrder.Part part) {
        List<String> said = new ArrayList<>();
        reason(part.cancelReason()).ifPresent(said::add);
        order.refundsOf(part).forEach(refund -> said.add(back(refund)));
        if (order.parts().size() > 1) {
            said.add(words.text("order.cancelled.rest"));
        }
        return new PartShown.Notice(
                words.text("order.cancelled.title", part.seller().shop()), String.join(" ", said));
    }

    /** K9: the same of some of its prestations, while the others live on. */
    private PartShown.Notice reduced(FollowedOrder order, FollowedOrder.Part part) {
        List<String> said = new ArrayList<>();
        part.whyLines().forEach(why -> reason(why).ifPresent(said::add));
        order.refundsOf(part).forEach(refund -> said.add(back(refund)));
        said.add(words.text("order.reduced.rest"));
        String gone = part.cancelledLines().stream().map(this::name).collect(Collectors.joining(", "));
        return new PartShown.Notice(
                words.text("order.reduced.title", part.seller().shop(), gone), String.join(" ", said));
    }

    private Optional<String> reason(Why why) {
        String reason = why.sentence(words.locale());
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text("order.cancelled.reason", withoutStop(reason)));
    }

    /** Who gives it back, and whether he has. */
    private String back(FollowedOrder.Refund refund) {
        String cents = formats.cents(refund.amountCents());
        Instant done = refund.succeededAt();
        if (refund.byBank()) {
            return words.text("order.cancelled.byBank", cents);
        }
        if (done != null) {
            return words.text("order.cancelled.refunded", cents, formats.moment(done));
        }
        return words.text(refund.waits() ? "order.cancelled.byHand" : "order.cancelled.refunding", cents);
    }

    /** One for each link: what of it is this part's, and what is paid with it in all. */
    private List<PartShown.Due> dues(FollowedOrder order, FollowedOrder.Part part) {
        Map<Long, List<FollowedOrder.Balance>> bills = order.balancesOf(part).stream()
                .filter(FollowedOrder.Balance::isOpen)
                .collect(Collectors.groupingBy(FollowedOrder.Balance::billId, LinkedHashMap::new, Collectors.toList()));
        return bills.values().stream().map(bill -> due(order, bill)).toList();
    }

    private PartShown.Due due(FollowedOrder order, List<FollowedOrder.Balance> ofPart) {
        FollowedOrder.Balance first = ofPart.get(0);
        long here =
                ofPart.stream().mapToLong(FollowedOrder.Balance::amountCents).sum();
        long all = order.openCentsOfBill(first.billId());
        return new PartShown.Due(
                words.text("order.due.title", formats.cents(here), formats.date(first.dueOn())),
                all == here
                        ? words.text("order.due.text")
                        : words.text("order.due.together", formats.cents(all), formats.cents(all - here)),
                "/balance?token=" + first.token(),
                words.text("order.due.button", formats.cents(all)));
    }

    private List<PartShown.Past> history(FollowedOrder order, FollowedOrder.Part part) {
        List<PartShown.Past> history = new ArrayList<>();
        history.add(new PartShown.Past(order.placedAt(), word(MerchantOrderState.RECORDED)));
        part.moves().stream()
                .filter(move -> move.to() != MerchantOrderState.ERROR)
                .forEach(move -> history.add(new PartShown.Past(move.at(), word(move.to()))));
        return history;
    }

    List<TransactionShown> transactions(FollowedOrder order) {
        List<TransactionShown> all = new ArrayList<>();
        for (FollowedOrder.Payment payment : order.payments()) {
            all.add(new TransactionShown(
                    payment.at(),
                    words.text("order.paid." + payment.purpose() + "." + payment.method()),
                    words.state("Payment", payment.state()),
                    style(payment.state()),
                    payment.amountCents()));
        }
        for (FollowedOrder.Refund refund : order.refunds()) {
            Instant done = refund.succeededAt();
            all.add(new TransactionShown(
                    done == null ? refund.requestedAt() : done,
                    words.text(refund.byBank() ? "order.refundByBank" : "order.refund"),
                    words.state("Refund", refund.state()),
                    style(refund.state()),
                    -refund.amountCents()));
        }
        for (FollowedOrder.Replacement carried : order.replacements()) {
            all.add(new TransactionShown(
                    carried.at(),
                    words.text(carried.by() ? "order.carriedTo" : "order.carriedFrom", carried.number()),
                    words.text("order.carried"),
                    "ok",
                    carried.by() ? -carried.cents() : carried.cents()));
        }
        all.sort(Comparator.comparing(TransactionShown::at));
        return all;
    }

    private String word(MerchantOrderState state) {
        return words.state("MerchantOrder", state);
    }

    private static String style(PartProgress.Place place) {
        return place == PartProgress.Place.AHEAD ? "" : place.name().toLowerCase(Locale.ROOT);
    }

    private static String style(PaymentState state) {
        return switch (state) {
            case CAPTURED -> "ok";
            case INITIATED, REDIRECTED, AUTHORISED, UNKNOWN -> "wait";
            case REFUSED, DISPUTED -> "bad";
            case ABANDONED, EXPIRED, VOIDED -> "off";
        };
    }

    private static String style(RefundState state) {
        return switch (state) {
            case SUCCEEDED -> "ok";
            case REQUESTED, SENT, UNKNOWN -> "wait";
            case FAILED -> "bad";
        };
    }
}
