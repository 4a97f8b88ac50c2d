package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.shared.model.Actor;
import org.jspecify.annotations.Nullable;

/** A part made a move; fired in the same transaction, so that its effects are written with it or not at all. */
public record MerchantOrderMoved(
        long partId,
        MerchantOrderTransition transition,
        Actor actor,
        @Nullable String reason) {}
