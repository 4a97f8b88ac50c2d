package fr.halle.order.model;

import fr.halle.shared.model.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a part's history: who moved it, from where to where, when and why. Written once, by {@link MerchantOrder#make}. */
@Entity
@Table(name = "order_move")
public class OrderMove {

    @Id
    private long id;

    @Column(name = "merchant_order_id", updatable = false)
    private long merchantOrderId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MerchantOrderTransition transition;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    private MerchantOrderState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", updatable = false)
    private MerchantOrderState to;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind", updatable = false)
    private Actor.Kind actorKind;

    @Column(name = "actor_name", updatable = false)
    private String actorName;

    /** Whether the operator did it for the merchant (O01, K18). */
    @Column(name = "on_behalf", updatable = false)
    private boolean onBehalf;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason_code", updatable = false)
    private @Nullable CancelReason reasonCode;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(updatable = false)
    private Instant at;

    protected OrderMove() {}

    OrderMove(
            long id,
            long merchantOrderId,
            MerchantOrderTransition transition,
            MerchantOrderState from,
            MerchantOrderState to,
            Actor actor,
            Why why,
            Instant at) {
        this.id = id;
        this.merchantOrderId = merchantOrderId;
        this.transition = transition;
        this.from = from;
        this.to = to;
        this.actorKind = actor.kind();
        this.actorName = actor.name();
        this.onBehalf = actor.kind() == Actor.Kind.OPERATOR;
        this.reasonCode = why.reason();
        this.reason = why.wordsOrNull();
        this.at = at;
    }

    public long id() {
        return id;
    }

    public boolean isOnBehalf() {
        return onBehalf;
    }
}
