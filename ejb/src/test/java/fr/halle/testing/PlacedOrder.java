package fr.halle.testing;

import fr.halle.order.model.BuyerWords;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is once paid, written row by row: {@code PlacedOrder.of(shop).part(merchant, shopId, product, 10200).at(clock)}.
 * One line, one share and one claim per part.
 */
public final class PlacedOrder {

    private static final Sql SQL = TestDatabase.sql();

    public final long orderId = TestIds.id();
    public final long checkoutId = TestIds.id();
    public final long paymentId = TestIds.id();
    public final long orderNo = TestDatabase.sql().number("select nextval('order_number')") + 900_000_000L;
    public final List<Part> parts = new ArrayList<>();
    private final TestShop shop;
    private final Instant placedAt;
    private String email = "camille" + orderId + "@exemple.fr";
    private String lastName = "Lefèvre";

    /** @param claim the capacity row that it holds one piece of */
    public record Part(long id, String number, long merchantId, long lineId, long shareId, long claim, long cents) {}

    private PlacedOrder(TestShop shop, Instant placedAt) {
        this.shop = shop;
        this.placedAt = placedAt;
    }

    /** @param frozen what of the settings differs from the preset, as JSON members: {@code "\"a\":\"b\""} or nothing */
    public static PlacedOrder of(TestShop shop, String preset, String frozen, Instant placedAt, String... who) {
        PlacedOrder order = new PlacedOrder(shop, placedAt);
        if (who.length > 0) {
            order.lastName = who[0];
        }
        if (who.length > 1) {
            order.email = who[1];
        }
        order.write("{\"preset\":\"" + preset + "\"" + (frozen.isEmpty() ? "" : "," + frozen) + "}");
        return order;
    }

    public String number() {
        return OrderNumbers.format(orderNo);
    }

    public Part part(long merchant, long shopId, long product, long cents) {
        return part(merchant, shopId, product, cents, MerchantOrderState.RECORDED, null);
    }

    public Part part(
            long merchant,
            long shopId,
            long product,
            long cents,
            MerchantOrderState state,
            @Nullable Instant slotStart) {
        int rank = parts.size() + 1;
        Part part = new Part(
                TestIds.id(),
                OrderNumbers.format(orderNo, rank),
                merchant,
                TestIds.id(),
                TestIds.id(),
                shop.capacity(product, null, null, null, null, "size of " + orderNo + "-" + rank, 10),
                cents);
        insertPart(part, rank, shopId, state, slotStart);
        insertLine(part, rank, product);
        SQL.update("update capacity set taken = 1 where id = ?", part.claim());
        SQL.update(
                "insert into capacity_claim (checkout_id, line_no, capacity_id, quantity) values (?, ?, ?, 1)",
                checkoutId,
                rank,
                part.claim());
        long fee = cents == 0 ? 0 : Math.min(cents, cents * 29 / 1000 + 25);
        SQL.update(
                "insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents,"
                        + " transfer_key) values (?, ?, ?, ?, ?, ?, ?)",
                part.shareId(),
                paymentId,
                part.id(),
                merchant,
                cents,
                fee,
                UUID.randomUUID());
        SQL.update("update customer_order set total_cents = total_cents + ? where id = ?", cents, orderId);
        SQL.update("update payment set amount_cents = amount_cents + ? where id = ?", cents, paymentId);
        parts.add(part);
        return part;
    }

    /** One more line of a part. @param claim the capacity row that it holds one piece of */
    public record Line(long id, long claim, long cents) {}

    /** Paid with the rest of it. @param taxCents tourist tax within it */
    public Line line(Part part, long product, long cents, long taxCents) {
        long rank = 100 + SQL.number("select count(*) from order_line where merchant_order_id = ?", part.id());
        Line line = new Line(
                TestIds.id(),
                shop.capacity(product, null, null, null, null, "line " + rank + " of " + orderNo, 10),
                cents);
        SQL.update(
                "insert into order_line (id, merchant_order_id, line_no, product_id, kind, name, family, seller, quantity,"
                        + " unit_cents, total_cents, vat_bp, tax_cents, due_now_cents, withdrawal, state) select ?, ?, ?, p.id, p.kind,"
                        + " p.name_fr, 'Rayon', s.name, 1, ?, ?, p.vat_bp, ?, ?, p.withdrawal, 'CONFIRMED'"
                        + " from product p join shop s on s.id = p.shop_id where p.id = ?",
                line.id(),
                part.id(),
                rank,
                cents,
                cents,
                taxCents,
                cents,
                product);
        SQL.update("update capacity set taken = 1 where id = ?", line.claim());
        SQL.update(
                "insert into capacity_claim (checkout_id, line_no, capacity_id, quantity) values (?, ?, ?, 1)",
                checkoutId,
                rank,
                line.claim());
        SQL.update(
                "update payment_share set gross_cents = gross_cents + ?, tax_cents = tax_cents + ? where id = ?",
                cents,
                taxCents,
                part.shareId());
        SQL.update("update payment set amount_cents = amount_cents + ? where id = ?", cents, paymentId);
        SQL.update(
                "update merchant_order set lines_cents = lines_cents + ?, total_cents = total_cents + ? where id = ?",
                cents,
                cents,
                part.id());
        return line;
    }

