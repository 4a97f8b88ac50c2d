package fr.halle.testing;

import fr.halle.ledger.model.FeeTariff;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.model.FeeSettings;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that was paid, with one part per merchant, as the checkout leaves it: {@code TestSale.at(clock, town).part(merchant,
 * shop, 10200).paid(PaymentState.AUTHORISED)}. Its rows are written without any use case, so that a test of refunds fails for
 * refunds alone.
 */
public final class TestSale {

    private static final Sql SQL = TestDatabase.sql();

    public final long orderId = TestIds.id();
    public final long orderNo = SQL.number("select nextval('order_number')");
    public final long paymentId = TestIds.id();
    public final List<Part> parts = new ArrayList<>();
    private final HalleClock clock;
    private final TestShop town;
    private Map<String, String> settings = Map.of("preset", Preset.TOWN_PICKUP.name());

    /** One merchant's part and its share of the payment, in cents. */
    public record Part(
            long id, long shareId, String number, long merchantId, long shopId, long grossCents, long feeCents) {

        public long netCents() {
            return grossCents - feeCents;
        }
    }

    private TestSale(HalleClock clock, TestShop town) {
        this.clock = clock;
        this.town = town;
    }

    public static TestSale at(HalleClock clock, TestShop town) {
        return new TestSale(clock, town);
    }

    /** Settings frozen on the order, beside the preset. */
    public TestSale under(Map<String, String> frozen) {
        settings = frozen;
        return this;
    }

    public TestSale part(long merchantId, long shopId, long cents) {
        long fee = FeeTariff.DEFAULT.feesOf(new long[] {cents})[0];
        String number = OrderNumbers.format(orderNo, parts.size() + 1);
        parts.add(new Part(TestIds.id(), TestIds.id(), number, merchantId, shopId, cents, fee));
        return this;
    }

    /** A part of the town's first shop. */
    public TestSale part(long cents) {
        return part(town.merchantId, town.shopId, cents);
    }

    public TestSale paid(PaymentState state) {
        Instant now = clock.instant();
        long total = parts.stream().mapToLong(Part::grossCents).sum();
        TestDatabase.inTransaction(() -> {
            order(total, now);
            parts.forEach(part -> part(part, now));
            pay(state, total, now);
            ledger().post(Postings.accepted(
                    OrderNumbers.format(orderNo),
                    Long.toString(paymentId),
                    parts.stream()
                            .map(part -> new Share(part.merchantId(), part.grossCents(), part.feeCents()))
                            .toList()));
        });
        return this;
    }

    public Part only() {
        return parts.get(0);
    }

    /**
     * A refund of one euro of a share.
     *
     * @param nextCheckAt null where nobody asks about it by itself
     */
    public static void refund(long shareId, RefundState state, Instant requestedAt, @Nullable Instant nextCheckAt) {
        SQL.update(
                "insert into refund (id, payment_id, share_id, merchant_order_id, merchant_id, amount_cents, reason, state,"
                        + " transfer_key, payin_key, requested_by, requested_at, next_check_at)"
                        + " select ?, payment_id, id, merchant_order_id, merchant_id, 100, 'Fermé', ?, ?, ?, 'Léa', ?, ?::timestamptz"
                        + " from payment_share where id = ?",
                TestIds.id(),
                state,
                UUID.randomUUID(),
                UUID.randomUUID(),
                requestedAt,
                nextCheckAt,
                shareId);
    }

    /** Lets the payout rule take a part from this moment on. */
    public void releaseAt(Part part, @Nullable Instant moment) {
        SQL.update("update merchant_order set release_at = ?::timestamptz where id = ?", moment, part.id());
    }

    /** Marks every share as having reached its merchant. */
    public void collected() {
        SQL.update(
                "update payment_share set transfer_claimed_at = ?, transfer_cents = gross_cents, transfer_fee_cents = fee_cents,"
                        + " transferred_at = ?, transfer_id = 'transfer' || id where payment_id = ?",
                clock.instant(),
                clock.instant(),
                paymentId);
        SQL.update("update payment set state = 'CAPTURED', captured_at = ? where id = ?", clock.instant(), paymentId);
    }

    private Ledger ledger() {
        return Wired.with(new Ledger(), SQL, new TestIds(), clock, Wired.atOnce());
    }

    private void order(long total, Instant now) {
        UUID cart = UUID.randomUUID();
        long checkout = TestIds.id();
        byte[] hash = cart.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        SQL.update(
                "insert into cart (id, portal_id, language, created_at, touched_at) values (?, ?, 'fr', ?, ?)",
                cart,
                town.portalId,
                now,
                now);
        SQL.update(
                "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token,"
                        + " state, draft, total_cents, due_now_cents, created_at, expires_at)"
                        + " values (?, ?, ?, 'k', '', ?, ?, 'secret', 'PLACED', '{}', ?, ?, ?, ?)",
                checkout,
                town.portalId,
                cart,
                orderNo,
                hash,
                total,
                total,
                now,
                now);
        SQL.update(
                "insert into customer_order (id, order_no, portal_id, checkout_id, token_hash, token, language, placed_at,"
                        + " first_name, last_name, email, phone, total_cents, paid_now_cents, settings)"
                        + " values (?, ?, ?, ?, ?, 'secret', 'fr', ?, 'Léa', 'Martin', 'lea@exemple.fr', '', ?, ?, ?)",
                orderId,
                orderNo,
                town.portalId,
                checkout,
                hash,
                now,
                total,
                total,
                Json.write(settings));
    }

    private void part(Part part, Instant now) {
        SQL.update(
                "insert into merchant_order (id, order_id, position, number, portal_id, merchant_id, shop_id, state, mode,"
                        + " lines_cents, total_cents, service_date, placed_at, moved_at, buyer)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'RECORDED', 'NONE', ?, ?, ?, ?, ?, '')",
                part.id(),
                orderId,
                parts.indexOf(part) + 1,
                part.number(),
                town.portalId,
                part.merchantId(),
                part.shopId(),
                part.grossCents(),
                part.grossCents(),
                clock.today(),
                now,
                now);
    }

    private void pay(PaymentState state, long total, Instant now) {
        SQL.update(
                "insert into payment (id, purpose, portal_id, order_id, amount_cents, state, method, idempotency_key,"
                        + " provider_id, created_at, authorised_at, expires_at)"
                        + " values (?, 'ORDER', ?, ?, ?, ?, 'CARD', ?, ?, ?, ?, ?)",
                paymentId,
                town.portalId,
                orderId,
                total,
                state,
                UUID.randomUUID(),
                "payin" + paymentId,
                now,
                now,
                now);
        for (Part part : parts) {
            SQL.update(
                    "insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents,"
                            + " fee_at_payout, transfer_key) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    part.shareId(),
                    paymentId,
                    part.id(),
                    part.merchantId(),
                    part.grossCents(),
                    part.feeCents(),
                    FeeSettings.atPayout(Settings.of(settings)),
                    UUID.randomUUID());
        }
    }
}
