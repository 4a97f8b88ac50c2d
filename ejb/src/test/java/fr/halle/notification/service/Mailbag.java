package fr.halle.notification.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.model.KeyPurpose;
import fr.halle.identity.service.AccountKeys;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.payment.model.PaymentState;
import fr.halle.portal.model.Preset;
import fr.halle.portal.service.Portals;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestEvent;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of a resort with a pickup and a stay, and everything that can be told of it; and a sender wired by hand. */
final class Mailbag {

    static final Sql SQL = TestDatabase.sql();

    final TestClock clock = new TestClock("2026-11-20T10:30");
    final TestShop town = TestShop.in(Preset.MOUNTAIN);
    final TestSale sale;
    final TestSale.Part goods;
    final TestSale.Part stay;
    final long goodsLine;
    final long stayLine;
    final long balance = TestIds.id();
    final long refund = TestIds.id();
    final long portalTerms = TestIds.id();
    final long goodsTerms = TestIds.id();
    final long payout = TestIds.id();
    final long desk = TestIds.id();
    final long request = TestIds.id();
    final long answer = TestIds.id();
    final List<Long> woken = new ArrayList<>();

    Mailbag() {
        long lodger = town.merchant("Chalets du Praz");
        sale = TestSale.at(clock, town)
                .part(11400)
                .part(lodger, town.shop(lodger, "Chalets du Praz"), 37034)
                .paid(PaymentState.CAPTURED);
        goods = sale.parts.get(0);
        stay = sale.parts.get(1);
        collected();
        goodsLine = line(goods, 1, ProductKind.GOODS, "Lot de 3 chaussettes", "3 unités", 1, 1200, 1200);
        line(goods, 2, ProductKind.GOODS, "Bar sauvage", "", 3, 3400, 10200);
        stayLine = line(stay, 1, ProductKind.LODGING, "Chalet L’Edelweiss", "", 1, 123448, 37034);
        stayed();
        moneyMoved();
        asked();
        accepted(portalTerms, null);
        accepted(goodsTerms, goods.merchantId());
    }

    private void accepted(long version, @Nullable Long merchant) {
        SQL.update(
                "insert into terms_version (id, portal_id, merchant_id, language, version, body, sha256, published_at)"
                        + " values (?, ?, ?::bigint, 'fr', 99, 'Conditions', 'x', ?)",
                version,
                town.portalId,
                merchant,
                clock.instant());
        SQL.update(
                "insert into terms_acceptance (id, order_id, merchant_id, terms_version_id, sha256, accepted_at, address)"
                        + " values (?, ?, ?::bigint, ?, 'x', ?, '')",
                TestIds.id(),
                sale.orderId,
                merchant,
                version,
                clock.instant());
    }

    /** A contact form that was sent to the first merchant's desk. */
    private void asked() {
        SQL.update(
                "insert into sales_desk (id, portal_id, merchant_id) values (?, ?, ?)",
                desk,
                town.portalId,
                town.merchantId);
        SQL.update(
                "insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, language, first_name, last_name,"
                        + " email, phone, arrives_on, leaves_on, adults, children, opened_at, last_at)"
                        + " values (?, ?, ?, ?, 'jeton', ?, ?, 'FORM', 'fr', 'Léa', 'Martin', 'lea@exemple.fr', '+33612345678',"
                        + " '2027-02-13', '2027-02-20', 2, 1, ?, ?)",
                request,
                desk,
                town.portalId,
                town.merchantId,
                ("hash" + request).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "key" + request,
                clock.instant(),
                clock.instant());
        SQL.update(
                "insert into request_message (id, request_id, desk_id, side, author, body, at, source) values (?, ?, ?, 'DESK', 'Maud',"
                        + " 'Bonjour Léa, oui, à 9 h.', ?, 'DESK')",
                answer,
                request,
                desk,
                clock.instant());
    }