    private void insertPart(Part part, int rank, long shopId, MerchantOrderState state, @Nullable Instant slotStart) {
        SQL.update(
                "insert into merchant_order (id, order_id, position, number, portal_id, merchant_id, shop_id, state,"
                        + " state_before_error, mode, slot_start, slot_end, lines_cents, total_cents, service_date,"
                        + " placed_at, moved_at, buyer)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                part.id(),
                orderId,
                rank,
                part.number(),
                shop.portalId,
                part.merchantId(),
                shopId,
                state,
                state == MerchantOrderState.ERROR ? MerchantOrderState.PROCESSING : null,
                slotStart == null ? "NONE" : "PICKUP",
                slotStart,
                slotStart == null ? null : slotStart.plusSeconds(1800),
                part.cents(),
                part.cents(),
                LocalDate.ofInstant(placedAt, HalleClock.PARIS),
                placedAt,
                placedAt,
                BuyerWords.of(email, "Camille", lastName));
    }

    private void insertLine(Part part, int rank, long product) {
        SQL.update(
                "insert into order_line (id, merchant_order_id, line_no, product_id, kind, name, family, seller, quantity,"
                        + " unit_cents, total_cents, vat_bp, due_now_cents, withdrawal, state) select ?, ?, ?, p.id, p.kind,"
                        + " p.name_fr, 'Rayon', s.name, 1, ?, ?, p.vat_bp, ?, p.withdrawal, 'CONFIRMED'"
                        + " from product p join shop s on s.id = p.shop_id where p.id = ?",
                part.lineId(),
                part.id(),
                rank,
                part.cents(),
                part.cents(),
                part.cents(),
                product);
    }

    private void write(String settings) {
        UUID cart = UUID.randomUUID();
        SQL.update(
                "insert into cart (id, portal_id, language, created_at, touched_at, state) values (?, ?, 'fr', ?, ?, 'ORDERED')",
                cart,
                shop.portalId,
                placedAt,
                placedAt);
        String token = "token" + orderId;
        SQL.update(
                "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token,"
                        + " state, draft, total_cents, due_now_cents, created_at, expires_at)"
                        + " values (?, ?, ?, 'key', '', ?, ?, ?, 'PLACED', '{}', 0, 0, ?, ?)",
                checkoutId,
                shop.portalId,
                cart,
                orderNo,
                token.getBytes(StandardCharsets.UTF_8),
                token,
                placedAt,
                placedAt);
        SQL.update(
                "insert into customer_order (id, order_no, portal_id, checkout_id, token_hash, token, language, placed_at,"
                        + " first_name, last_name, email, phone, total_cents, paid_now_cents, settings)"
                        + " values (?, ?, ?, ?, ?, ?, 'fr', ?, 'Camille', ?, ?, '0612345678', 0, 0, ?)",
                orderId,
                orderNo,
                shop.portalId,
                checkoutId,
                token.getBytes(StandardCharsets.UTF_8),
                token,
                placedAt,
                lastName,
                email,
                settings);
        SQL.update(
                "insert into payment (id, purpose, portal_id, checkout_id, order_id, amount_cents, state, method,"
                        + " idempotency_key, provider_id, created_at, authorised_at, expires_at)"
                        + " values (?, 'ORDER', ?, ?, ?, 0, 'AUTHORISED', 'CARD', ?, ?, ?, ?, ?)",
                paymentId,
                shop.portalId,
                checkoutId,
                orderId,
                UUID.randomUUID(),
                "payin_" + paymentId,
                placedAt,
                placedAt,
                placedAt);
    }
}
