package fr.halle.ledger.model;

import java.util.Locale;

/**
 * Which account, by what it is and whose.
 *
 * @param ownerId the merchant or commune, 0 for the accounts that have no owner
 */
public record AccountRef(AccountType type, long ownerId) {

    public static final AccountRef PSP = new AccountRef(AccountType.PSP, 0);
    public static final AccountRef PLATFORM_FEES = new AccountRef(AccountType.PLATFORM_FEES, 0);
    public static final AccountRef REFUND_CLEARING = new AccountRef(AccountType.REFUND_CLEARING, 0);
    public static final AccountRef PAYOUT_IN_TRANSIT = new AccountRef(AccountType.PAYOUT_IN_TRANSIT, 0);
    public static final AccountRef DISPUTE_RESERVE = new AccountRef(AccountType.DISPUTE_RESERVE, 0);

    public AccountRef {
        if (type.isOwned() ? ownerId <= 0 : ownerId != 0) {
            throw new IllegalArgumentException("Not the owner of an account " + type.code() + ": " + ownerId);
        }
    }

    public static AccountRef pending(long merchantId) {
        return new AccountRef(AccountType.MERCHANT_PENDING, merchantId);
    }

    public static AccountRef available(long merchantId) {
        return new AccountRef(AccountType.MERCHANT_AVAILABLE, merchantId);
    }

    public static AccountRef debt(long merchantId) {
        return new AccountRef(AccountType.MERCHANT_DEBT, merchantId);
    }

    public static AccountRef touristTax(long communeId) {
        return new AccountRef(AccountType.TOURIST_TAX, communeId);
    }

    /** {@code merchant_pending:17}, or {@code psp} where there is no owner. */
    public String code() {
        return type.isOwned() ? type.code() + ":" + ownerId : type.code();
    }

    /** @throws IllegalArgumentException when {@code code} is not one that {@link #code()} writes */
    public static AccountRef parse(String code) {
        int colon = code.indexOf(':');
        String type = colon < 0 ? code : code.substring(0, colon);
        long owner = colon < 0 ? 0 : Long.parseLong(code.substring(colon + 1));
        return new AccountRef(AccountType.valueOf(type.toUpperCase(Locale.ROOT)), owner);
    }
}
