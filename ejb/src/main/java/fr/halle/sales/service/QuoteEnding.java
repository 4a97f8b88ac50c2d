package fr.halle.sales.service;

import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Texts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The desk takes a quote back: its link opens nothing to pay any more, its places return, it stays readable. */
@Stateless
public class QuoteEnding {

    private static final int REASON_MOST = 200;

    /** Why, where nobody typed a reason. */
    private static final String WITHDRAWN = "WITHDRAWN";

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteLifecycle lifecycle;

    /**
     * @param reason may be empty
     * @throws QuoteUnknown when it is not the actor's desk's
     * @throws QuoteOrdered when it is an order, or being paid
     */
    public void withdraw(Actor actor, long quoteId, String reason) {
        QuoteHead head = store.hold(actor, quoteId);
        String typed = reason.strip();
        if (typed.length() > REASON_MOST || Texts.hides(typed)) {
            throw new QuoteRefused("reason", "TEXT", REASON_MOST);
        }
        lifecycle.apply(head.id(), QuoteTransition.VOID, actor, typed.isEmpty() ? WITHDRAWN : typed);
    }
}
