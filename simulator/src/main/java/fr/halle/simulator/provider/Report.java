package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.SQLException;

/**
 * The totals that a reconciliation compares with its own ledger, in cents. What came in and went out is added up from the
 * transactions, what lies in the wallets from the movements: two sums that must agree. One
 * statement, so that both are of the same moment.
 */
final class Report {

    private static final String TOTALS = """
            select (select coalesce(sum(cents), 0) from simulator.movement) total,
                   (select coalesce(sum(cents), 0) from simulator.movement where wallet_id = 'FEES_EUR') fees,
                   (select coalesce(sum(cents), 0) from simulator.movement where wallet_id = 'CREDIT_EUR') credit,
                   coalesce(sum(debited) filter (where kind = 'PAYIN'), 0) paid_in,
                   coalesce(sum(credited) filter (where kind = 'REFUND' and of = 'PAYIN'), 0) refunded,
                   coalesce(sum(credited) filter (where kind = 'PAYOUT'), 0) paid_out,
                   coalesce(sum(debited) filter (where kind = 'REFUND' and of = 'PAYOUT'), 0) returned,
                   coalesce(sum(debited) filter (where kind = 'REPUDIATION'), 0) repudiated
              from (select kind, doc->>'InitialTransactionType' of,
                           (doc->'DebitedFunds'->>'Amount')::bigint debited,
                           (doc->'CreditedFunds'->>'Amount')::bigint credited
                      from simulator.resource
                     where kind in ('PAYIN', 'REFUND', 'PAYOUT', 'REPUDIATION')
                       and (doc->>'Status' = 'SUCCEEDED' or (kind = 'PAYOUT' and doc->>'Status' = 'CREATED'))) t
            """;

    private Report() {}

    static JsonObject get(Tx tx, Request request) throws SQLException {
        return totals(tx);
    }

    static JsonObject totals(Tx tx) throws SQLException {
        return tx.query(TOTALS, row -> {
                    long outside = row.getLong("paid_in")
                            - row.getLong("refunded")
                            - row.getLong("paid_out")
                            + row.getLong("returned")
                            - row.getLong("repudiated");
                    return new Doc()
                            .put("Currency", "EUR")
                            .put("Wallets", row.getLong("total") - row.getLong("fees") - row.getLong("credit"))
                            .put("Fees", row.getLong("fees"))
                            .put("Credit", row.getLong("credit"))
                            .put("PaidIn", row.getLong("paid_in"))
                            .put("Refunded", row.getLong("refunded"))
                            .put("PaidOut", row.getLong("paid_out"))
                            .put("Returned", row.getLong("returned"))
                            .put("Repudiated", row.getLong("repudiated"))
                            .put("Balanced", row.getLong("total") == outside)
                            .json();
                })
                .get(0);
    }
}
