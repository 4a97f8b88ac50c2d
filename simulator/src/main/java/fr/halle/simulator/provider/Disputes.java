package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
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
        Resource repudiation = repudiation(tx, payIn);
        Resource dispute = dispute(tx, payIn, repudiation);
        tx.move(Wallets.CREDIT, -payIn.cents("DebitedFunds"), repudiation.id());
        tx.insert(ResultCode.SUCCESS.close(repudiation.with("DisputeId", dispute.id()), tx.now()), payIn.id());
        tx.insert(dispute, payIn.id());
        tx.save(payIn.due(null));
        Events.emit(tx, "DISPUTE_CREATED", dispute.id());
        Events.emit(tx, "PAYIN_REPUDIATION_CREATED", repudiation.id());
        Events.emit(tx, "PAYIN_REPUDIATION_SUCCEEDED", repudiation.id());
        return dispute;
    }

    private static Resource repudiation(Tx tx, Resource payIn) {
        return tx.draft(
                Kind.REPUDIATION,
                new Doc()
                        .put("AuthorId", payIn.text("AuthorId"))
                        .put("DebitedWalletId", Wallets.CREDIT)
                        .funds(payIn.cents("DebitedFunds"), 0)
                        .created("PAYOUT", "REPUDIATION")
                        .put("InitialTransactionId", payIn.id())
                        .put("InitialTransactionType", "PAYIN")
                        .json());
    }

    private static Resource dispute(Tx tx, Resource payIn, Resource repudiation) {
        return tx.draft(
                Kind.DISPUTE,
                new Doc()
                        .put("InitialTransactionId", payIn.id())
                        .put("InitialTransactionType", "PAYIN")
                        .put("RepudiationId", repudiation.id())
                        .put("DisputeType", "CONTESTABLE")
                        .put("Status", "CREATED")
                        .put("DisputedFunds", payIn.doc().get("DebitedFunds"))
                        .put("ContestedFunds", null)
                        .put("ContestDeadlineDate", null)
                        .put(
                                "DisputeReason",
                                Docs.of(
                                        "DisputeReasonType",
                                        "FRAUD",
                                        "DisputeReasonMessage",
                                        "The cardholder disputes it"))
                        .json());
    }
}
