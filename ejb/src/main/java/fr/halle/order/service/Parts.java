package fr.halle.order.service;

import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * The parts as they are moved: read, or held until the transaction ends, in one statement with what a move asks of their order, and
 * written with their history in one round trip. Plain SQL, since every order of every merchant passes through it several times.
 */
@Service
class Parts {

    private static final String BY_ID = PartOfOrder.SELECT + "id = ?";
    private static final String BY_NUMBER = PartOfOrder.SELECT + "number = ?";
    private static final String HELD = " for no key update of p";

    private static final String MOVED =
            "update merchant_order set state = ?, state_before_error = ?, error_cause = ?, moved_at = ?,"
                    + " validated_at = ?::timestamptz, completed_at = ?::timestamptz, release_at = ?::timestamptz,"
                    + " cancel_code = ?, cancel_reason = ?, version = ? where id = ?";

    private static final String HISTORY =
            "insert into order_move (id, merchant_order_id, transition, from_state, to_state, actor_kind, actor_name, on_behalf,"
                    + " reason_code, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private Ids ids;

    /** @throws PartUnknown when there is no such part, or it is not the actor's to see */
    PartOfOrder seen(long id, Actor actor) {
        return visible(sql.one(BY_ID, PartOfOrder::of, id), actor);
    }

    /** @throws PartUnknown when there is no such part, or it is not the actor's to see */
    PartOfOrder held(long id, Actor actor) {
        return visible(sql.one(BY_ID + HELD, PartOfOrder::of, id), actor);
    }

    /** @throws PartUnknown when there is no such part, or it is not the actor's to see */
    PartOfOrder held(String number, Actor actor) {
        return visible(sql.one(BY_NUMBER + HELD, PartOfOrder::of, number), actor);
    }

    /** For its own customer. @throws PartUnknown when there is no such part, or it is another's */
    PartOfOrder heldByCustomer(long id, Actor customer) {
        return sql.one(BY_ID + HELD, PartOfOrder::of, id)
                .filter(found -> customer.kind() == Actor.Kind.CUSTOMER
                        && customer.id() == found.part().orderId())
                .orElseThrow(PartUnknown::new);
    }

    /** Writes a move of a part that is held, and the row of its history. */
    void write(
            MerchantOrder before,
            MerchantOrder after,
            MerchantOrderTransition transition,
            Actor actor,
            Why why,
            Instant at) {
        Pipeline pipeline = sql.pipeline();
        pipeline.update(
                MOVED,
                after.state(),
                after.stateBeforeError(),
                after.errorCause(),
                at,
                after.validatedAt(),
                after.completedAt(),
                after.releaseAt(),
                after.cancelled().reason(),
                after.cancelled().wordsOrNull(),
                after.version(),
                after.id());
        pipeline.update(
                HISTORY,
                ids.next(),
                after.id(),
                transition,
                before.state(),
                after.state(),
                actor.kind(),
                actor.name(),
                actor.kind() == Actor.Kind.OPERATOR,
                why.reason(),
                why.wordsOrNull(),
                at);
        pipeline.run();
    }

    private PartOfOrder visible(Optional<PartOfOrder> found, Actor actor) {
        return found.filter(one -> sight.of(actor)
                        .holds(one.part().merchantId(), one.part().portalId()))
                .orElseThrow(PartUnknown::new);
    }
}
