package fr.halle.payout.service;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.JournalEntry;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes available what the payout rule lets go (K2): of parts whose moment has come, that are neither cancelled nor in error, and
 * whose share was collected, whatever becomes of the payment's other shares. What a merchant owes is paid first. Many shares at a time, in few statements; a share is released
 * once, however often it is given.
 */
@Stateless
public class Releases {

    private static final String DUE = """
              from payment_share s
              join merchant_order m on m.id = s.merchant_order_id
              join payment p on p.id = s.payment_id
             where s.released_at is null and s.refunded_cents < s.gross_cents
               and m.release_at <= ? and m.state not in ('CANCELLED', 'ERROR')
               and (p.state = 'CAPTURED' or p.state = 'AUTHORISED' and s.transferred_at is not null)
            """;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Ledger ledger;

    /** The next shares that are due, by id. */
    public List<Long> due(long afterId, int most) {
        return sql.list(
                "select s.id" + DUE + " and s.id > ? order by s.id limit ?",
                row -> row.number("id"),
                clock.instant(),
                afterId,
                most);
    }

    /**
     * Releases those of the shares that are still due; one that somebody holds, such as a refund, is left to the next run.
     *
     * @return how many
     */
    public int release(List<Long> shareIds) {
        List<DueShare> shares = sql.list(
                "select s.id, m.number, s.merchant_id, " + DueShare.PENDING + " as pending" + DUE
                        + " and s.id = any(?) order by s.id for no key update of s skip locked",
                DueShare::of,
                clock.instant(),
                shareIds.toArray(Long[]::new));
        if (shares.isEmpty()) {
            return 0;
        }
        ledger.post(entries(shares, debts(shares)));
        return sql.update(
                "update payment_share set released_at = ? where id = any(?)",
                clock.instant(),
                shares.stream().map(DueShare::id).toArray(Long[]::new));
    }

    /** Merchants are locked in the order of their ids: their debts stay what they are read. */
    private Map<Long, Long> debts(List<DueShare> shares) {
        Long[] merchants =
                shares.stream().map(DueShare::merchantId).distinct().sorted().toArray(Long[]::new);
        sql.list(
                "select id from merchant where id = any(?) order by id for no key update",
                row -> row.number("id"),
                (Object) merchants);
        Map<Long, Long> debts = new HashMap<>();
        sql.list(
                "select a.owner_id, sum(p.amount_cents) as debt from ledger_account a join posting p on p.account_id = a.id"
                        + " where a.type = 'MERCHANT_DEBT' and a.owner_id = any(?) group by a.owner_id",
                row -> debts.put(row.number("owner_id"), row.number("debt")),
                (Object) merchants);
        return debts;
    }

    private static List<JournalEntry> entries(List<DueShare> shares, Map<Long, Long> debts) {
        List<JournalEntry> entries = new ArrayList<>();
        for (DueShare share : shares) {
            List<JournalEntry> released = Postings.released(
                    share.part(),
                    Long.toString(share.id()),
                    share.merchantId(),
                    share.pendingCents(),
                    debts.getOrDefault(share.merchantId(), 0L));
            released.forEach(
                    entry -> debts.merge(share.merchantId(), entry.on(AccountRef.debt(share.merchantId())), Long::sum));
            entries.addAll(released);
        }
        return entries;
    }
}
