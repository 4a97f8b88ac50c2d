package fr.halle.order.service;

import fr.halle.shared.model.Actor;
import fr.halle.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** In a transaction of their own, on another connection, as the container counts them. */
final class GuessesByThemselves extends PickupGuesses {

    @Override
    public Verdict guess(long partId, String part, Actor actor, BooleanSupplier compare) {
        return CompletableFuture.supplyAsync(
                        () -> TestDatabase.inTransaction(() -> super.guess(partId, part, actor, compare)))
                .join();
    }
}
