package fr.halle.payment.service;

import fr.halle.payment.model.PaymentTransition;
import fr.halle.shared.service.Pipeline;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment makes a move. Observers decide, in the same transaction, what follows from it; what they add to {@link #writes} goes to
 * the database together with the move itself, whose row is written last and once.
 */
public final class PaymentMove {

    private final PaymentRow payment;
    private final PaymentTransition transition;
    private final Pipeline writes;
    private final @Nullable Object known;
    private @Nullable Long orderId;
    private @Nullable UUID returnKey;

    PaymentMove(PaymentRow payment, PaymentTransition transition, Pipeline writes, @Nullable Object known) {
        this.payment = payment;
        this.transition = transition;
        this.writes = writes;
        this.known = known;
        this.orderId = payment.orderId();
    }

    /** As it was before the move: locked, or not yet written. */
    public PaymentRow payment() {
        return payment;
    }

    public PaymentTransition transition() {
        return transition;
    }

    public Pipeline writes() {
        return writes;
    }

    /** What whoever makes the move holds already of what an observer would read, such as the checkout it has just written. */
    public <T> @Nullable T known(Class<T> type) {
        return type.isInstance(known) ? type.cast(known) : null;
    }

    /** An order is made of it, whose row is among the {@link #writes}. */
    public void becomes(long order) {
        orderId = order;
    }

    /**
     * Decides that the whole of an accepted payment goes back: no order could be made of it. The key is stored with the move;
     * {@link Payments#refresh} asks the provider after the commit, as often as it takes.
     */
    public void goesBack() {
        returnKey = UUID.randomUUID();
    }

    @Nullable
    Long orderId() {
        return orderId;
    }

    @Nullable
    UUID returnKey() {
        return returnKey;
    }
}
