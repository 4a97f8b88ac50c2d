package fr.halle.sales.service;

import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Actor;

/** A quote made a move, in this transaction. */
public record QuoteMoved(long quoteId, long requestId, QuoteTransition transition, Actor actor, String reason) {}
