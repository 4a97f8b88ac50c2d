package fr.halle.operation.service;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that the database answers alone: each statement gives how many rows it looked at and how far off they are. They are
 * written against the tables and not through the use cases, whose mistakes they are to find.
 */
final class CheckSql {

    /** @param cents whether {@code off} is an amount */
    record Question(String key, boolean cents, String statement) {}

    private static final String ACCEPTED = "('AUTHORISED', 'CAPTURED', 'DISPUTED', 'VOIDED')";

    private static final List<Question> QUESTIONS = List.of(
            new Question("split", true, """
                    select count(*) as looked, coalesce(sum(abs(p.amount_cents - s.gross)), 0) as off
                      from payment p join (select payment_id, sum(gross_cents) as gross from payment_share group by payment_id) s
                        on s.payment_id = p.id
                     where p.state in %s and [portal p.portal_id]""".formatted(ACCEPTED)),
            new Question("booked", true, """
                    select (select count(*) from payment_share s where [merchant s.merchant_id]) as looked,
                           abs((select coalesce(sum(s.gross_cents), 0) from payment_share s where [merchant s.merchant_id])
                             - (select coalesce(sum(p.amount_cents), 0) from posting p join journal_entry e on e.id = p.entry_id
                                  join ledger_account a on a.id = p.account_id where e.event = 'accepted' and a.type = 'PSP' and [entry e.id])) as off"""),
            new Question(
                    "zero",
                    true,
                    "select count(*) as looked, abs(coalesce(sum(amount_cents), 0)) as off from posting where [entry entry_id]"),
            new Question("entries", false, """
                    select count(*) as looked, count(*) filter (where total <> 0 or legs < 2) as off
                      from (select entry_id, sum(amount_cents) as total, count(*) as legs from posting where [entry entry_id] group by entry_id) e"""),
            new Question("refunds", false, """
                    select count(*) as looked,
                           count(*) filter (where s.refunded_cents > s.gross_cents or s.refunded_cents <> coalesce(r.asked, 0)
                                              or s.fee_returned_cents > s.fee_cents) as off
                      from payment_share s
                      left join (select share_id, sum(amount_cents) as asked from refund group by share_id) r on r.share_id = s.id
                     where [merchant s.merchant_id]"""),
            new Question("lines", false, """
                    select count(*) as looked, count(*) filter (where r.asked > l.total_cents) as off
                      from (select line_id, sum(amount_cents) as asked from refund where line_id is not null and [merchant merchant_id] group by line_id) r
                      join order_line l on l.id = r.line_id"""),
            new Question("available", false, """
                    select count(*) as looked, count(*) filter (where balance > 0) as off
                      from (select a.id, sum(p.amount_cents) as balance from ledger_account a join posting p on p.account_id = a.id
                             where a.type in ('MERCHANT_AVAILABLE', 'MERCHANT_PENDING') and [merchant a.owner_id] group by a.id) b"""),
            new Question("pending", true, """
                    select count(*) as looked, coalesce(sum(abs(b.booked - b.due)), 0) as off from (
                      select coalesce(l.owner_id, s.merchant_id) as merchant, coalesce(l.booked, 0) as booked, coalesce(s.due, 0) as due
                        from (select a.owner_id, -sum(p.amount_cents) as booked from ledger_account a join posting p on p.account_id = a.id
                               where a.type = 'MERCHANT_PENDING' and [merchant a.owner_id] group by a.owner_id) l
                        full join (select merchant_id, sum(greatest(0, gross_cents - fee_cents - tax_cents - refunded_cents
                                     + fee_returned_cents + tax_returned_cents)) as due
                               from payment_share where released_at is null and [merchant merchant_id] group by merchant_id) s on s.merchant_id = l.owner_id) b"""),
            new Question("transit", true, """
                    select (select count(*) from payout where [portal portal_id]) as looked,
                           abs((select coalesce(sum(amount_cents), 0) from payout where state in ('PLANNED', 'SENT', 'UNKNOWN') and [portal portal_id])
                             + (select coalesce(sum(p.amount_cents), 0) from posting p join ledger_account a on a.id = p.account_id
                                 where a.type = 'PAYOUT_IN_TRANSIT' and [entry p.entry_id])) as off"""),
            new Question("collected", false, """
                    select count(*) as looked, count(*) filter (where s.transferred_at is null and s.transfer_cents is distinct from 0) as off
                      from payment_share s join payment p on p.id = s.payment_id
                     where p.state = 'CAPTURED' and s.gross_cents > s.refunded_cents and [portal p.portal_id]"""),
            new Question("early", false, """
                    select count(*) as looked, count(*) filter (where s.released_at is null or o.planned_at < s.released_at) as off
                      from payment_share s join payout o on o.id = s.payout_id where [portal o.portal_id]"""),
            new Question("orders", false, """
                    select count(*) as looked, count(*) filter (where p.return_key is null and (select count(*) from customer_order o
                             where o.checkout_id = p.checkout_id) <> 1) as off
                      from payment p where p.purpose = 'ORDER' and p.state in ('AUTHORISED', 'CAPTURED', 'DISPUTED') and p.checkout_id is not null
                       and [portal p.portal_id]"""),
            new Question("confirmations", false, """
                    select count(*) as looked, count(*) filter (where n <> 1) as off from (
                      select l.id, (select count(*) from notification n where n.order_id = m.order_id
                              and n.event in ('ORDER_LINE_CONFIRMED', 'ORDER_REPLACED') and n.channel = 'MAIL' and n.key not like '%:again:%'
                              and (n.line_id = l.id or (n.line_id is null and (n.merchant_order_id = m.id or n.merchant_order_id is null)))) as n
                        from order_line l join merchant_order m on m.id = l.merchant_order_id where [portal m.portal_id]) c"""),
            new Question("alone", false, """
                    select count(*) as looked, count(*) filter (where a.owner_id <> m.merchant_id) as off
                      from journal_entry e join merchant_order m on m.number = e.subject
                      join posting p on p.entry_id = e.id join ledger_account a on a.id = p.account_id
                     where a.type in ('MERCHANT_PENDING', 'MERCHANT_AVAILABLE', 'MERCHANT_DEBT') and [portal m.portal_id]"""),
            new Question("carried", true, """
                    select count(*) as looked, coalesce(sum(abs(u.carried_cents - c.cents) + abs(u.carried_cents - o.paid_now_cents)), 0) as off
                      from substitution u join merchant_order m on m.id = u.to_part_id join customer_order o on o.id = m.order_id
                     cross join lateral (select coalesce(sum(cents), 0) as cents from share_carried where substitution_id = u.id) c
                     where [portal m.portal_id]"""),
            new Question("capacity", false, """
                    select count(*) as looked, count(*) filter (where c.taken <> coalesce(k.claimed, 0)) as off
                      from capacity c left join (select capacity_id, sum(quantity) as claimed
                             from (select capacity_id, quantity from capacity_claim where not returned
                                   union all select capacity_id, quantity from quote_claim where not returned) held
                            group by capacity_id) k on k.capacity_id = c.id
                     where [product c.product_id]"""),
            new Question("covered", true, """
                    select count(*) as looked, greatest(0, -coalesce(sum(p.amount_cents), 0)) as off
                      from posting p join ledger_account a on a.id = p.account_id where a.type in ('PSP', 'MERCHANT_DEBT') and [entry p.entry_id]"""));

