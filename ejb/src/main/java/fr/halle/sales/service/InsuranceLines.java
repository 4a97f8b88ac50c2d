package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ProductKind;
import fr.halle.sales.model.LineSource;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;

/**
 * An insurance is a share of what it covers, of that which is taken unless the customer picks otherwise: with each prestation that comes,
 * goes or is left to the customer it is priced again, and it goes with the last. What the customer is shown then stands, whatever is
 * picked.
 */
@Service
class InsuranceLines {

    @Inject
    private Sql sql;

    @Inject
    private QuoteStore store;

    @Inject
    private LineMaking making;

    @Inject
    private RequestHistory history;

    /** The caller has changed the lines of a draft that it holds. */
    void follow(Actor actor, QuoteHead head) {
        List<QuoteLine> lines = store.lines(head.id());
        for (QuoteLine line : lines) {
            Choice choice = line.choice();
            // A catalogue's own price is no share.
            if (choice != null
                    && line.source() == LineSource.PUBLIC
                    && line.line().kind() == ProductKind.INSURANCE) {
                price(actor, head, line, choice, lines);
            }
        }
    }

    private void price(Actor actor, QuoteHead head, QuoteLine line, Choice choice, List<QuoteLine> lines) {
        List<QuoteLine> others =
                lines.stream().filter(other -> other.id() != line.id()).toList();
        try {
            QuoteLine priced = making.ofCatalog(head, choice, line.line().detail(), others);
            sql.update(
                    "update quote_line set total_cents = ?, line = ? where id = ?",
                    priced.line().totalCents(),
                    Json.write(priced.line()),
                    line.id());
        } catch (ChoiceRefused coversNothing) {
            sql.update("delete from quote_line where id = ?", line.id());
            history.write(
                    head.requestId(),
                    actor,
                    RequestAct.PRESTATION_REMOVED,
                    line.line().name());
        }
    }
}
