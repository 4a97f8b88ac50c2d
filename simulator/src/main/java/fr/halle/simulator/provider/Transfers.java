package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.SQLException;

/** Money from one wallet to another, less the platform's fees: CreditedFunds = DebitedFunds − Fees. */
final class Transfers {

    private Transfers() {}

    static JsonObject create(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        String author = body.required("AuthorId");
        String from = body.required("DebitedWalletId");
        String to = body.required("CreditedWalletId");
        long debited = body.amount("DebitedFunds");
        long fees = body.fees();
        if (from.equals(to)) {
            body.refuse("CreditedWalletId", "The two wallets are the same.");
        }
        body.check();
        Resource debitedWallet = Wallets.find(tx, "DebitedWalletId", from);
        Resource receiver = Users.find(tx, Wallets.owner(Wallets.find(tx, "CreditedWalletId", to)));
        Wallets.hold(tx, from);
        Resource transfer = tx.draft(
                Kind.TRANSFER,
                new Doc()
                        .put("Tag", body.optional("Tag", ""))
                        .put("AuthorId", author)
                        .put("CreditedUserId", receiver.id())
                        .put("DebitedWalletId", from)
                        .put("CreditedWalletId", to)
                        .funds(debited, fees)
                        .created("TRANSFER", "REGULAR")
                        .json());
        ResultCode code = outcome(tx, request, transfer, Wallets.owner(debitedWallet), receiver);
        if (code == ResultCode.SUCCESS) {
            tx.move(from, -debited, transfer.id());
            tx.move(to, debited - fees, transfer.id());
            tx.move(Wallets.FEES, fees, transfer.id());
        }
        Resource ended = tx.insert(code.close(transfer, tx.now()));
        Events.emit(tx, "TRANSFER_NORMAL_" + ended.text("Status"), ended.id());
        return ended.doc();
    }

    private static ResultCode outcome(Tx tx, Request request, Resource transfer, String owner, Resource receiver)
            throws SQLException {
        if (request.planned(Effect.FAIL)) {
            return ResultCode.GENERIC;
        }
        if (!owner.equals(transfer.text("AuthorId"))) {
            return ResultCode.NOT_THE_OWNER;
        }
        if (transfer.cents("CreditedFunds") <= 0) {
            return ResultCode.NOTHING_LEFT;
        }
        if (receiver.text("UserCategory").equals("PAYER")) {
            return ResultCode.PAYER_CANNOT;
        }
        if (!Users.isVerified(receiver)) {
            return ResultCode.NOT_VERIFIED;
        }
        boolean enough = tx.balance(transfer.text("DebitedWalletId")) >= transfer.cents("DebitedFunds");
        return enough ? ResultCode.SUCCESS : ResultCode.WALLET_SHORT;
    }
}