    private static final Pattern NARROWED = Pattern.compile("\\[(portal|merchant|product|entry) ([a-z_.]+)]");

    /** Every entry is about an order, a part or a payout, and so of one portal. */
    private static final String ENTRIES = """
            %s in (select e0.id from journal_entry e0 left join merchant_order m0 on m0.number = e0.subject
                     left join payout y0 on y0.reference = e0.subject
                     left join customer_order o0 on o0.order_no = case when e0.subject ~ '^EP-[0-9]+$' then substr(e0.subject, 4)::bigint end
                    where coalesce(m0.portal_id, y0.portal_id, o0.portal_id,
                          (select m1.portal_id from posting q1 join ledger_account a1 on a1.id = q1.account_id join merchant m1 on m1.id = a1.owner_id
                            where q1.entry_id = e0.id and a1.type like 'MERCHANT%%' limit 1)) = %d)""";

    static final List<Question> ALL = of(null);

    private CheckSql() {}

    /** The questions about one portal, or about all of them (null). */
    static List<Question> of(@Nullable Long portal) {
        return QUESTIONS.stream()
                .map(question -> new Question(question.key(), question.cents(), narrow(question.statement(), portal)))
                .toList();
    }

    /** The condition that holds for the entries of one portal, or for all of them (null). */
    static String entriesOf(String column, @Nullable Long portal) {
        return portal == null ? "true" : ENTRIES.formatted(column, portal);
    }

    private static String narrow(String statement, @Nullable Long portal) {
        return NARROWED.matcher(statement)
                .replaceAll(found -> Matcher.quoteReplacement(
                        portal == null ? "true" : condition(found.group(1), found.group(2), portal)));
    }

    private static String condition(String what, String column, long portal) {
        return switch (what) {
            case "portal" -> column + " = " + portal;
            case "merchant" -> column + " in (select id from merchant where portal_id = " + portal + ")";
            case "product" -> column + " in (select id from product where portal_id = " + portal + ")";
            default -> entriesOf(column, portal);
        };
    }
}
