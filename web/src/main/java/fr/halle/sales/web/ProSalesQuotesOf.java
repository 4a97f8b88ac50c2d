package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteHead;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The block "Devis" of a request's page: all its quotes, the newest first, and which one other dates would lose. Read once a page. */
@Named
@RequestScoped
public class ProSalesQuotesOf {

    @Inject
    private QuoteDesk desk;

    @Inject
    private CurrentActor actor;

    private final Map<Long, List<QuoteHead>> read = new HashMap<>();

    public List<QuoteHead> of(long requestId) {
        return read.computeIfAbsent(requestId, id -> {
            List<QuoteHead> quotes = new ArrayList<>(desk.ofRequest(actor.get(), id));
            Collections.reverse(quotes);
            return quotes;
        });
    }

    /** Null where none is in progress. */
    public @Nullable QuoteHead living(long requestId) {
        return of(requestId).stream()
                .filter(one -> one.isDraft() || one.isOut())
                .findFirst()
                .orElse(null);
    }
}
