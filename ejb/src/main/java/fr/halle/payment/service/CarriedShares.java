package fr.halle.payment.service;

import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.service.ShareStays.Reason;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Has what was paid for one part pay for another of the same merchant (K10): a share is divided in two of the same payment, and no
 * money travels. The new one is collected, released, refunded and paid out with its part, like any other.
 */
@Service
public class CarriedShares {

    private static final String REDUCE = """
            update payment_share set gross_cents = gross_cents - ?, fee_cents = fee_cents - ?, tax_cents = tax_cents - ?,
                   transfer_cents = transfer_cents - ?, transfer_fee_cents = transfer_fee_cents - ?::bigint,
                   fee_unkept_cents = greatest(0, fee_unkept_cents - ?)
             where id = ?""";

    /** What the provider knows of the transfer is the same for both: a refund takes its cents back from it. */
    private static final String WRITE = """
            insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents, tax_cents, fee_at_payout,
                   transfer_key, transfer_id, transferred_at, transfer_claimed_at, transfer_cents, transfer_fee_cents, fee_unkept_cents)
            select ?, payment_id, ?, merchant_id, ?, ?, ?, fee_at_payout, case when transferred_at is null then ? else transfer_key end,
                   transfer_id, transferred_at, transfer_claimed_at, case when transfer_cents is not null then ? end, ?::bigint, ?
              from payment_share where id = ?""";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private Ledger ledger;

    /**
     * What goes from a share to another part.
     *
     * @param cents more than zero
     * @param taxOut the tourist tax that was within it
     * @param taxIn the tourist tax that is within it from now on
     */
    public record Carry(long shareId, long cents, long taxOut, long taxIn) {}

    /** @throws ShareStays when something of the part's money could not be carried over now */
    public void check(long partId) {
        sql.list(
                        "select s.id from payment_share s join payment p on p.id = s.payment_id where s.merchant_order_id = ?"
                                + " and s.gross_cents > s.refunded_cents and p.state in ('AUTHORISED', 'CAPTURED', 'DISPUTED') order by s.id",
                        row -> row.number("id"),
                        partId)
                .forEach(share ->
                        sql.one(unlocked(), SplitShare::of, share).orElseThrow().check(0, 0));
    }

    private static String unlocked() {
        return SplitShare.LOCK.replace("for no key update of s", "");
    }

    /**
     * Locks every share of the part, in the order in which everybody locks them, and checks that each can be divided.
     *
     * @throws ShareStays when one of them cannot be now
     */
    public void hold(long partId, long merchantId) {
        sql.list(
                "select id from payment where id in (select payment_id from payment_share where merchant_order_id = ?)"
                        + " order by id for no key update",
                row -> row.number("id"),
                partId);
        sql.list(
                "select id from payment_share where merchant_order_id = ? order by id for no key update",
                row -> row.number("id"),
                partId);
        sql.number("select id from merchant where id = ? for no key update", merchantId);
        check(partId);
    }

    /**
     * Divides a share that is held.
     *
     * @param substitutionId the fact that it is done for
     * @return the new share
     * @throws ShareStays when what is left of it does not cover it
     */
    public long carry(Carry wanted, long substitutionId, long toPartId, String toPart) {
        SplitShare from =
                sql.one(SplitShare.LOCK, SplitShare::of, wanted.shareId()).orElseThrow();
        from.check(wanted.cents(), wanted.taxOut());
        long fee = from.feeOf(wanted.cents(), wanted.taxOut());
        if (fee + wanted.taxIn() > wanted.cents()) {
            throw new ShareStays(Reason.UNCOVERED);
        }
        long id = write(from, wanted, fee, toPartId);
        sql.update(
                "insert into share_carried (to_share_id, from_share_id, substitution_id, cents, fee_cents, tax_cents)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                from.id(),
                substitutionId,
                wanted.cents(),
                fee,
                wanted.taxOut());
        book(from, wanted, fee, id, toPart);
        return id;
    }

    private long write(SplitShare from, Carry wanted, long fee, long toPartId) {
        long id = ids.next();
        Long transferFee = from.transferFeeOf(fee);
        long unkept = transferFee == null ? 0 : fee - transferFee;
        sql.update(
                WRITE,
                id,
                toPartId,
                wanted.cents(),
                fee,
                wanted.taxIn(),
                UUID.randomUUID(),
                wanted.cents(),
                transferFee,
                unkept,
                from.id());
        sql.update(REDUCE, wanted.cents(), fee, wanted.taxOut(), wanted.cents(), transferFee, unkept, from.id());
        return id;
    }

    /** In the accounts it leaves one part and comes to the other; the tourist tax is given back for the one and collected with the other. */
    private void book(SplitShare from, Carry wanted, long fee, long shareId, String toPart) {
        String fact = "share " + shareId;
        long merchant = from.merchantId();
        ledger.post(Postings.taxReturned(from.part(), fact, merchant, from.portalId(), wanted.taxOut(), false));
        ledger.post(Postings.carried(from.part(), toPart, fact, merchant, wanted.cents() - fee));
        ledger.post(Postings.taxCollected(toPart, fact, merchant, from.portalId(), wanted.taxIn()));
    }
}
