package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.shared.model.Actor;
import fr.halle.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Facts about parts as the lifecycle tells them, without the move itself. */
public final class Happened {

    private Happened() {}

    public static MerchantOrderMoved moved(
            long part, MerchantOrderTransition transition, Actor actor, @Nullable String reason) {
        return new MerchantOrderMoved(
                TestDatabase.sql()
                        .one(PartOfOrder.SELECT + "id = ?", PartOfOrder::of, part)
                        .orElseThrow(),
                transition,
                actor,
                reason,
                null,
                false);
    }
}
