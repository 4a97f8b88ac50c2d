package fr.halle.order.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.PickupCode;
import fr.halle.order.model.Why;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.portal.model.Settings;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer follows it, all merchants together (C14, C16). Fees and shares are the merchants' business and are not
 * in it (K28).
 *
 * @param number EP-00042
 * @param token what opens it: whoever has been given this record has shown it
 * @param settings the portal's, as they were when it was placed
 */
public record FollowedOrder(
        long id,
        String number,
        String token,
        long portalId,
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
        Settings settings,
        List<Part> parts,
        List<Payment> payments,
        List<Refund> refunds,
        List<Balance> balances,
        List<Replacement> replacements,
        List<Terms> terms) {

    /**
     * What one merchant does of it.
     *
     * @param whyLines why some of its lines were cancelled alone (K9), each reason once
     */
    public record Part(
            long id,
            String number,
            long merchantId,
            Seller seller,
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
            Why cancelReason,
            List<OrderLine> lines,
            List<Move> moves,
            List<Why> whyLines) {

        public boolean isCancelled() {
            return state == MerchantOrderState.CANCELLED;
        }

        /** Its prestations that were cancelled while the others live on (K9). */
        public List<OrderLine> cancelledLines() {
            return isCancelled()
                    ? List.of()
                    : lines.stream()
                            .filter(line -> line.state() == OrderLineState.CANCELLED)
                            .toList();
        }

        /** What of it was cancelled, whole or by line. */
        public long cancelledCents() {
            return isCancelled()
                    ? totalCents
                    : cancelledLines().stream().mapToLong(OrderLine::totalCents).sum();
        }

        public long standingCents() {
            return totalCents - cancelledCents();
        }

        /** The first day on which something is still to happen: the day of a cancelled line is nobody's appointment. */
        public LocalDate nextDay() {
            return lines.stream()
                    .filter(line -> line.state() == OrderLineState.CONFIRMED)
                    .flatMap(line -> Stream.ofNullable(dayOf(line)))
                    .min(LocalDate::compareTo)
                    .orElse(serviceDate);
        }

        private static @Nullable LocalDate dayOf(OrderLine line) {
            Instant startsAt = line.startsAt();
            return startsAt == null
                    ? line.startsOn()
                    : startsAt.atZone(HalleClock.PARIS).toLocalDate();
        }
    }

    /** Who sells, and where to find him. */
    public record Seller(
            String merchant,
            String legalName,
            String siret,
            String vatNumber,
            String shop,
            String slug,
            String picture,
            String street,
            String postcode,
            String city,
            String phone,
            String email) {

        public String address() {
            return street + ", " + postcode + " " + city;
        }
    }

    /** Terms that were accepted with it. @param whose the merchant's name, or the portal's */
    public record Terms(long versionId, String whose) {}

    /** One step of a part's history, without who made it: that is between the merchant and the operator. */
    public record Move(MerchantOrderState to, Instant at) {}

    public record Payment(String purpose, String method, PaymentState state, long amountCents, Instant at) {}

    /**
     * @param waits whether it is for somebody to send it (K7), or to see why it was refused
     * @param byBank whether the bank of whoever paid gave it back, after a dispute
     */
    public record Refund(
            long partId,
            RefundState state,
            long amountCents,
            Instant requestedAt,
            @Nullable Instant succeededAt,
            boolean waits,
            boolean byBank) {}

    /** A line's balance (C07), paid with the others of its bill; the token opens the page on which that is done. */
    public record Balance(
            long billId, long partId, BalanceDueState state, long amountCents, LocalDate dueOn, String token) {

        public boolean isOpen() {
            return state != BalanceDueState.PAID && state != BalanceDueState.WAIVED;
        }
    }

    /**
     * Another order that takes a part's place, or whose part this one replaces (K10).
     *
     * @param partId of this order
     * @param by whether the other replaces it
     * @param number the other order's, with its token
     * @param cents what was paid with one and pays for the other
     */
    public record Replacement(long partId, boolean by, String number, String token, Instant at, long cents) {}

    public List<Replacement> replacementsOf(Part part) {
        return replacements.stream().filter(one -> one.partId() == part.id()).toList();
    }

    /** What came from another order without travelling, less what went to one. */
    private long carriedCents() {
        return replacements.stream()
                .mapToLong(one -> one.by() ? -one.cents() : one.cents())
                .sum();
    }

    /** What the customer shows when collecting the part (K17); null where the portal asks for none, or it is over. */
    public @Nullable PickupCode codeOf(Part part) {
        boolean asked = settings.get(OrderSettings.COMPLETE_REQUIRES) == CompletionRule.PICKUP_CODE
                && MerchantOrderTransition.COMPLETE.from().contains(part.state());
        return asked ? PickupCode.of(token, part.number()) : null;
    }

    /** Whether the customer may say now that the part was received (K17). */
    public boolean isReceivable(Part part, Instant now) {
        return new MoveRules(part.state(), null, part.slotStart(), part.serviceDate(), settings).isReceivable(now);
    }

    public List<Balance> balancesOf(Part part) {
        return balances.stream()
                .filter(balance -> balance.partId() == part.id())
                .toList();
    }

    /** What is still to be paid with the same link, of every part, cents. */
    public long openCentsOfBill(long billId) {
        return balances.stream()
                .filter(balance -> balance.billId() == billId && balance.isOpen())
                .mapToLong(Balance::amountCents)
                .sum();
    }

    public List<Refund> refundsOf(Part part) {
        return refunds.stream().filter(refund -> refund.partId() == part.id()).toList();
    }

    /** What was cancelled, whole parts and single lines, cents. */
    public long cancelledCents() {
        return parts.stream().mapToLong(Part::cancelledCents).sum();
    }

    /** What the customer's bank has let go for it, whether or not the merchants have it yet; what pays for another order is not in it. */
    public long paidCents() {
        return carriedCents()
                + payments.stream()
                        .filter(payment -> payment.state() == PaymentState.AUTHORISED
                                || payment.state() == PaymentState.CAPTURED
                                || payment.state() == PaymentState.DISPUTED)
                        .mapToLong(Payment::amountCents)
                        .sum();
    }

    /** What has gone back, or is going back. */
    public long refundedCents() {
        return parts.stream().mapToLong(this::refundedCents).sum();
    }

    public long refundedCents(Part part) {
        return refundsOf(part).stream()
                .filter(refund -> refund.state() != RefundState.FAILED)
                .mapToLong(Refund::amountCents)
                .sum();
    }

    /** What is still to be paid: the balances that are open. */
    public long toPayCents() {
        return balances.stream()
                .filter(Balance::isOpen)
                .mapToLong(Balance::amountCents)
                .sum();
    }
}