    private void collected() {
        SQL.update(
                "update merchant_order set mode = 'PICKUP', slot_start = ?, slot_end = ? where id = ?",
                TestClock.instantOf("2026-11-23T10:30"),
                TestClock.instantOf("2026-11-23T11:00"),
                goods.id());
    }

    private void stayed() {
        SQL.update(
                "update order_line set starts_on = ?, ends_on = ?, adults = 2, children = 1, tax_cents = 1232,"
                        + " withdrawal = 'EXCLUDED_DATED', vat_bp = 1000 where id = ?",
                LocalDate.parse("2027-02-06"),
                LocalDate.parse("2027-02-13"),
                stayLine);
        SQL.update("update merchant_order set total_cents = 123448, lines_cents = 123448 where id = ?", stay.id());
        SQL.update("update customer_order set total_cents = ? where id = ?", 11400 + 123448, sale.orderId);
        SQL.update(
                "insert into balance_due (id, order_id, merchant_order_id, line_id, merchant_id, amount_cents, due_on, send_on,"
                        + " token_hash, token, state, bill_id) values (?, ?, ?, ?, ?, 86414, ?, ?, ?, 'soldé&jeton', 'SCHEDULED', ?)",
                balance,
                sale.orderId,
                stay.id(),
                stayLine,
                stay.merchantId(),
                LocalDate.parse("2027-01-07"),
                LocalDate.parse("2026-12-24"),
                ("hash" + balance).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                balance);
    }

