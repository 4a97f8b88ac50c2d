package fr.halle.sales.service;

import fr.halle.portal.service.Portals;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteSettings;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * « Si un devis est en cours sur le dossier et que les dates de séjour sont modifiées, il sera perdu » (S19, K24): asked before, then
 * voided with its link, its places given back; readable for ever, and priced again where the portal says so or somebody asks.
 */
@Service
public class QuoteDates {

    /** Why it ended; the words are in the bundles. */
    public static final String DATES_CHANGED = "DATES_CHANGED";

    @Inject
    private Portals portals;

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteDrafts drafts;

    @Inject
    private QuoteLifecycle lifecycle;

    @EJB
    private QuoteRepricing repricing;

    void changed(@Observes RequestDatesChanged changed) {
        List<QuoteHead> living = store.hold(changed.requestId()).stream()
                .filter(one -> one.isDraft() || one.isOut())
                .toList();
        List<QuoteHead> lost = living.stream()
                .filter(one -> one.isOut() || !store.lines(one.id()).isEmpty())
                .toList();
        if (lost.isEmpty()) {
            // An empty draft has nothing to lose.
            living.forEach(one -> drafts.redate(one, QuoteAsk.DEPOSIT));
            return;
        }
        QuoteHead last = lost.get(lost.size() - 1);
        if (!changed.confirmed()) {
            throw new QuoteWouldBeLost(last.no());
        }
        living.forEach(one -> lifecycle.apply(one.id(), QuoteTransition.VOID, changed.actor(), DATES_CHANGED));
        boolean again = portals.byId(last.portalId()).settings().get(QuoteSettings.ON_DATES_CHANGE)
                == QuoteSettings.OnDatesChange.REPRICE;
        if (again) {
            repricing.reprice(changed.actor(), last.id());
        }
    }
}
