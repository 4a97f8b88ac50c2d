package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.portal.model.Settings;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteSettings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Quotes as the desk works on them (S20): begun for a request, with their conditions, and read in all their versions. A quote that
 * begins while another is out takes up its prestations, and its place once it is sent.
 */
@Stateless
public class QuoteDesk {

    private static final String INSERT =
            "insert into quote (id, request_id, desk_id, portal_id, no, state, language, arrives_on, leaves_on, adults, children,"
                    + " first_name, last_name, email, phone, street, postcode, city, country, ask, deposit_bp, balance_due_on, valid_until, holds,"
                    + " token, token_hash, created_at, created_by, replaces_id)"
                    + " values (?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Portals portals;

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteDrafts drafts;

    /** What a quote takes over from the request it answers. */
    private record Asked(
            long deskId,
            long portalId,
            String language,
            @Nullable LocalDate arrivesOn,
            @Nullable LocalDate leavesOn,
            @Nullable Integer adults,
            @Nullable Integer children,
            String firstName,
            String lastName,
            String email,
            String phone) {

        static Asked of(Row row) throws SQLException {
            return new Asked(
                    row.number("desk_id"),
                    row.number("portal_id"),
                    row.text("language"),
                    row.dateOrNull("arrives_on"),
                    row.dateOrNull("leaves_on"),
                    row.integerOrNull("adults"),
                    row.integerOrNull("children"),
                    row.text("first_name"),
                    row.text("last_name"),
                    row.text("email"),
                    row.text("phone"));
        }
    }

    /**
     * Begins a quote, or finds the one that is being written.
     *
     * @throws RequestUnknown when there is no such request, or it is not the actor's desk's
     * @throws PlacesGone when what another offered cannot be had a second time
     */
    public long begin(Actor actor, long requestId) {
        Asked asked = sql.one(
                        "select * from sales_request where id = ? and desk_id = any(?)",
                        Asked::of,
                        requestId,
                        store.desksOf(actor))
                .orElseThrow(RequestUnknown::new);
        List<QuoteHead> all = store.hold(requestId);
        Optional<QuoteHead> draft = all.stream().filter(QuoteHead::isDraft).findFirst();
        if (draft.isPresent()) {
            return draft.get().id();
        }
        Optional<QuoteHead> out = all.stream().filter(QuoteHead::isOut).findFirst();
        QuoteHead last = all.isEmpty() ? null : all.get(all.size() - 1);
        long id = ids.next();
        if (!insert(id, actor, requestId, asked, last, out.map(QuoteHead::id).orElse(null))) {
            return sql.number("select id from quote where request_id = ? and state = 'DRAFT'", requestId);
        }
        out.ifPresent(former -> drafts.takeUp(id, former));
        drafts.changed(id, requestId);
        return id;
    }

    /** @throws QuoteUnknown when there is no such quote, or it is not the actor's desk's */
    public QuoteView view(Actor actor, long quoteId) {
        return store.view(store.find(actor, quoteId));
    }

    /** All quotes of a request, the oldest first. @throws RequestUnknown when it is not the actor's desk's */
    public List<QuoteHead> ofRequest(Actor actor, long requestId) {
        if (sql.number(
                        "select count(*) from sales_request where id = ? and desk_id = any(?)",
                        requestId,
                        store.desksOf(actor))
                == 0) {
            throw new RequestUnknown();
        }
        return store.ofRequest(requestId);
    }

    /**
     * Writes the conditions.
     *
     * @param version as it was shown
     * @throws QuoteChanged when somebody wrote meanwhile: nothing is lost, the page shows both
     * @throws QuoteRefused for what cannot be, beside its field
     */
    public void save(Actor actor, long quoteId, int version, QuoteWish typed) {
        QuoteHead head = drafts.hold(actor, quoteId, version);
        QuoteWish wish = QuoteWishCheck.read(typed, head, store.lines(quoteId), clock.today());
        sql.update(
                "update quote set ask = ?, deposit_bp = ?, balance_due_on = ?, valid_until = ?, discount_cents = ?, discount_reason = ?, message = ? where id = ?",
                wish.ask(),
                wish.depositBp(),
                wish.balanceDueOn(),
                wish.validUntil(),
                wish.discountCents(),
                wish.discountReason(),
                wish.message(),
                quoteId);
        drafts.changed(quoteId, head.requestId());
    }

    private boolean insert(
            long id, Actor actor, long requestId, Asked asked, @Nullable QuoteHead last, @Nullable Long replaces) {
        Settings settings = portals.byId(asked.portalId()).settings();
        LocalDate today = clock.today();
        LocalDate due = QuoteDeadlines.balanceDueOn(asked.arrivesOn(), asked.leavesOn(), settings, today);
        OrderDraft.Customer customer = customer(asked, last);
        String token = Secrets.token();
        return sql.update(
                        INSERT,
                        id,
                        requestId,
                        asked.deskId(),
                        asked.portalId(),
                        last == null ? 1 : last.no() + 1,
                        asked.language(),
                        asked.arrivesOn(),
                        asked.leavesOn(),
                        asked.adults(),
                        asked.children(),
                        customer.firstName(),
                        customer.lastName(),
                        customer.email(),
                        customer.phone(),
                        customer.street(),
                        customer.postcode(),
                        customer.city(),
                        customer.country(),
                        due == null ? QuoteAsk.WHOLE : QuoteAsk.DEPOSIT,
                        settings.get(QuoteSettings.DEPOSIT_BP),
                        due,
                        QuoteDeadlines.validUntil(asked.arrivesOn(), asked.leavesOn(), settings, today),
                        settings.get(QuoteSettings.HOLDS),
                        token,
                        Secrets.sha256(token),
                        clock.instant(),
                        actor.name(),
                        replaces)
                == 1;
    }

    /** What the customer's details became on the last quote says more than what was typed into a form. */
    private static OrderDraft.Customer customer(Asked asked, @Nullable QuoteHead last) {
        return last == null
                ? new OrderDraft.Customer(
                        asked.firstName(), asked.lastName(), asked.email(), asked.phone(), "", "", "", "FR")
                : last.customer();
    }
}
