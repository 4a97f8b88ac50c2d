package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A merchant's share that was claimed for its transfer: the amounts, in cents, are fixed with the claim and the key.
 *
 * @param askedBefore whether the provider may know the key: it was asked before this transaction
 */
record ShareTransfer(
        long shareId,
        long paymentId,
        PaymentMethod method,
        long portalId,
        long merchantId,
        String part,
        UUID key,
        long cents,
        long feeCents,
        int attempts,
        boolean askedBefore) {

    static final String SELECT = """
            select s.id, s.payment_id, p.method, m.portal_id, s.merchant_id, m.number, s.transfer_key, s.transfer_cents,
                   s.transfer_fee_cents, s.transfer_attempts,
                   coalesce(s.transfer_asked_at < now(), false) as asked_before
              from payment_share s
              join payment p on p.id = s.payment_id
              join merchant_order m on m.id = s.merchant_order_id
             where s.id = ?""";

    static ShareTransfer of(Row row) throws SQLException {
        return new ShareTransfer(
                row.number("id"),
                row.number("payment_id"),
                row.constant("method", PaymentMethod.class),
                row.number("portal_id"),
                row.number("merchant_id"),
                row.text("number"),
                row.uuid("transfer_key"),
                row.number("transfer_cents"),
                row.number("transfer_fee_cents"),
                row.integer("transfer_attempts"),
                row.flag("asked_before"));
    }

    PaymentProvider.Transfer to(String walletId) {
        return new PaymentProvider.Transfer(portalId, walletId, cents, feeCents, part);
    }
}
