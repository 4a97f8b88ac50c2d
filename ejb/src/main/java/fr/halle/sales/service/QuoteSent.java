package fr.halle.sales.service;

import fr.halle.sales.model.FrozenQuote;
import fr.halle.shared.model.Actor;

/** Fired in the transaction in which a quote went out: its mail is made by an observer. */
public record QuoteSent(long quoteId, long requestId, FrozenQuote quote, QuoteMail mail, Actor actor) {}
