package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.shared.model.Actor;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.Wired;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C07, M51, K28: three balances of two merchants are one letter to the customer, and to each merchant its own. */
class ABillIsToldToEachTest {

    private final Mailbag bag = new Mailbag();
    private final Messages messages = Wired.with(new Messages(), Mailbag.SQL);
    private final Resends resends = bag.resends();
    private final Actor morel = Actor.merchant(1, "Maison Morel", bag.goods.merchantId());
    private final Actor lodger = Actor.merchant(2, "Chalets du Praz", bag.stay.merchantId());
    private long lesson;

    @BeforeEach
    void twoMoreLinesArePaidLater() {
        balance(
                bag.stay,
                bag.line(bag.stay, 2, ProductKind.LODGING, "Studio Les Gentianes", "", 1, 45_055, 13_517),
                31_538);
        lesson = balance(
                bag.goods, bag.line(bag.goods, 3, ProductKind.GOODS, "Cours de ski", "", 1, 20_033, 6_010), 14_023);
        state("LINK_SENT");
    }

    private long balance(TestSale.Part part, long line, long cents) {
        long id = TestIds.id();
        Mailbag.SQL.update(
                "insert into balance_due (id, bill_id, order_id, merchant_order_id, line_id, merchant_id, amount_cents, due_on, send_on,"
                        + " token_hash, token, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'autre', 'SCHEDULED')",
                id,
                bag.balance,
                bag.sale.orderId,
                part.id(),
                line,
                part.merchantId(),
                cents,
                LocalDate.parse("2027-01-07"),
                LocalDate.parse("2026-12-24"),
                ("hash" + id).getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private void state(String state) {
        Mailbag.SQL.update("update balance_due set state = ? where bill_id = ?", state, bag.balance);
    }

    private Mailbag.Stored told(
            NotificationEvent event,
            TestSale.@Nullable Part part,
            long subject,
            String language,
            Map<String, String> data)
            throws IOException {
        long id = bag.queue(new NewNotification(
                bag.town.portalId,
                Channel.MAIL,
                event,
                UUID.randomUUID().toString(),
                "lea@exemple.fr",
                language,
                bag.sale.orderId,
                part == null ? null : part.id(),
                null,
                subject,
                part == null ? null : part.merchantId(),
                data));
        bag.sender(new Outbox()).send(List.of(id));
        Mailbag.Stored row = Mailbag.stored(id);
        assertThat(row.error()).isNull();
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        String name = "bill-" + event + "-"
                + (part == null ? "order" : part.merchantId() == bag.goods.merchantId() ? "school" : "lodger") + "-"
                + language;
        Files.writeString(folder.resolve(name + ".html"), String.valueOf(row.html()), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name + ".txt"), row.subject() + "\n\n" + row.text(), StandardCharsets.UTF_8);
        return row;
    }

    private Mailbag.Stored told(NotificationEvent event, TestSale.@Nullable Part part) throws IOException {
        return told(event, part, part == bag.goods ? lesson : bag.balance, "fr", Map.of());
    }

    private static String text(Mailbag.Stored row) {
        return String.valueOf(row.text());
    }

    @Test
    void theCustomerGetsOneLinkForAllOfThem() throws IOException {
        for (NotificationEvent event : List.of(NotificationEvent.BALANCE_LINK, NotificationEvent.BALANCE_REMINDER)) {
            Mailbag.Stored row = told(event, null);
            assertThat(row.subject()).contains("1\u202f319,75\u00a0€");
            assertThat(text(row))
                    .contains("Chalet L’Edelweiss", "Studio Les Gentianes", "Cours de ski", "565,61", "1\u202f319,75")
                    .contains("/balance?token=sold")
                    .doesNotContain("token=autre")
                    .contains("EP-");
            assertThat(text(row)).contains("Acomptes reçus le").doesNotContain("Acompte reçu");
            assertThat(row.sender()).as("no merchant speaks for another").isEqualTo("Ville");
            assertThat(told(event, null, bag.balance, "en", Map.of()).subject()).contains("€1,319.75");
        }
    }

    @Test
    void withoutWhatIsNoLongerAskedFor() throws IOException {
        Mailbag.SQL.update("update balance_due set state = 'WAIVED' where id = ?", bag.balance);
        Mailbag.Stored row = told(NotificationEvent.BALANCE_LINK, null);
        assertThat(text(row))
                .contains("Studio", "Cours de ski", "455,61", "/balance?token=sold")
                .doesNotContain("Edelweiss");
    }

    @Test
    void withoutADepositWhereThereWasNone() throws IOException {
        Mailbag.SQL.update(
                "update balance_due set state = 'WAIVED' where bill_id = ? and id <> ?", bag.balance, lesson);
        Mailbag.SQL.update("update balance_due set amount_cents = 20033 where id = ?", lesson);
        Mailbag.SQL.update(
                "update order_line set due_now_cents = 0 where id = (select line_id from balance_due where id = ?)",
                lesson);
        assertThat(text(told(NotificationEvent.BALANCE_LINK, null)))
                .contains("Cours de ski", "200,33")
                .doesNotContain("Acompte", "0,00");
    }

    @Test
    void oneReceiptAndEachMerchantItsOwnPart() throws IOException {
        state("PAID");
        assertThat(text(told(NotificationEvent.BALANCE_PAID, null)))
                .contains("Edelweiss", "Studio", "Cours de ski", "1\u202f319,75", "0,00");
        assertThat(text(told(NotificationEvent.BALANCE_RECEIVED, bag.stay)))
                .contains("Edelweiss", "Studio", "1\u202f179,52")
                .doesNotContain("Cours", "140,23");
        assertThat(text(told(NotificationEvent.BALANCE_RECEIVED, bag.goods)))
                .contains("Cours de ski", "140,23")
                .doesNotContain("Edelweiss", "Studio");
        told(NotificationEvent.BALANCE_PAID, null, bag.balance, "en", Map.of());
    }

    @Test
    void whatWasMissedToo() throws IOException {
        state("OVERDUE");
        assertThat(text(told(NotificationEvent.BALANCE_MISSED, bag.stay)))
                .contains("Edelweiss", "Studio", "1\u202f179,52")
                .doesNotContain("Cours");
    }

    @Test
    void thatALineWasCancelledWhileTheyWerePaid() throws IOException {
        Map<String, String> data =
                Map.of("amountCents", "131975", "bill", Long.toString(bag.balance), "stillCents", "117952");
        assertThat(text(told(NotificationEvent.PAYMENT_RETURNED, null, TestIds.id(), "fr", data)))
                .contains("1\u202f319,75", "1\u202f179,52", "/balance?token=sold", "7 janvier");
        assertThat(text(told(NotificationEvent.PAYMENT_RETURNED, null, TestIds.id(), "en", data)))
                .contains("€1,319.75", "€1,179.52", "/balance?token=sold");
    }

    /** M21: one inbox, one letter, whichever merchant presses. */
    @Test
    void againFromAnyMerchantsPage() throws IOException {
        told(NotificationEvent.BALANCE_LINK, null);
        assertThat(resends.of(lodger, bag.stay.id()).balance()).isTrue();
        assertThat(resends.of(morel, bag.goods.id()).balance()).isTrue();
        bag.woken.clear();
        resends.balance(morel, bag.goods.id());
        bag.sender(new Outbox()).send(List.copyOf(bag.woken));
        assertThat(Mailbag.stored(bag.woken.get(0)).text()).contains("Edelweiss", "Cours de ski");
        assertThatThrownBy(() -> resends.balance(lodger, bag.stay.id())).isInstanceOf(SentJustNow.class);
        assertThat(messages.of(morel, bag.town.portalId, MessageSearch.of("", null, null)))
                .as("what is another's in it is not this merchant's to read")
                .isEmpty();
    }
}
