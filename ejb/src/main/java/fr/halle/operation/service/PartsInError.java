package fr.halle.operation.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.MerchantOrderLifecycle;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a part out of its course and back into it: the system alone does (M41). What is over stays over. */
@Service
public class PartsInError {

    @Inject
    private Sql sql;

    @EJB
    private MerchantOrderLifecycle lifecycle;

    private record Part(MerchantOrderState state, @Nullable MerchantOrderState before, String cause) {}

    /** Does nothing to a part that is over, or stands in ERROR already. */
    void stop(long partId, TroubleCause cause, String words) {
        boolean underWay = read(partId)
                .filter(part -> MerchantOrderTransition.FAIL.isOpenTo(part.state(), Actor.SYSTEM.kind()))
                .isPresent();
        if (underWay) {
            lifecycle.apply(partId, MerchantOrderTransition.FAIL, Actor.SYSTEM, mark(cause) + words);
        }
    }

    /** Where it stands in ERROR for this cause, it goes back to the state that it came from. */
    void goOn(long partId, TroubleCause cause) {
        read(partId)
                .filter(part ->
                        part.state() == MerchantOrderState.ERROR && part.cause().startsWith(mark(cause)))
                .map(Part::before)
                .ifPresent(
                        before -> lifecycle.apply(partId, MerchantOrderTransition.resume(before), Actor.SYSTEM, null));
    }

    /** The operator sends it back to the state that it came from, whatever its cause was. */
    void resume(long partId, Actor operator) {
        read(partId)
                .map(Part::before)
                .ifPresent(before -> lifecycle.apply(partId, MerchantOrderTransition.resume(before), operator, null));
    }

    private static String mark(TroubleCause cause) {
        return cause.name().toLowerCase(java.util.Locale.ROOT) + ": ";
    }

    private Optional<Part> read(long partId) {
        return sql.one(
                "select state, state_before_error, coalesce(error_cause, '') as cause from merchant_order where id = ?",
                row -> {
                    String before = row.textOrNull("state_before_error");
                    return new Part(
                            row.constant("state", MerchantOrderState.class),
                            before == null ? null : MerchantOrderState.valueOf(before),
                            row.text("cause"));
                },
                partId);
    }
}
