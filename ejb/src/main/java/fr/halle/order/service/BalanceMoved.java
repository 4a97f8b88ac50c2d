package fr.halle.order.service;

import fr.halle.order.model.BalanceDueTransition;

/** A balance made this move; observers write in the same transaction. */
public record BalanceMoved(long balanceId, BalanceDueTransition transition) {}
