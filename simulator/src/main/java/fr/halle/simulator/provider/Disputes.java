package fr.halle.simulator.provider;

import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import java.sql.SQLException;

/**
 * The cardholder's bank takes a payment back. The provider takes the amount from the platform's credit wallet, which may go below
 * zero: who bears the loss is the platform's affair.
 */
final class Disputes {

    private Disputes() {}

    /** A chargeback of a SUCCEEDED pay-in, which the caller holds, once. */
    static Resource chargeBack(Tx tx, Resource payIn) throws SQLException {
        if (!payIn.is("SUCCEEDED") || !tx.children(Kind.DISPUTE, payIn.id()).isEmpty()) {
            throw ApiProblem.badRequest("Status", "Only a SUCCEEDED pay-in can be disputed, and only once.");
        }
        Resource repudiation = tx.draft(
                Kind.REPUDIATION,
                Docs.of(
                        "AuthorId", payIn.text("AuthorId"),
                        "DebitedWalletId", Wallets.CREDIT,
                        "DebitedFunds", payIn.doc().get("DebitedFunds"),
                        "CreditedFunds", payIn.doc().get("DebitedFunds"),
                        "Fees", Docs.euros(0),
                        "Type", "PAYOUT",
                        "Nature", "REPUDIATION",
                        "InitialTransactionId", payIn.id(),
                        "InitialTransactionType", "PAYIN"));
        Resource dispute = tx.draft(
                Kind.DISPUTE,
                Docs.of(
                        "InitialTransactionId",
                        payIn.id(),
                        "InitialTransactionType",
                        "PAYIN",
                        "RepudiationId",
                        repudiation.id(),
                        "DisputeType",
                        "CONTESTABLE",
                        "Status",
                        "CREATED",
                        "DisputedFunds",
                        payIn.doc().get("DebitedFunds"),
                        "ContestedFunds",
                        null,
                        "ContestDeadlineDate",
                        null,
                        "DisputeReason",
                        Docs.of("DisputeReasonType", "FRAUD", "DisputeReasonMessage", "The cardholder disputes it")));
        tx.move(Wallets.CREDIT, -payIn.cents("DebitedFunds"), repudiation.id());
        tx.insert(ResultCode.SUCCESS.close(repudiation.with("DisputeId", dispute.id()), tx.now()), payIn.id());
        tx.insert(dispute, payIn.id());
        tx.save(payIn.due(null));
        Events.emit(tx, "DISPUTE_CREATED", dispute.id());
        Events.emit(tx, "PAYIN_REPUDIATION_CREATED", repudiation.id());
        Events.emit(tx, "PAYIN_REPUDIATION_SUCCEEDED", repudiation.id());
        return dispute;
    }
}
