package fr.halle.operation.service;

import java.time.Instant;
import java.util.List;

/** The money of one order, for the ledger's page. Cents. */
public record OrderMoneyView(String number, Instant placedAt, long paidCents, List<MerchantPart> parts) {

    /** @param netCents what the merchant gets of it before refunds */
    public record MerchantPart(long merchantId, String merchant, long netCents, long feeCents, long refundedCents) {}

    public long feeCents() {
        return parts.stream().mapToLong(MerchantPart::feeCents).sum();
    }

    public long offCents() {
        return paidCents
                - feeCents()
                - parts.stream().mapToLong(MerchantPart::netCents).sum();
    }
}
