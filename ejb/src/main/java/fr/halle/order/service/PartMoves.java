package fr.halle.order.service;

import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Moves a part for a program: a cancellation refunds as it does on the page, and a request that is sent again under its key is
 * answered as it was, without being made twice. A refused request leaves no key behind.
 */
@Stateless
public class PartMoves {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @EJB
    private MerchantOrders orders;

    @EJB
    private MerchantOrderLifecycle lifecycle;

    @EJB
    private Cancellation cancellation;

    @EJB
    private Completion completion;

    /** Where the part is once it has moved. */
    public record Moved(String number, MerchantOrderState state, int version) {}

    private record Kept(byte[] request, Moved outcome) {}

    /**
     * What a program asks of a part.
     *
     * @param version the part's, as the caller read it
     * @param code what the customer showed, where the part is completed with it (K17); else null
     * @param lines the lines that are cancelled alone where the portal allows that (K9); none for all of the part
     */
    public record Wish(
            MerchantOrderTransition transition,
            int version,
            Why reason,
            @Nullable String code,
            Set<Long> lines) {

        public Wish {
            lines = Set.copyOf(lines);
        }

        public Wish(MerchantOrderTransition transition, int version, Why reason) {
            this(transition, version, reason, null, Set.of());
        }

        private byte[] fingerprint(String number) {
            String shown = code == null ? "" : "\n" + code;
            String some = lines.isEmpty() ? "" : "\n" + new TreeSet<>(lines);
            return Secrets.sha256(number + "\n" + transition + "\n" + version + "\n" + reason + shown + some);
        }
    }

    /**
     * @param key the caller's own, null where it gave none
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws PartMoved when somebody moved it since
     * @throws LinesRefused when one of the lines cannot be cancelled alone: nothing is
     * @throws MoveKeyReused when the key came with another request before
     */
    public Moved move(Actor actor, String number, Wish wish, @Nullable String key) {
        if (key == null) {
            return make(actor, number, wish);
        }
        long part = orders.idOf(actor, number);
        byte[] request = wish.fingerprint(number);
        if (!claim(actor, key, request, part)) {
            return earlier(actor, key, request);
        }
        Moved moved = make(actor, number, wish);
        sql.update(
                "update part_move_key set state = ?, version = ? where user_id = ? and key = ?",
                moved.state(),
                moved.version(),
                actor.id(),
                key);
        return moved;
    }

    private Moved make(Actor actor, String number, Wish wish) {
        MerchantOrderTransition transition = wish.transition();
        String code = wish.code();
        if (!wish.lines().isEmpty()) {
            cancellation.cancelLines(orders.idOf(actor, number), wish.version(), wish.lines(), wish.reason(), actor);
        } else if (transition.isCancellation()) {
            long part = orders.idOf(actor, number);
            // The move that was asked for, and no other one that would cancel it too.
            lifecycle.hold(part, wish.version(), transition, actor);
            cancellation.cancel(part, wish.version(), wish.reason(), actor);
        } else if (transition == MerchantOrderTransition.COMPLETE && code != null) {
            completion.byCode(orders.idOf(actor, number), wish.version(), code, wish.reason(), actor);
        } else {
            MerchantOrder part = lifecycle.applyTo(number, wish.version(), transition, actor, wish.reason());
            return new Moved(part.number(), part.state(), part.version());
        }
        return sql.one("select number, state, version from merchant_order where number = ?", PartMoves::moved, number)
                .orElseThrow(PartUnknown::new);
    }

    /** Whether this is the first request of its key; a second one waits here until the first has ended. */
    private boolean claim(Actor actor, String key, byte[] request, long part) {
        return sql.update(
                        "insert into part_move_key (user_id, key, request_sha256, merchant_order_id, at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        actor.id(),
                        key,
                        request,
                        part,
                        clock.instant())
                == 1;
    }

    private Moved earlier(Actor actor, String key, byte[] request) {
        Optional<Kept> kept = sql.one(
                "select k.request_sha256, p.number, k.state, k.version from part_move_key k"
                        + " join merchant_order p on p.id = k.merchant_order_id where k.user_id = ? and k.key = ?",
                row -> new Kept(row.bytes("request_sha256"), moved(row)),
                actor.id(),
                key);
        return kept.filter(one -> MessageDigest.isEqual(one.request(), request))
                .map(Kept::outcome)
                .orElseThrow(MoveKeyReused::new);
    }

    private static Moved moved(Row row) throws SQLException {
        return new Moved(row.text("number"), row.constant("state", MerchantOrderState.class), row.integer("version"));
    }
}