    private void moneyMoved() {
        SQL.update(
                "insert into refund (id, payment_id, share_id, merchant_order_id, merchant_id, amount_cents, reason, state,"
                        + " transfer_key, payin_key, requested_by, requested_at)"
                        + " values (?, ?, ?, ?, ?, 11400, 'Plus en stock', 'SUCCEEDED', ?, ?, 'test', ?)",
                refund,
                sale.paymentId,
                goods.shareId(),
                goods.id(),
                goods.merchantId(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                clock.instant());
        SQL.update(
                "insert into payout (id, merchant_id, portal_id, amount_cents, state, idempotency_key, reference, planned_at)"
                        + " values (?, ?, ?, 10000, 'SENT', ?, 'HALLE-1', ?)",
                payout,
                goods.merchantId(),
                town.portalId,
                UUID.randomUUID(),
                clock.instant());
    }

    long line(
            TestSale.Part part,
            int no,
            ProductKind kind,
            String name,
            String unit,
            long quantity,
            long unitCents,
            long dueNow) {
        long id = TestIds.id();
        long product = town.product(part.shopId(), kind, name, unitCents, 550);
        SQL.update(
                "insert into order_line (id, merchant_order_id, line_no, product_id, kind, name, family, seller, unit_text,"
                        + " quantity, unit_cents, total_cents, vat_bp, due_now_cents, withdrawal, picture, state)"
                        + " values (?, ?, ?, ?, ?, ?, 'Rayon', 'Maison Morel', ?, ?, ?, ?, 550, ?, 'LEGAL', 'huitres.svg',"
                        + " 'CONFIRMED')",
                id,
                part.id(),
                no,
                product,
                kind,
                name,
                unit,
                quantity,
                unitCents,
                unitCents * quantity,
                dueNow);
        return id;
    }

    /** One row for the event, as those who queue it write it. */
    long queue(NotificationEvent event, Channel channel, String recipient, String language) {
        boolean aboutStay = event.name().startsWith("BALANCE");
        boolean aboutAccount = event.name().startsWith("PASSWORD")
                || event == NotificationEvent.TEAM_INVITATION
                || event.name().startsWith("SECOND_FACTOR");
        boolean aboutMerchant = event.name().startsWith("PAYOUT")
                || event == NotificationEvent.MERCHANT_ADDRESS_CHANGED
                || aboutAccount;
        boolean alone = aboutMerchant || event.isOfDesk() || event == NotificationEvent.PAYMENT_RETURNED;
        TestSale.Part part = aboutStay ? stay : goods;
        Long subject = switch (event) {
            case BALANCE_LINK, BALANCE_REMINDER, BALANCE_PAID, BALANCE_RECEIVED, BALANCE_MISSED ->
                Long.valueOf(balance);
            case REFUND_SUCCEEDED -> Long.valueOf(refund);
            case PAYOUT_SENT, PAYOUT_RETURNED -> Long.valueOf(payout);
            case TEAM_INVITATION, PASSWORD_FORGOTTEN -> Long.valueOf(key());
            case CONTACT_ACKNOWLEDGED,
                    CONTACT_ARRIVED,
                    CUSTOMER_WROTE,
                    QUOTE_ANSWERED,
                    REQUEST_ANSWERED,
                    QUOTE_SENT,
                    QUOTE_REMINDER -> Long.valueOf(request);
            default -> null;
        };
        Map<String, String> data = switch (event) {
            case PART_MOVED -> Map.of("to", "READY");
            case PART_CANCELLED -> Map.of("reason", "Plus en stock");
            case LINES_CANCELLED, LINES_CANCELLED_ON_BEHALF ->
                Map.of("lines", Long.toString(goodsLine), "cents", "1200", "code", "WEATHER", "by", "Mairie");
            case ORDER_REPLACED, PART_REPLACED_ON_BEHALF ->
                Map.of(
                        "replaced",
                        "EP-00041-001",
                        "was",
                        "Homard",
                        "carriedCents",
                        "1000",
                        "refundedCents",
                        "200",
                        "code",
                        "UNAVAILABLE",
                        "by",
                        "Mairie");
            case WITHDRAWAL_RECEIVED, WITHDRAWAL_ARRIVED ->
                Map.of("lines", Long.toString(goodsLine), "at", "2026-11-24T09:12:00Z");
            case PAYMENT_DISPUTED, DISPUTE_WON -> Map.of("amountCents", "1250");
            case REFUNDED_ON_BEHALF -> Map.of("amountCents", "1250", "reason", "Geste commercial", "by", "Mairie");
            case PART_CANCELLED_ON_BEHALF -> Map.of("reason", "Plus en stock", "by", "Mairie");
            case PART_UNACCEPTED -> Map.of("end", "2026-11-25T09:00:00Z");
            case TEAM_INVITATION, PASSWORD_FORGOTTEN, PASSWORD_CHANGED ->
                Map.of("name", "Jeanne", "role", "ORDER_DESK");
            case PAYOUT_IBAN_CHANGED -> Map.of("end", "2606", "by", "Maud", "until", "2026-11-25T09:00:00Z");
            case PAYOUT_UNFROZEN -> Map.of("by", "Mairie", "reason", "Vu au comptoir");
            case MERCHANT_ADDRESS_CHANGED -> Map.of("by", "Mairie");
            case SECOND_FACTOR_CHANGED -> Map.of("name", "Jeanne", "what", "RESET", "by", "Maud");
            case SECOND_FACTOR_RESET_ON_BEHALF -> Map.of("name", "Jeanne", "by", "Mairie", "reason", "Vue au comptoir");
            case CONTACT_FORWARDED ->
                Map.of(
                        "desk",
                        Long.toString(desk),
                        "lastName",
                        "Martin",
                        "email",
                        "lea@exemple.fr",
                        "object",
                        "Cours privés",
                        "message",
                        "Bonjour,\n\nAvez-vous un cours ?",
                        "adults",
                        "2");
            case REQUEST_ANSWERED, CUSTOMER_WROTE -> Map.of("message", Long.toString(answer));
            case QUOTE_ANSWERED -> Map.of("no", "2", "answer", "DECLINED", "reason", "Trop tard pour nous");
            case CONTENT_TRIED ->
                Map.of("desk", Long.toString(desk), "kind", "QUOTE", "text", "Bonjour Léa,", "signature", "L’école");
            case QUOTE_SENT, QUOTE_REMINDER ->
                Map.of(
                        "subject",
                        "Votre séjour",
                        "text",
                        "Bonjour Léa,",
                        "token",
                        "abc",
                        "no",
                        "2",
                        "totalCents",
                        "134400",
                        "dueNowCents",
                        "40320",
                        "validUntil",
                        "2026-12-05",
                        "lastDay",
                        "false",
                        "places",
                        "true");
            case PAYMENT_RETURNED, PAYOUT_BLOCKED -> Map.of("amountCents", "11400");
            default -> Map.of();
        };
        return queue(new NewNotification(
                town.portalId,
                channel,
                event,
                UUID.randomUUID().toString(),
                recipient,
                language,
                alone ? null : sale.orderId,
                alone || event == NotificationEvent.ORDER_LINK || event == NotificationEvent.ORDER_RECAP
                        ? null
                        : part.id(),
                event == NotificationEvent.ORDER_LINE_CONFIRMED ? goodsLine : null,
                subject,
                part.merchantId(),
                data));
    }

    long queue(NewNotification notification) {
        int before = woken.size();
        notifications().queue(notification);
        return woken.size() == before ? 0 : woken.get(woken.size() - 1);
    }

    AccountKeys keys() {
        return Wired.with(new AccountKeys(), SQL, new TestIds(), clock);
    }

    /** Of somebody who forgot the password. */
    long key() {
        return keys().ask(town.operator(town.portalId), KeyPurpose.FORGOTTEN);
    }

    Notifications notifications() {
        return Wired.with(new Notifications(), SQL, new TestIds(), clock, event());
    }

    Sender sender(MailTransport mail, SmsGateway sms) {
        Portals portals = Wired.with(new Portals(), SQL, Wired.atOnce());
        return Wired.with(
                new Sender(),
                Wired.with(new Claims(), SQL, clock),
                Wired.with(new FactsReader(), SQL),
                Wired.with(new Renderer(), portals, keys()),
                new Gateways(mail, sms),
                lifecycle(),
                portals,
                clock,
                new TestEvent<MailLeaves>());
    }

    Sender sender(MailTransport mail) {
        return sender(mail, new LogSms());
    }

    Resends resends() {
        Audit audit = Wired.with(new Audit(), SQL, new TestIds(), clock);
        return Wired.with(
                new Resends(),
                SQL,
                new TestIds(),
                clock,
                audit,
                Wired.with(new Accounts(), SQL, new TestIds(), clock, audit),
                Wired.with(new Portals(), SQL, Wired.atOnce()),
                Wired.with(new ResendPace(), SQL, clock),
                lifecycle(),
                notifications(),
                event(),
                Wired.with(new Messages(), SQL));
    }

    NotificationLifecycle lifecycle() {
        return Wired.with(new NotificationLifecycle(), SQL, clock, event());
    }

    /** What a row looks like afterwards. */
    record Stored(
            String state,
            int attempts,
            @Nullable String sender,
            @Nullable String replyTo,
            @Nullable String subject,
            @Nullable String html,
            @Nullable String text,
            @Nullable String error) {}

    static Stored stored(long id) {
        Message.Body body = Wired.with(new Messages(), SQL).body(id).orElseThrow();
        return SQL.one(
                        "select * from notification where id = ?",
                        row -> new Stored(
                                row.text("state"),
                                row.integer("attempts"),
                                row.textOrNull("sender"),
                                row.textOrNull("reply_to"),
                                row.textOrNull("subject"),
                                body.html(),
                                body.text(),
                                row.textOrNull("last_error")),
                        id)
                .orElseThrow();
    }

    /** Only firing is used: the ids are noted. */
    @SuppressWarnings("unchecked")
    Event<NotificationsQueued> event() {
        return (Event<NotificationsQueued>) Proxy.newProxyInstance(
                Mailbag.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    Collection<Long> ids =
                            arguments[0] instanceof NotificationsQueued queued ? queued.ids() : List.of();
                    woken.addAll(ids);
                    return null;
                });
    }
}
