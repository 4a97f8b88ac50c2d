package fr.halle.operation.service;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.payment.service.Patience;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Why something stands in Erreur (M41, O16). Each cause finds by itself, in the tables, the things that it holds for: what is found is
 * met or still there, what is not found any more is solved. The columns are always the thing's id, its portal, part, order, merchant,
 * cents, since when, and the last words about it.
 */
public enum TroubleCause {

    /** The provider has refused the refund at least three times. */
    REFUND_REFUSED(WayOut.OUTSIDE, "r.id", Sql.REFUND + " and r.failures >= " + Patience.VISIBLE_FAILURES),

    /** The provider has not answered for a day. */
    REFUND_SILENT(
            WayOut.OUTSIDE,
            "r.id",
            Sql.REFUND + " and r.asked_at <= now() - interval '23 hours' and r.failures < "
                    + Patience.VISIBLE_FAILURES),

    /** Paid, and no order was made of it, or its balance was not asked for any more: it does not go back, or was never told to. */
    PAYMENT_WITHOUT_ORDER(
            WayOut.OUTSIDE,
            "p.id",
            Sql.PAYMENT
                    + " and (p.purpose = 'ORDER' and p.order_id is null or p.return_key is not null)"
                    + " and p.state in ('AUTHORISED', 'CAPTURED', 'DISPUTED')"
                    + " and (p.return_key is null or p.state = 'DISPUTED' or p.checks >= " + Patience.VISIBLE_FAILURES
                    + ")"),

    /** The provider holds another amount than was asked for: nothing is believed. Met when it says so, and not found by looking. */
    PAYMENT_AMOUNT(
            WayOut.OUTSIDE, "p.id", Sql.PAYMENT + " and p.state in ('REDIRECTED', 'UNKNOWN', 'EXPIRED', 'ABANDONED')"),

    /** The cardholder's bank took it back, and it was neither refunded nor won yet. */
    PAYMENT_DISPUTED(WayOut.OUTSIDE, "p.id", """
            select p.id as subject_id, p.portal_id, null::bigint as part_id, o.order_no, null::bigint as merchant_id,
                   p.amount_cents - p.refunded_cents as amount_cents, d.at as since, d.detail as message
              from payment p left join customer_order o on o.id = p.order_id
              cross join lateral (select x.at, x.detail from payment_move x where x.payment_id = p.id and x.transition = 'DISPUTE'
                   order by x.id desc limit 1) d
             where p.state = 'DISPUTED' and p.refunded_cents < p.amount_cents and p.order_id is not null and p.return_key is null"""),

    /** What is a merchant's of a share does not reach its account: refused at least three times, or without an answer for too long. */
    TRANSFER_STUCK(WayOut.OUTSIDE, "s.id", """
            select s.id as subject_id, m.portal_id, m.id as part_id, o.order_no, m.merchant_id,
                   greatest(0, s.gross_cents - s.fee_cents - s.tax_cents - s.refunded_cents + s.fee_returned_cents + s.tax_returned_cents) as amount_cents,
                   coalesce(s.transfer_claimed_at, s.transfer_next_at, m.placed_at) as since, coalesce(s.transfer_error, '') as message
              from payment_share s join merchant_order m on m.id = s.merchant_order_id join customer_order o on o.id = m.order_id
             where s.transferred_at is null and s.transfer_next_at is not null
               and coalesce(s.transfer_cents, s.gross_cents - s.refunded_cents) > 0
               and (s.transfer_error is not null and s.transfer_attempts >= 3 or s.transfer_asked_at <= now() - interval '23 hours')"""),

    /** Asked for a day ago, and the provider has not said whether it pays the merchant. */
    PAYOUT_SILENT(WayOut.OUTSIDE, "o.id", """
            select o.id as subject_id, o.portal_id, null::bigint as part_id, null::bigint as order_no, o.merchant_id, o.amount_cents,
                   coalesce(o.sent_at, o.planned_at) as since, concat_ws(' · ', o.reference, o.last_error) as message
              from payout o
             where o.provider_id is null and o.state in ('SENT', 'UNKNOWN') and o.asked_at <= now() - interval '23 hours'"""),

    /** A mail that the merchant should have had was given up. */
    MERCHANT_MAIL(WayOut.ADDRESS, "n.id", """
            select n.id as subject_id, n.portal_id, m.id as part_id, o.order_no, coalesce(n.merchant_id, m.merchant_id) as merchant_id,
                   coalesce(m.total_cents, 0) as amount_cents, n.created_at as since, coalesce(n.last_error, '') as message
              from notification n left join merchant_order m on m.id = n.merchant_order_id
              left join customer_order o on o.id = coalesce(n.order_id, m.order_id)
             where n.state = 'DEAD' and n.channel = 'MAIL' and n.event in (""" + merchantEvents() + ")"),

