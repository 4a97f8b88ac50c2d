package fr.halle.order.service;

import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.PickupCode;
import fr.halle.order.model.Why;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a part is completed where its merchant's word is not enough (K17, M39, M44): by the code that the customer shows, by the
 * customer on the order's private page, or by the clock.
 */
@Stateless
public class Completion {

    private static final String PART = """
            select p.id, p.number, p.merchant_id, p.portal_id, p.version, p.state, p.state_before_error, p.slot_start, p.service_date,
                   o.id as order_id, o.token, o.settings, o.first_name || ' ' || o.last_name as customer
              from merchant_order p join customer_order o on o.id = p.order_id
             where p.""";

    /** What the clock may complete: accepted, and over for as many days as its order says; never what its merchant did not accept. */
    private static final String OVER = """
             p.state in ('PROCESSING', 'READY', 'HANDING_OVER') and p.service_date < ?
               and o.settings ->> 'complete.requires' in ('CUSTOMER_CONFIRM', 'AUTO_AFTER')
               and greatest(p.service_date, (select max(greatest(l.ends_on, (l.ends_at at time zone 'Europe/Paris')::date))
                                               from order_line l where l.merchant_order_id = p.id and l.state <> 'CANCELLED'))
                   + coalesce((o.settings ->> 'complete.auto_days')::int, ?) <= ?
            """;

    /** Merchant by merchant, along the index of their states: a walk along the parts' ids would read all that are long over. */
    private static final String DUE = "select p.id from merchant m cross join lateral (select * from merchant_order"
            + " where merchant_id = m.id and state in ('PROCESSING', 'READY', 'HANDING_OVER') offset 0) p"
            + " join customer_order o on o.id = p.order_id where p.id > ? and " + OVER + " order by p.id limit ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Sight sight;

    @EJB
    private PickupGuesses guesses;

    @EJB
    private MerchantOrderLifecycle lifecycle;

    private record Part(
            long id,
            String number,
            long merchantId,
            long portalId,
            int version,
            MerchantOrderState state,
            @Nullable Instant slotStart,
            LocalDate serviceDate,
            long orderId,
            String token,
            String customer,
            Settings settings) {

        static Part of(Row row) throws SQLException {
            return new Part(
                    row.number("id"),
                    row.text("number"),
                    row.number("merchant_id"),
                    row.number("portal_id"),
                    row.integer("version"),
                    row.constant("state", MerchantOrderState.class),
                    row.instantOrNull("slot_start"),
                    row.date("service_date"),
                    row.number("order_id"),
                    row.text("token"),
                    row.text("customer"),
                    FrozenSettings.read(row.text("settings")));
        }

        boolean waitsForCode(Actor actor) {
            return actor.kind() == Actor.Kind.MERCHANT
                    && settings.get(OrderSettings.COMPLETE_REQUIRES) == CompletionRule.PICKUP_CODE
                    && MerchantOrderTransition.COMPLETE.from().contains(state);
        }

        MoveRules rules() {
            return new MoveRules(state, null, slotStart, serviceDate, settings);
        }
    }

    /**
     * Completes a part with what its customer showed.
     *
     * @param version the part's, as it was when it was looked at
     * @param typed in any case, with or without its dash
     * @param why needed of an operator, who completes without the code (K17)
     * @throws PartUnknown when there is no such part, or it is not the actor's to see: that counts as no try
     * @throws fr.halle.shared.model.NotAllowed when the actor's role moves nothing; nor does that
     * @throws PartMoved when somebody moved it since; nor does that
     * @throws PickupCodeWrong when it is not this part's code
     * @throws PickupCodeBlocked when too many were wrong
     */
    public void byCode(long partId, int version, String typed, Why why, Actor actor) {
        Part part = sql.one(PART + "id = ?", Part::of, partId).orElseThrow(PartUnknown::new);
        if (!sight.of(actor).holds(part.merchantId(), part.portalId())) {
            throw new PartUnknown();
        }
        actor.must(MerchantOrderTransition.COMPLETE.permission());
        if (part.version() == version && part.waitsForCode(actor)) {
            prove(part, typed, actor);
            lifecycle.completeProven(partId, version, actor);
        } else {
            lifecycle.applyBecause(partId, version, MerchantOrderTransition.COMPLETE, actor, why);
        }
    }

    private void prove(Part part, String typed, Actor actor) {
        if (PickupCode.plain(typed).isEmpty()) {
            throw new PickupCodeMissing();
        }
        PickupCode code = PickupCode.of(part.token(), part.number());
        PickupGuesses.Verdict verdict = guesses.guess(part.id(), part.number(), actor, () -> code.is(typed));
        if (verdict.blockedUntil() != null) {
            throw new PickupCodeBlocked(verdict.blockedUntil());
        }
        if (!verdict.right()) {
            throw new PickupCodeWrong(verdict.left());
        }
    }

    /**
     * The customer says « J’ai bien reçu ma commande ». Said twice, it is heard once.
     *
     * @param token the order's: it is the customer's right
     * @throws OrderUnknown when no part of this number is in an order of this token
     * @throws MoveRefused where the portal does not ask the customer, or the part is not so far
     */
    public void byCustomer(long portalId, String number, String token) {
        Part part = sql.one(PART + "number = ? and o.portal_id = ? for no key update of p", Part::of, number, portalId)
                .filter(found -> Secrets.same(token, found.token()))
                .orElseThrow(OrderUnknown::new);
        if (part.state() == MerchantOrderState.COMPLETED) {
            return;
        }
        if (!part.rules().isReceivable(clock.instant())) {
            throw new MoveRefused(MerchantOrderTransition.COMPLETE, part.state(), Actor.Kind.CUSTOMER);
        }
        lifecycle.completeReceived(part.id(), Actor.customer(part.orderId(), part.customer()));
    }

    /** Parts that the clock completes today, by id. */
    public List<Long> due(long afterId, int most) {
        LocalDate today = clock.today();
        return sql.list(DUE, row -> row.number("id"), afterId, today, days(), today, most);
    }

    /** Completes a part if it is still to be completed by the clock. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void byClock(long partId) {
        LocalDate today = clock.today();
        sql.one(
                        PART + "id = ? and " + OVER + " for no key update of p",
                        row -> row.number("id"),
                        partId,
                        today,
                        days(),
                        today)
                .ifPresent(id -> lifecycle.apply(id, MerchantOrderTransition.COMPLETE, Actor.CLOCK, null));
    }

    /** What an order is worth that was placed before the setting was: the same in every preset. */
    private static int days() {
        return OrderSettings.COMPLETE_AUTO_DAYS.defaultIn(Preset.MOUNTAIN);
    }
}
