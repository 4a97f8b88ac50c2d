package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/**
 * What customers typed at the till goes once it is clear that they never paid, or cannot contest any more what was given back: the
 * number, the amounts, the terms by their version and the payment with its history stay. Whose payment is open, unknown or accepted
 * is left as it is.
 */
@Stateless
public class UnpaidNames {

    private static final String OF_ANOTHER_AMOUNT =
            "select from order_trouble t where t.cause = 'PAYMENT_AMOUNT' and t.subject_id = p.id";

    /**
     * After the checkout ended. Until then its customer finds the details at the till again, and the provider, who is asked about a
     * payment that was given up for eight days, may still say that it was paid. GDPR art. 5 (1) e: no longer than is needed for that.
     */
    static final Duration KEPT = Duration.ofDays(30);

    /**
     * After the checkout ended, where money was taken and given back, or another amount than ours: its cardholder may contest it for
     * thirteen months from the day of its debit (CMF L133-24), which is some days after.
     */
    static final Period CONTESTABLE = Period.ofMonths(14);

    /** Bound: the moments before which both ended. */
    private static final String UNPAID =
            " where k.state in ('FAILED', 'EXPIRED') and k.forgotten_at is null and k.ended_at < ?"
                    + " and p.state in ('REFUSED', 'ABANDONED', 'EXPIRED', 'VOIDED') and p.order_id is null and p.next_check_at is null"
                    + " and (k.ended_at < ? or p.state <> 'VOIDED' and not exists (" + OF_ANOTHER_AMOUNT + "))"
                    + " and not exists (" + OF_ANOTHER_AMOUNT + " and t.solved_at is null)";

    /** Who ordered, where it was to be brought, whom each line is for, and the addresses from which terms were accepted. */
    private static final String FORGET = """
            update checkout set forgotten_at = ?, draft = draft || jsonb_build_object('customer', ?::jsonb,
                'parts', (select coalesce(jsonb_agg(part || '{"street": null, "postcode": null, "city": null, "note": null}' || jsonb_build_object('lines',
                    (select coalesce(jsonb_agg(line || '{"detail": {}}' order by no), '[]') from jsonb_array_elements(part -> 'lines') with ordinality l(line, no)))
                    order by rank), '[]') from jsonb_array_elements(draft -> 'parts') with ordinality p(part, rank)),
                'terms', (select coalesce(jsonb_agg(terms || '{"address": ""}' order by rank), '[]')
                    from jsonb_array_elements(draft -> 'terms') with ordinality t(terms, rank)))
             where id = any(?)""";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** Checkouts whose time has come, by id. */
    public List<Long> due(long afterId, int most) {
        // Each one's payment by itself (offset 0): joined as a whole, all payments that there ever were would be read.
        return sql.list(
                "select k.id from checkout k cross join lateral (select * from payment p where p.checkout_id = k.id"
                        + " and p.purpose = 'ORDER' offset 0) p" + UNPAID
                        + " and k.id > ? order by k.id limit ?",
                row -> row.number("id"),
                clock.instant().minus(KEPT),
                contestable(),
                afterId,
                most);
    }

    /** Those of them that are still due. One whose payment is being asked about at this moment waits for the next run, not we for it. */
    public void forget(List<Long> ids) {
        Instant now = clock.instant();
        List<Long> unpaid = sql.list(
                "select k.id from checkout k join payment p on p.checkout_id = k.id and p.purpose = 'ORDER'" + UNPAID
                        + " and k.id = any(?) for no key update of p, k skip locked",
                row -> row.number("id"),
                now.minus(KEPT),
                contestable(),
                ids.toArray(Long[]::new));
        sql.update(FORGET, now, Json.write(Customer.NOBODY), unpaid.toArray(Long[]::new));
    }

    private Instant contestable() {
        return clock.instant().atZone(HalleClock.PARIS).minus(CONTESTABLE).toInstant();
    }
}
