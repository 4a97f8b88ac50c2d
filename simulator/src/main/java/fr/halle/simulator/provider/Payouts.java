package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Money that goes out to a merchant's bank. The wallet is debited when the payout is CREATED; it becomes SUCCEEDED when asked
 * about again or two seconds later. A bank may still send it back: the payout stays SUCCEEDED, and a refund credits the wallet.
 */
final class Payouts {

    private static final Duration BANK_TIME = Duration.ofSeconds(2);

    private Payouts() {}

    static JsonObject create(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        String author = body.required("AuthorId");
        String walletId = body.required("DebitedWalletId");
        String accountId = body.required("BankAccountId");
        long debited = body.amount("DebitedFunds");
        long fees = body.fees();
        body.check();
        Resource wallet = Wallets.find(tx, "DebitedWalletId", walletId);
        Resource user = Users.find(tx, author);
        boolean own = tx.find(Kind.BANK_ACCOUNT, accountId)
                .filter(account -> account.text("UserId").equals(user.id()))
                .isPresent();
        if (!own) {
            throw ApiProblem.badRequest("BankAccountId", "It is not an account of this author.");
        }
        Wallets.hold(tx, walletId);
        Resource payout = draft(tx, body, debited, fees);
        ResultCode refused = refusal(tx, payout, Wallets.owner(wallet), user);
        if (refused != ResultCode.SUCCESS) {
            return ended(tx, tx.insert(payout), refused).doc();
        }
        tx.move(walletId, -debited, payout.id());
        tx.move(Wallets.FEES, fees, payout.id());
        Resource sent = payout.due(tx.now().plus(BANK_TIME));
        tx.insert(sent.hide("fate", request.fate()));
        Events.emit(tx, "PAYOUT_NORMAL_CREATED", sent.id());
        return sent.doc();
    }

    /** {@code GET /bankaccounts/{id}/transactions?AfterDate=&BeforeDate=&Page=&Per_Page=}; dates are seconds since 1970. */
    static JsonArray ofBankAccount(Tx tx, Request request) throws SQLException {
        String account = request.id();
        if (tx.find(Kind.BANK_ACCOUNT, account).isEmpty()) {
            throw ApiProblem.notFound(Kind.BANK_ACCOUNT, account);
        }
        int size = (int) Math.min(Events.PAGE, Events.number(request, "Per_Page", Events.PAGE));
        long page = Math.max(1, Events.number(request, "Page", 1));
        return Docs.array(tx
                .payoutsTo(
                        account,
                        Instant.ofEpochSecond(Events.number(request, "AfterDate", 0)),
                        Instant.ofEpochSecond(
                                Events.number(request, "BeforeDate", tx.now().getEpochSecond() + 1)),
                        size,
                        (page - 1) * size)
                .stream()
                .map(Resource::doc)
                .toList());
    }

    private static Resource draft(Tx tx, Fields body, long debited, long fees) {
        return tx.draft(
                Kind.PAYOUT,
                new Doc()
                        .put("Tag", body.optional("Tag", ""))
                        .put("AuthorId", body.required("AuthorId"))
                        .put("DebitedWalletId", body.required("DebitedWalletId"))
                        .put("BankAccountId", body.required("BankAccountId"))
                        .put("BankWireRef", body.optional("BankWireRef", ""))
                        .funds(debited, fees)
                        .created("PAYOUT", "REGULAR")
                        .put("PaymentType", "BANK_WIRE")
                        .put("ModeRequested", body.optional("PayoutModeRequested", "STANDARD"))
                        .put("ModeApplied", "PENDING_RESPONSE")
                        .json());
    }

    /** The bank's answer to a CREATED payout, which the caller holds. */
    static Resource settle(Tx tx, Resource payout) throws SQLException {
        if (payout.hidden("fate").equals(Effect.FAIL.label())) {
            giveBack(tx, payout, payout.id());
            return ended(tx, payout.due(null), ResultCode.BANKWIRE_REFUSED);
        }
        boolean comesBack = payout.hidden("fate").equals(Effect.RETURN.label());
        Resource paid =
                payout.with("ModeApplied", "STANDARD").due(comesBack ? tx.now().plus(BANK_TIME) : null);
        return ended(tx, paid, ResultCode.SUCCESS);
    }

    /** The bank sends a SUCCEEDED payout back (closed account …): a refund of the whole, once. */
    static Resource sendBack(Tx tx, Resource payout) throws SQLException {
        if (!payout.is("SUCCEEDED") || !tx.children(Kind.REFUND, payout.id()).isEmpty()) {
            throw ApiProblem.badRequest("Status", "Only a SUCCEEDED payout can come back, and only once.");
        }
        Resource refund = tx.draft(
                Kind.REFUND,
                Refunds.of(payout, "PAYIN")
                        .put("CreditedUserId", payout.text("AuthorId"))
                        .put("CreditedWalletId", payout.text("DebitedWalletId"))
                        .put("DebitedFunds", payout.doc().get("CreditedFunds"))
                        .put("CreditedFunds", payout.doc().get("DebitedFunds"))
                        .put("Fees", Docs.euros(-payout.cents("Fees")))
                        .put(
                                "RefundReason",
                                Docs.of(
                                        "RefundReasonType",
                                        "BANKACCOUNT_HAS_BEEN_CLOSED",
                                        "RefundReasonMessage",
                                        "The bank account is closed"))
                        .json());
        giveBack(tx, payout, refund.id());
        tx.insert(ResultCode.SUCCESS.close(refund, tx.now()), payout.id());
        tx.save(payout.due(null));
        Events.emit(tx, "PAYOUT_REFUND_SUCCEEDED", refund.id());
        return refund;
    }

    private static void giveBack(Tx tx, Resource payout, String transactionId) throws SQLException {
        tx.move(payout.text("DebitedWalletId"), payout.cents("DebitedFunds"), transactionId);
        tx.move(Wallets.FEES, -payout.cents("Fees"), transactionId);
    }

    private static Resource ended(Tx tx, Resource payout, ResultCode code) throws SQLException {
        Resource ended = tx.save(code.close(payout, tx.now()));
        Events.emit(tx, "PAYOUT_NORMAL_" + ended.text("Status"), ended.id());
        return ended;
    }

    private static ResultCode refusal(Tx tx, Resource payout, String owner, Resource user) throws SQLException {
        if (!owner.equals(user.id())) {
            return ResultCode.NOT_THE_OWNER;
        }
        if (user.text("UserCategory").equals("PAYER")) {
            return ResultCode.PAYER_CANNOT;
        }
        if (!Users.isVerified(user)) {
            return ResultCode.NOT_VERIFIED;
        }
        if (payout.cents("CreditedFunds") <= 0) {
            return ResultCode.NOTHING_LEFT;
        }
        boolean enough = tx.balance(payout.text("DebitedWalletId")) >= payout.cents("DebitedFunds");
        return enough ? ResultCode.SUCCESS : ResultCode.WALLET_SHORT;
    }
}
