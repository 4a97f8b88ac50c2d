package fr.halle.order.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CustomerMessage;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.payment.model.PaymentState;
import fr.halle.shared.model.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part as its page shows it: the header (M32), the customer (M30), the collection (M31), prestations (M13), history, balances
 * and transactions (M14). Of the order's other parts it holds nothing but their number (K28).
 *
 * @param orderNumber EP-00042
 * @param moves what its reader may do with it now
 * @param replacements what took its place, or the place of some of its lines, and what it took the place of (K10)
 * @param awaited what completing it still waits for, null where nothing or where it is not to be completed (K17)
 */
public record PartDetail(
        PartRow part,
        String orderNumber,
        int otherParts,
        Customer customer,
        Place shop,
        @Nullable Place delivery,
        @Nullable String note,
        long linesCents,
        Why cancelReason,
        @Nullable String errorCause,
        @Nullable Instant releaseAt,
        List<MerchantOrderTransition> moves,
        @Nullable Awaited awaited,
        List<Moved> history,
        List<LineMoved> lineHistory,
        List<Balance> balances,
        List<Transaction> transactions,
        List<Replacement> replacements) {

    public record Customer(
            String name,
            String email,
            String phone,
            String street,
            String postcode,
            String city,
            String country,
            String language) {}

    public record Place(String name, String street, String postcode, String city) {}

    /** @param from null for the row of its birth */
    public record Moved(
            Instant at,
            MerchantOrderTransition transition,
            @Nullable MerchantOrderState from,
            MerchantOrderState to,
            Actor.Kind by,
            String name,
            boolean onBehalf,
            Why reason) {

        /** Whether the customer was told by mail (M42). */
        public boolean isMailed() {
            return transition.message() == CustomerMessage.MAIL;
        }
    }

    /** A line that was cancelled by itself (K9). */
    public record LineMoved(
            Instant at, String line, OrderLineState to, Actor.Kind by, String name, boolean onBehalf, Why why) {}

    public record Balance(
            long id,
            String line,
            long cents,
            LocalDate dueOn,
            LocalDate sendOn,
            BalanceDueState state,
            @Nullable Instant sentAt,
            @Nullable Instant paidAt) {

        public boolean isDue() {
            return !state.isTerminal();
        }
    }

    /**
     * A link between two parts (K10).
     *
     * @param number the other's
     * @param by whether the other replaces this one
     */
    public record Replacement(
            String number, boolean by, Instant at, Actor.Kind kind, String name, boolean onBehalf, Why why) {}

    public PartDetail {
        replacements = List.copyOf(replacements);
        moves = List.copyOf(moves);
        history = List.copyOf(history);
        lineHistory = List.copyOf(lineHistory);
        balances = List.copyOf(balances);
        transactions = List.copyOf(transactions);
    }

    /** Whether its money waits for the end of a dispute, whatever day it was to be released on. */
    public boolean isDisputed() {
        return transactions.stream().anyMatch(one -> one.payment() == PaymentState.DISPUTED);
    }

    /** What the customer has paid of this part, refunds not taken off. */
    public long paidCents() {
        return transactions.stream()
                .filter(Transaction::isPaid)
                .mapToLong(Transaction::cents)
                .sum();
    }

    public long refundedCents() {
        return -transactions.stream()
                .filter(Transaction::isGivenBack)
                .mapToLong(Transaction::cents)
                .sum();
    }

    /** Whether what is still to be paid is for a place to stay: the difference of a substitution (K10) is for anything. */
    public boolean isBalanceOfStay() {
        return part.lines().stream()
                .filter(line -> line.kind() == ProductKind.LODGING)
                .anyMatch(line ->
                        balances.stream().anyMatch(balance -> balance.line().equals(line.name())));
    }

    public long dueCents() {
        return balances.stream()
                .filter(Balance::isDue)
                .mapToLong(Balance::cents)
                .sum();
    }
}
