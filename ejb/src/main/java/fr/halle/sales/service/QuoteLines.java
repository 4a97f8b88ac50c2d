package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.sales.model.LinePick;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prestations of a quote that is being written (S04–S07, S20): added, ordered, taken out, left to the customer's choice. Two
 * secretaries may do so at once, since what each adds stands by itself.
 */
@Stateless
public class QuoteLines {

    public static final int MOST = 500;

    @Inject
    private Sql sql;

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteDrafts drafts;

    @Inject
    private LineMaking making;

    @Inject
    private InsuranceLines insurances;

    @Inject
    private RequestHistory history;

    /**
     * Adds what anybody buys on line, at its price of now; its places are held from now on (setting {@code quote.holds}).
     *
     * @param detail what has no field of its own, such as a skier's name
     * @throws fr.halle.catalog.model.ChoiceRefused when it cannot be
     * @throws PlacesGone when others have the places
     * @throws QuoteFull at the five-hundred-and-first
     */
    public long addFromCatalog(Actor actor, long quoteId, Choice choice, Map<String, String> detail) {
        QuoteHead head = room(actor, quoteId);
        return add(actor, head, making.ofCatalog(head, choice, detail, store.lines(quoteId)));
    }

    /** Adds "Divers" (S06). @throws QuoteRefused beside the field */
    public long addFree(Actor actor, long quoteId, FreeLine typed) {
        QuoteHead head = room(actor, quoteId);
        return add(actor, head, making.free(head, typed));
    }

    /** Adds a product of ours at a catalogue's price; see {@link CatalogueLines}. */
    public long addFromCatalogue(
            Actor actor, long quoteId, String code, OutsideProduct product, Choice choice, Map<String, String> detail) {
        QuoteHead head = room(actor, quoteId);
        return add(actor, head, making.ofCatalogue(head, code, product, choice, detail, store.lines(quoteId)));
    }

    /** Adds what only a catalogue sells; see {@link CatalogueLines}. */
    public long addNotOnLine(
            Actor actor,
            long quoteId,
            String code,
            OutsideProduct product,
            OutsideProduct.@Nullable Place place,
            @Nullable Long shopId,
            long quantity) {
        QuoteHead head = room(actor, quoteId);
        return add(actor, head, making.notOnLine(head, code, product, place, shopId, quantity));
    }

    /** @throws QuoteLineUnknown for one that is not there any more */
    public void remove(Actor actor, long quoteId, long lineId) {
        QuoteHead head = drafts.hold(actor, quoteId, null);
        QuoteLine line = line(quoteId, lineId);
        // What it holds is given back first: the claim's row goes with it.
        sql.update("update quote_line set line = jsonb_set(line, '{claims}', '[]') where id = ?", lineId);
        drafts.changed(quoteId, head.requestId());
        sql.update("delete from quote_claim where line_id = ?", lineId);
        sql.update("delete from quote_line where id = ? and quote_id = ?", lineId, quoteId);
        drafts.loneAlternatives(quoteId);
        insurances.follow(actor, head);
        drafts.loneAlternatives(quoteId);
        drafts.changed(quoteId, head.requestId());
        history.write(
                head.requestId(),
                actor,
                RequestAct.PRESTATION_REMOVED,
                line.line().name());
    }

    /** One place up or down. @throws QuoteLineUnknown for one that is not there any more */
    public void move(Actor actor, long quoteId, long lineId, boolean up) {
        QuoteHead head = drafts.hold(actor, quoteId, null);
        List<QuoteLine> lines = new ArrayList<>(store.lines(quoteId));
        int at = lines.indexOf(line(quoteId, lineId));
        int to = up ? at - 1 : at + 1;
        if (to < 0 || to >= lines.size()) {
            return;
        }
        Collections.swap(lines, at, to);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new Object[] {i + 1, lines.get(i).id()});
        }
        sql.batch("update quote_line set position = ? where id = ?", rows);
        drafts.changed(quoteId, head.requestId());
    }

    /**
     * Leaves it to the customer, or not.
     *
     * @param alternative which set it is one of, from 1; null unless it is an alternative
     * @param taken whether it counts unless the customer picks otherwise; of alternatives the first that was so, else the first, is
     */
    public void leave(
            Actor actor, long quoteId, long lineId, LinePick pick, @Nullable Integer alternative, boolean taken) {
        QuoteHead head = drafts.hold(actor, quoteId, null);
        line(quoteId, lineId);
        if ((pick == LinePick.ALTERNATIVE) != (alternative != null)
                || (alternative != null && (alternative < 1 || alternative > MOST))) {
            throw new QuoteRefused("alternative", "ALTERNATIVE");
        }
        sql.update(
                "update quote_line set pick = ?, alternative = ?, taken = ? where id = ?",
                pick,
                alternative,
                pick == LinePick.FIRM || taken,
                lineId);
        if (alternative != null && taken) {
            sql.update(
                    "update quote_line set taken = false where quote_id = ? and alternative = ? and id <> ?",
                    quoteId,
                    alternative,
                    lineId);
        }
        drafts.oneOfEach(quoteId);
        insurances.follow(actor, head);
        drafts.oneOfEach(quoteId);
        drafts.changed(quoteId, head.requestId());
    }

    private QuoteHead room(Actor actor, long quoteId) {
        QuoteHead head = drafts.hold(actor, quoteId, null);
        if (sql.number("select count(*) from quote_line where quote_id = ?", quoteId) >= MOST) {
            throw new QuoteFull(MOST);
        }
        return head;
    }

    private long add(Actor actor, QuoteHead head, QuoteLine line) {
        int position =
                (int) sql.number("select coalesce(max(position), 0) + 1 from quote_line where quote_id = ?", head.id());
        long id = store.add(head.id(), position, line);
        insurances.follow(actor, head);
        drafts.changed(head.id(), head.requestId());
        history.write(
                head.requestId(),
                actor,
                RequestAct.PRESTATION_ADDED,
                line.line().name());
        return id;
    }

    private QuoteLine line(long quoteId, long lineId) {
        return store.lines(quoteId).stream()
                .filter(one -> one.id() == lineId)
                .findFirst()
                .orElseThrow(QuoteLineUnknown::new);
    }
}