    /** The accounts of an order do not add up; it stops before its money is collected. */
    LEDGER(WayOut.NONE, "m.id", Sql.LEDGER),

    /** A part stands in ERROR for none of the causes above. */
    OTHER(WayOut.CANCEL, "m.id", """
            select m.id as subject_id, m.portal_id, m.id as part_id, o.order_no, m.merchant_id, m.total_cents as amount_cents,
                   m.moved_at as since, coalesce(m.error_cause, '') as message
              from merchant_order m join customer_order o on o.id = m.order_id
             where m.state = 'ERROR' and not exists (select 1 from order_trouble t where t.part_id = m.id and t.solved_at is null
                   and t.cause in ('REFUND_REFUSED', 'LEDGER'))""");

    /** What the operator may do where replaying does not help. */
    public enum WayOut {
        /** Done by another way, with a reference and a reason. */
        OUTSIDE,
        /** The merchant's address corrected, and sent again. */
        ADDRESS,
        /** The part cancelled and refunded. */
        CANCEL,
        /** A correcting entry, by whoever keeps the books. */
        NONE
    }

    private final WayOut wayOut;
    private final String key;
    private final String statement;

    TroubleCause(WayOut wayOut, String key, String statement) {
        this.wayOut = wayOut;
        this.key = key;
        this.statement = statement;
    }

    public WayOut wayOut() {
        return wayOut;
    }

    /** Whether looking finds it, and not only being told. */
    boolean isFoundByLooking() {
        return this != PAYMENT_AMOUNT;
    }

    /** Whether the part itself goes to ERROR and back; of a refund, {@code RefundFailureShows} sees to it. */
    boolean stopsThePart() {
        return this == LEDGER;
    }

    /** Everything that it holds for now. */
    String all() {
        return statement;
    }

    /** The one thing, where it holds for it. */
    String one() {
        return statement + " and " + key + " = ?";
    }

    private static String merchantEvents() {
        return Arrays.stream(NotificationEvent.values())
                .filter(NotificationEvent::isForMerchant)
                .map(event -> "'" + event + "'")
                .collect(Collectors.joining(", "));
    }

    private static final class Sql {

        static final String REFUND = """
                select r.id as subject_id, m.portal_id, m.id as part_id, o.order_no, m.merchant_id, r.amount_cents, r.requested_at as since,
                       coalesce(r.last_error, '') as message
                  from refund r join merchant_order m on m.id = r.merchant_order_id join customer_order o on o.id = m.order_id
                 where r.state <> 'SUCCEEDED'""";

        static final String PAYMENT = """
                select p.id as subject_id, p.portal_id, null::bigint as part_id, coalesce(k.order_no, o.order_no) as order_no,
                       null::bigint as merchant_id, p.amount_cents, coalesce(p.authorised_at, p.created_at) as since,
                       coalesce(p.result_text, '') as message
                  from payment p left join checkout k on k.id = p.checkout_id left join customer_order o on o.id = p.order_id where true""";

        /**
         * Against the tables, and only while the money can still be held back: a share that was paid and not collected yet, whose
         * refunds, siblings, entries or lines do not add up to it.
         */
        static final String LEDGER = """
                select m.id as subject_id, m.portal_id, m.id as part_id, o.order_no, m.merchant_id, m.total_cents as amount_cents,
                       p.authorised_at as since, w.wrong as message
                  from payment p join payment_share s on s.payment_id = p.id join merchant_order m on m.id = s.merchant_order_id
                  join customer_order o on o.id = m.order_id
                  cross join lateral (select concat_ws(', ',
                       case when s.refunded_cents <> coalesce((select sum(r.amount_cents) from refund r
                              where r.payment_id = p.id and r.share_id = s.id), 0) then 'refunds' end,
                       case when p.amount_cents <> (select sum(x.gross_cents) from payment_share x where x.payment_id = p.id)
                            then 'split' end,
                       case when p.amount_cents <> coalesce((select sum(q.amount_cents) from journal_entry e
                              join posting q on q.entry_id = e.id join ledger_account a on a.id = q.account_id
                             where e.key in ('accepted:' || p.id, 'accepted:' || p.id || ':corrected') and a.type = 'PSP'), 0) then 'ledger' end,
                       case when p.purpose = 'ORDER' and m.lines_cents <> (select coalesce(sum(l.total_cents), 0) from order_line l
                              where l.merchant_order_id = m.id) then 'lines' end) as wrong) w
                 where p.state = 'AUTHORISED' and w.wrong <> ''""";

        private Sql() {}
    }
}
