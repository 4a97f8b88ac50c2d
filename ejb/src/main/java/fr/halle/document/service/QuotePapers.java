package fr.halle.document.service;

import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.service.QuoteAnswers;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteSending;
import fr.halle.shared.model.Actor;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** A quote on paper (S21): in its own language, and once it is sent always the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuotePapers {

    @EJB
    private QuoteSending sending;

    @EJB
    private QuoteDesk desk;

    @EJB
    private QuoteAnswers answers;

    @Inject
    private Press press;

    /** @throws fr.halle.sales.service.QuoteUnknown when there is no such quote, or it is not the actor's desk's */
    public Paper of(Actor actor, long quoteId) {
        return of(
                sending.asShown(actor, quoteId),
                desk.view(actor, quoteId).head().isDraft());
    }

    /**
     * For whoever holds the customer's link: what was sent.
     *
     * @throws fr.halle.sales.service.QuoteUnknown when the link opens nothing on this portal
     */
    public Paper of(long portalId, String token) {
        return of(answers.byToken(portalId, token).quote());
    }

    private Paper of(FrozenQuote quote) {
        return of(quote, false);
    }

    private Paper of(FrozenQuote quote, boolean draft) {
        DocumentWords words = DocumentWords.in(quote.language());
        return new Paper(
                words.say("quote.file", "number", Integer.toString(quote.no())),
                press.print(new QuotePaper(words, quote, draft).xhtml()));
    }
}
