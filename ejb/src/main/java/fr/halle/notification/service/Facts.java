package fr.halle.notification.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.PickupCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What letters tell, as it stands when they are sent, for many letters at once. Amounts are cents, VAT included. */
record Facts(
        Map<Long, Order> orders,
        Map<Long, Part> parts,
        Map<Long, List<OrderLine>> linesOfPart,
        Map<Long, Balance> balances,
        Map<Long, Refund> refunds,
        Map<Long, GivenBack> givenBackOfPart,
        Map<Long, Payout> payouts,
        Map<Long, Merchant> merchants,
        Map<Long, List<Terms>> termsOfOrder,
        DeskFacts desks) {

    record Order(long id, String number, String token, String firstName, long totalCents) {}

    record Customer(
            String firstName,
            String lastName,
            String email,
            String phone,
            String street,
            String postcode,
            String city) {

        String name() {
            return firstName + " " + lastName;
        }

        String address() {
            return street.isBlank() ? "" : street + ", " + (postcode + " " + city).strip();
        }
    }

    record Shop(String name, String street, String postcode, String city, String phone) {

        String address() {
            return street + ", " + postcode + " " + city;
        }
    }

    record Merchant(
            long id,
            String name,
            String email,
            String phone,
            @Nullable String iban) {}

    /**
     * @param othersStanding how many other parts of its order are not cancelled
     * @param wasConfirming whether CONFIRMING is one of the steps it went through
     * @param code what the customer shows to have it completed, null where the portal asks for none (K17)
     */
    record Part(
            long id,
            Order order,
            String number,
            MerchantOrderState state,
            String mode,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note,
            long shippingCents,
            long totalCents,
            Instant placedAt,
            @Nullable String cancelReason,
            @Nullable CancelReason cancelCode,
            int othersStanding,
            boolean wasConfirming,
            @Nullable PickupCode code,
            Customer customer,
            Shop shop,
            Merchant merchant) {

        boolean isCancelled() {
            return state == MerchantOrderState.CANCELLED;
        }

        String deliveryAddress() {
            return street == null ? customer.address() : street + ", " + (postcode + " " + city).strip();
        }
    }

    /** @param billId of the balance whose token opens the page on which it is paid, with the others of its bill */
    record Balance(
            long id,
            long billId,
            long partId,
            long lineId,
            long cents,
            LocalDate dueOn,
            String token,
            BalanceDueState state) {
        boolean isPaid() {
            return state == BalanceDueState.PAID;
        }

        boolean isAsked() {
            return !isPaid() && state != BalanceDueState.WAIVED;
        }
    }

    record Refund(long id, long cents, String reason) {}

    /**
     * Terms that were accepted with an order, as they were then.
     *
     * @param merchantId null for the portal's own
     * @param whose the merchant's name, or the portal's
     */
    record Terms(@Nullable Long merchantId, long versionId, String whose) {}

    record Payout(long id, long cents, String reference, Instant plannedAt) {}

    /**
     * What went back of a part, or is on its way.
     *
     * @param cents in all
     * @param ofCancellationCents what its cancellation asked back of it, be it refused since
     * @param byBankCents what of it the bank of whoever paid gave back, after a dispute
     * @param waits whether somebody has yet to send it (K7), or to see why it was refused
     */
    record GivenBack(long cents, long ofCancellationCents, long byBankCents, boolean waits) {

        static final GivenBack NOTHING = new GivenBack(0, 0, 0, false);

        /** Nothing was left to ask back when it was cancelled. */
        boolean isAllFromBefore() {
            return cents > 0 && ofCancellationCents == 0 && !waits;
        }
    }
}
