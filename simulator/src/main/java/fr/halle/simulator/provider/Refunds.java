package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back, in whole or in part: of a transfer, from the merchant's wallet to the payer's; of a pay-in, from the
 * payer's wallet to the card. CreditedFunds = DebitedFunds − Fees, so negative fees give the platform's fees back. Nothing named
 * means all that is left. Over all its refunds a transaction never gives back more than it took.
 */
final class Refunds {

    private Refunds() {}

    static JsonObject ofTransfer(Tx tx, Request request) throws SQLException {
        Resource transfer = hold(tx, Kind.TRANSFER, request.id());
        return create(tx, request, transfer, "TRANSFER", transfer.text("DebitedWalletId"));
    }

    static JsonObject ofPayIn(Tx tx, Request request) throws SQLException {
        return create(tx, request, hold(tx, Kind.PAYIN, request.id()), "PAYOUT", null);
    }

    /** What every refund says of the transaction it gives back. */
    static Doc of(Resource initial, String type) {
        return new Doc()
                .put("AuthorId", initial.text("AuthorId"))
                .created(type, "REFUND")
                .put("InitialTransactionId", initial.id())
                .put("InitialTransactionType", initial.kind().name())
                .put("InitialTransactionNature", "REGULAR");
    }

    private static JsonObject create(
            Tx tx, Request request, Resource initial, String type, @Nullable String creditedWallet)
            throws SQLException {
        Fields body = request.body();
        String author = body.required("AuthorId");
        List<Resource> before = tx.children(Kind.REFUND, initial.id());
        long feesUnnamed = body.has("DebitedFunds") ? 0 : -feesLeft(initial, before);
        long fees = body.has("Fees") ? body.cents("Fees") : feesUnnamed;
        long debited = body.has("DebitedFunds")
                ? body.amount("DebitedFunds")
                : initial.cents("DebitedFunds") - sum(before, "CreditedFunds") + fees;
        body.check();
        Resource refund = tx.draft(
                Kind.REFUND,
                of(initial, type)
                        .put("Tag", body.optional("Tag", ""))
                        .put("AuthorId", author)
                        .put("DebitedWalletId", initial.text("CreditedWalletId"))
                        .put("CreditedWalletId", creditedWallet)
                        .put("CreditedUserId", creditedWallet == null ? null : author)
                        .put("RefundReason", Docs.of("RefundReasonType", "INITIALIZED_BY_CLIENT"))
                        .funds(debited, fees)
                        .json());
        ResultCode code = request.planned(Effect.FAIL) ? ResultCode.GENERIC : outcome(tx, initial, before, refund);
        if (code == ResultCode.SUCCESS) {
            tx.move(refund.text("DebitedWalletId"), -debited, refund.id());
            tx.move(Wallets.FEES, fees, refund.id());
            if (creditedWallet != null) {
                tx.move(creditedWallet, debited - fees, refund.id());
            }
        }
        Resource ended = tx.insert(code.close(refund, tx.now()), initial.id());
        Events.emit(tx, initial.kind() + "_REFUND_" + ended.text("Status"), ended.id());
        return ended.doc();
    }

    private static ResultCode outcome(Tx tx, Resource initial, List<Resource> before, Resource refund)
            throws SQLException {
        long givenBack = sum(before, "CreditedFunds");
        if (givenBack == initial.cents("DebitedFunds")) {
            return ResultCode.ALREADY_REFUNDED;
        }
        if (refund.cents("CreditedFunds") <= 0) {
            return ResultCode.NOTHING_LEFT;
        }
        if (givenBack + refund.cents("CreditedFunds") > initial.cents("DebitedFunds")) {
            return ResultCode.REFUND_TOO_HIGH;
        }
        long fees = refund.cents("Fees");
        if (-fees > feesLeft(initial, before)) {
            return ResultCode.REFUND_FEES_TOO_HIGH;
        }
        String wallet = refund.text("DebitedWalletId");
        Wallets.hold(tx, wallet);
        if (tx.balance(wallet) < refund.cents("DebitedFunds")) {
            return ResultCode.WALLET_SHORT;
        }
        if (fees < 0) {
            Wallets.hold(tx, Wallets.FEES);
            if (tx.balance(Wallets.FEES) < -fees) {
                return ResultCode.FEES_SHORT;
            }
        }
        return ResultCode.SUCCESS;
    }

    /** What of the initial fees has not been given back; extra fees taken by a refund are no part of it. */
    private static long feesLeft(Resource initial, List<Resource> before) {
        return initial.cents("Fees")
                + before.stream()
                        .filter(refund -> refund.is("SUCCEEDED"))
                        .mapToLong(refund -> Math.min(0, refund.cents("Fees")))
                        .sum();
    }

    private static long sum(List<Resource> refunds, String field) {
        return refunds.stream()
                .filter(refund -> refund.is("SUCCEEDED"))
                .mapToLong(refund -> refund.cents(field))
                .sum();
    }

    private static Resource hold(Tx tx, Kind kind, String id) throws SQLException {
        Resource initial = tx.lock(kind, id).orElseThrow(() -> ApiProblem.notFound(kind, id));
        if (!initial.is("SUCCEEDED")) {
            throw ApiProblem.badRequest("Status", "Only a SUCCEEDED transaction can be refunded.");
        }
        return initial;
    }
}
