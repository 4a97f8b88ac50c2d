package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.sales.model.LineSource;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices a quote again (S19, K24): what was chosen, as many days later as the stay is, at the prices of now. What cannot be had any
 * more is named and left out; what an outside catalogue sold at set times, or for a stay of another length, has to be chosen there again.
 */
@Stateless
public class QuoteRepricing {

    private static final Set<ProductKind> LASTING = Set.of(ProductKind.LODGING, ProductKind.RENTAL);

    @Inject
    private Sql sql;

    @Inject
    private QuoteStore store;

    @EJB
    private QuoteDesk desk;

    @Inject
    private QuoteDrafts drafts;

    @Inject
    private QuoteHolds holds;

    @Inject
    private LineMaking making;

    @Inject
    private RequestHistory history;

    /** @param lost the names of what could not be had any more */
    public record Repriced(long quoteId, List<String> lost) {

        public Repriced {
            lost = List.copyOf(lost);
        }
    }

    /**
     * A draft is priced in its place; of one that has ended a new draft is made.
     *
     * @throws QuoteUnknown when it is not the actor's desk's
     * @throws QuoteSealed while it is out: a newer one begins from it
     */
    public Repriced reprice(Actor actor, long quoteId) {
        QuoteHead head = store.hold(actor, quoteId);
        if (head.isOut() || head.orderNo() != null) {
            throw new QuoteSealed(head.no());
        }
        List<QuoteLine> lines = store.lines(quoteId);
        if (head.isDraft()) {
            drafts.redate(head, head.ask());
            empty(head);
            return fill(actor, quoteId, head, lines);
        }
        long draft = desk.begin(actor, head.requestId());
        if (!store.lines(draft).isEmpty()) {
            return new Repriced(draft, List.of());
        }
        sql.update(
                "update quote q set ask = case when q.balance_due_on is null then q.ask else f.ask end,"
                        + " balance_due_on = case when f.ask = 'WHOLE' then null else q.balance_due_on end,"
                        + " deposit_bp = f.deposit_bp, discount_cents = f.discount_cents, discount_reason = f.discount_reason,"
                        + " message = f.message, version = q.version + 1 from quote f where f.id = ? and q.id = ?",
                quoteId,
                draft);
        return fill(actor, draft, head, lines);
    }

    private void empty(QuoteHead head) {
        holds.giveBack(head.id());
        sql.update(
                "delete from quote_claim where line_id in (select id from quote_line where quote_id = ?)", head.id());
        sql.update("delete from quote_line where quote_id = ?", head.id());
    }

    private Repriced fill(Actor actor, long draftId, QuoteHead former, List<QuoteLine> lines) {
        QuoteHead draft = drafts.again(draftId, former.requestId());
        List<QuoteLine> had = new ArrayList<>();
        // An insurance covers the others, wherever it stands: it is priced once they are.
        for (boolean insurance : new boolean[] {false, true}) {
            for (int i = 0; i < lines.size(); i++) {
                QuoteLine line = lines.get(i);
                if ((line.line().kind() == ProductKind.INSURANCE) == insurance) {
                    QuoteLine again = again(draft, former, line);
                    if (again != null && add(draft, i + 1, again)) {
                        had.add(line);
                    }
                }
            }
            drafts.loneAlternatives(draftId);
        }
        drafts.changed(draftId, draft.requestId());
        List<String> lost = lines.stream()
                .filter(line -> !had.contains(line))
                .map(line -> line.line().name())
                .toList();
        lost.forEach(name -> history.write(draft.requestId(), actor, RequestAct.PRESTATION_LOST, name));
        return new Repriced(draftId, lost);
    }

    /** False where others have the places. */
    private boolean add(QuoteHead draft, int position, QuoteLine line) {
        long id = store.add(draft.id(), position, line);
        try {
            holds.settle(draft.requestId());
            return true;
        } catch (PlacesGone gone) {
            sql.update("delete from quote_line where id = ?", id);
            return false;
        }
    }

    /** Null for what cannot be had at the new dates. */
    private @Nullable QuoteLine again(QuoteHead draft, QuoteHead former, QuoteLine line) {
        long days = shift(former.arrivesOn(), draft.arrivesOn());
        Choice choice = line.choice();
        if (choice == null) {
            boolean set = line.source() == LineSource.CATALOGUE && line.line().startsAt() != null && days != 0;
            boolean old = isPricedByLength(line)
                    && shift(former.arrivesOn(), former.leavesOn()) != shift(draft.arrivesOn(), draft.leavesOn());
            return set || old ? null : line.again(line.publicCents(), null, moved(line.line(), days));
        }
        Choice later = moved(choice, former, draft, days);
        if (isPricedByLength(line)
                && shift(choice.startsOn(), choice.endsOn()) != shift(later.startsOn(), later.endsOn())) {
            return null;
        }
        try {
            QuoteLine priced = making.ofCatalog(draft, later, line.line().detail(), store.lines(draft.id()));
            return line.source() == LineSource.PUBLIC ? priced.pickedAs(line) : atItsPrice(line, later, priced.line());
        } catch (ChoiceRefused refused) {
            return null;
        }
    }

    /** Whether a catalogue was asked for its price of so many nights or days. */
    private static boolean isPricedByLength(QuoteLine line) {
        return line.source() == LineSource.CATALOGUE
                && LASTING.contains(line.line().kind());
    }

    /** A catalogue's price of one stays what it was: the outside system is asked again when it is sold. */
    private static QuoteLine atItsPrice(QuoteLine line, Choice choice, OrderDraft.Line now) {
        return line.again(
                now.totalCents(),
                choice,
                now.at(line.line().unitCents(), line.line().vatBp()));
    }

    private static Choice moved(Choice choice, QuoteHead former, QuoteHead draft, long days) {
        LocalDate ends = choice.endsOn();
        // What lasted as long as the stay lasts as long as the new one.
        LocalDate end = ends != null && ends.equals(former.leavesOn()) && draft.leavesOn() != null
                ? draft.leavesOn()
                : later(ends, days);
        return new Choice(
                choice.productId(),
                choice.variantId(),
                choice.quantity(),
                later(choice.startsOn(), days),
                end,
                later(choice.startsAt(), days),
                choice.size(),
                choice.adults(),
                choice.children());
    }

    private static OrderDraft.Line moved(OrderDraft.Line line, long days) {
        return line.at(
                later(line.startsOn(), days),
                later(line.endsOn(), days),
                later(line.startsAt(), days),
                later(line.endsAt(), days));
    }

    private static long shift(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? 0 : ChronoUnit.DAYS.between(from, to);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate day, long days) {
        return day == null ? null : day.plusDays(days);
    }

    /** At the same hour in Paris, whatever the clocks do between. */
    private static @Nullable Instant later(@Nullable Instant at, long days) {
        return at == null ? null : at.atZone(HalleClock.PARIS).plusDays(days).toInstant();
    }
}
