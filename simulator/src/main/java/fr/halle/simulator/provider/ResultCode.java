package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Resource;
import java.time.Instant;

/** How a transaction ended, with Mangopay's own codes and words (docs.mangopay.com/errors/codes). */
enum ResultCode {
    // @formatter:off
    SUCCESS              ("000000", "Success"),
    WALLET_SHORT         ("001001", "Unsufficient wallet balance"),
    NOT_THE_OWNER        ("001002", "Author is not the wallet owner"),
    NOTHING_LEFT         ("001014", "CreditedFunds must be more than 0 (DebitedFunds can not equal Fees)"),
    PAGE_EXPIRED         ("001034", "User has let the payment session expire without paying"),
    ALREADY_REFUNDED     ("001401", "Transaction has already been successfully refunded"),
    GENERIC              ("001999", "Generic Operation error"),
    PAYER_CANNOT         ("002701", "Refused due to author's UserCategory: PAYER"),
    NOT_VERIFIED         ("002951", "Blocked due to the user's KYC limitations"),
    REFUND_TOO_HIGH      ("005403", "The refund cannot exceed initial transaction amount"),
    REFUND_FEES_TOO_HIGH ("005404", "The refunded fees cannot exceed initial fee amount"),
    FEES_SHORT           ("005405", "Balance of client fee wallet insufficient"),
    ABANDONED            ("101001", "The user does not complete transaction"),
    CANCELLED            ("101002", "The transaction has been cancelled by the user"),
    DECLINED             ("101101", "Transaction refused by the bank (Do not honor)"),
    INSUFFICIENT_FUNDS   ("101102", "Transaction refused by the bank (Amount limit)"),
    SECURE_MODE_FAILED   ("101301", "Secure mode: 3DSecure authentication has failed"),
    BANKWIRE_REFUSED     ("121001", "The bank wire has been refused");
    // @formatter:on

    private final String code;
    private final String message;

    ResultCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The transaction with its end written on it: SUCCEEDED or FAILED, code, words, time. */
    Resource close(Resource transaction, Instant now) {
        return transaction.merge(new Doc()
                .put("Status", this == SUCCESS ? "SUCCEEDED" : "FAILED")
                .put("ResultCode", code)
                .put("ResultMessage", message)
                .put("ExecutionDate", this == SUCCESS ? now.getEpochSecond() : null)
                .json());
    }
}
