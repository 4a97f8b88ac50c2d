package fr.halle.payout.service;

import fr.halle.payout.model.PayoutTransition;

/** A payout made this move; observers write in the same transaction. */
public record PayoutMoved(long payoutId, PayoutTransition transition) {}
