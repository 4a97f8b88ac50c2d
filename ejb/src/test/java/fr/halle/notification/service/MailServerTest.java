package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.testing.AtOnce;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails leave by a real SMTP server, each once, whatever happens to its neighbours. */
class MailServerTest {

    private static final int PORT = 30625;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Mailbag bag = new Mailbag();
    private final MailTransport smtp = new SmtpTransport(
            URI.create("smtp://127.0.0.1:" + PORT),
            "commandes@halle.test",
            bag.clock::instant,
            id -> "halle." + id + ".seal");
    private final Sender sender = bag.sender(smtp);

    @BeforeEach
    void up() {
        server.start();
    }

    @AfterEach
    void down() {
        server.stop();
    }

    @Test
    void aMailArrivesWholeWithAccentsAndTheMerchantsName() throws Exception {
        Mailbag.SQL.update("update merchant set name = 'Maison Œuvrée & Fils ☃' where id = ?", bag.goods.merchantId());
        long id = queue("lea@exemple.fr");
        sender.send(List.of(id));
        MimeMessage mail = onlyMail();
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Maison Œuvrée & Fils ☃");
        assertThat(from.getAddress()).isEqualTo("commandes@halle.test");
        assertThat(replyTo(mail)).isEqualTo("m" + bag.goods.merchantId() + "@exemple.fr");
        assertThat(mail.getSubject()).startsWith("Confirmation EP-").contains("Lot de 3 chaussettes");
        assertThat(mail.getMessageID()).isEqualTo("<halle." + id + ".seal@halle.test>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0))
                .contains("Bonjour Léa")
                .contains("12,00\u00a0€")
                .doesNotContain("<");
        assertThat(part(mail, 1))
                .contains("Bonjour Léa")
                .contains("Maison Œuvrée &amp; Fils ☃")
                .contains("<table");
        assertThat(Mailbag.stored(id).html())
                .as("what is kept is what was sent")
                .isEqualTo(part(mail, 1));
    }

    @Test
    void aLineBreakInANameMakesNoHeader() throws Exception {
        Mailbag.SQL.update(
                "update merchant set name = E'Morel\\r\\nBcc: espion@exemple.fr' where id = ?", bag.goods.merchantId());
        Mailbag.SQL.update(
                "update order_line set name = E'Bar\\r\\n\\r\\n<script>alert(1)</script>' where id = ?", bag.goodsLine);
        long id = queue("lea@exemple.fr");
        sender.send(List.of(id));
        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContain("\r", "\n");
        assertThat(part(mail, 1)).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    /** Whoever typed it, and wherever it stands: a name, an address, a shop, a reason. */
    @Test
    void nothingThatAnybodyTypedBecomesAHeader() throws Exception {
        String evil = "\r\nBcc: espion@exemple.fr\r\n\r\nFaux";
        Mailbag.SQL.update(
                "update merchant set name = name || ?, email = email || ? where id = ?",
                evil,
                evil,
                bag.goods.merchantId());
        Mailbag.SQL.update(
                "update shop set name = name || ?, street = ?, phone = ? where id = ?",
                evil,
                evil,
                evil,
                bag.goods.shopId());
        Mailbag.SQL.update(
                "update customer_order set first_name = first_name || ?, last_name = ?, phone = ?, street = ? where id = ?",
                evil,
                evil,
                evil,
                evil,
                bag.sale.orderId);
        Mailbag.SQL.update(
                "update order_line set name = name || ?, variant = ?, unit_text = ?, seller = ? where merchant_order_id = ?",
                evil,
                evil,
                evil,
                evil,
                bag.goods.id());
        Mailbag.SQL.update("update merchant_order set note = ? where id = ?", evil, bag.goods.id());
        Mailbag.SQL.update(
                "update portal set name = name || ?, operator_name = ?, support_phone = ? where id = ?",
                evil,
                evil,
                evil,
                bag.town.portalId);
        List<Long> ids = new ArrayList<>();
        for (NotificationEvent event : NotificationEvent.values()) {
            ids.add(bag.queue(event, Channel.MAIL, "lea@exemple.fr", "fr"));
        }
        sender.send(ids);
        assertThat(server.getReceivedMessages()).hasSize(ids.size());
        for (MimeMessage mail : server.getReceivedMessages()) {
            assertThat(mail.getHeader("Bcc")).as(mail.getSubject()).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).doesNotContain("\r", "\n");
            assertThat(java.util.Collections.list(mail.getAllHeaders()))
                    .extracting(jakarta.mail.Header::getName)
                    .isSubsetOf(
                            "Return-Path",
                            "Received",
                            "Date",
                            "From",
                            "Reply-To",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "Auto-Submitted",
                            "X-Auto-Response-Suppress");
        }
    }

    @Test
    void aLineBreakInTheRecipientIsNobody() {
        long id = queue("lea@exemple.fr\r\nRCPT TO:<espion@exemple.fr>");
        sender.send(List.of(id));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(Mailbag.stored(id).state()).isEqualTo("DEAD");
    }

    @Test
    void aPoisonRowDoesNotStopTheOthers() {
        long first = queue("un@exemple.fr");
        long unknownEvent = queue("deux@exemple.fr");
        Mailbag.SQL.update("update notification set event = 'NO_SUCH_EVENT' where id = ?", unknownEvent);
        long badAddress = queue("pas une adresse");
        long noLine = queue("trois@exemple.fr");
        Mailbag.SQL.update(
                "update notification set order_id = null, merchant_order_id = null, line_id = null where id = ?",
                noLine);
        long last = queue("quatre@exemple.fr");
        sender.send(List.of(first, unknownEvent, badAddress, noLine, last));
        assertThat(recipients()).containsExactly("un@exemple.fr", "quatre@exemple.fr");
        assertThat(List.of(unknownEvent, badAddress, noLine))
                .allSatisfy(id -> assertThat(Mailbag.stored(id).state()).isEqualTo("DEAD"));
    }

    @Test
    void totalsThatDoNotAddUpAreNotSent() {
        Mailbag.SQL.update(
                "update merchant_order set total_cents = 9900, lines_cents = 9900 where id = ?", bag.goods.id());
        long id = bag.queue(NotificationEvent.NEW_ORDER, Channel.MAIL, "morel@exemple.fr", "fr");
        sender.send(List.of(id));
        assertThat(server.getReceivedMessages())
                .as("99,00 over lines of 114,00 (K29)")
                .isEmpty();
        assertThat(Mailbag.stored(id).state()).isEqualTo("DEAD");
        assertThat(Mailbag.stored(id).error()).contains("9900").contains("11400");
    }

    @Test
    void whileTheServerIsDownNothingIsLostAndEachArrivesOnceWhenItIsBack() {
        server.stop();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(queue("client" + i + "@exemple.fr"));
        }
        sender.send(ids);
        assertThat(ids).allSatisfy(id -> assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING"));
        server.start();
        sender.send(ids);
        assertThat(server.getReceivedMessages())
                .as("their minute has not passed")
                .isEmpty();
        bag.clock.moveForward(Duration.ofMinutes(1));
        sender.send(ids);
        sender.send(ids);
        assertThat(recipients()).hasSize(30).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(Mailbag.stored(id).state()).isEqualTo("SENT"));
    }

    @Test
    void afterFiveDelaysItIsDead() {
        server.stop();
        long id = queue("lea@exemple.fr");
        for (long minutes : new long[] {1, 5, 30, 120, 720}) {
            sender.send(List.of(id));
            assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING");
            bag.clock.moveForward(Duration.ofMinutes(minutes).minusSeconds(1));
            sender.send(List.of(id));
            bag.clock.moveForward(Duration.ofSeconds(1));
        }
        assertThat(Mailbag.stored(id).attempts()).isEqualTo(5);
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("DEAD");
        assertThat(Mailbag.stored(id).error()).isNotBlank();
    }

    @Test
    void twoSendersAtOnceSendEachOnce() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(queue("client" + i + "@exemple.fr"));
        }
        AtOnce.all(4, () -> {
            sender.send(ids);
            return "";
        });
        sender.send(ids);
        assertThat(recipients()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aSenderKilledBeforeItsMarkSendsAgainUnderTheSameId() throws Exception {
        long id = queue("lea@exemple.fr");
        sender.send(List.of(id));
        Mailbag.SQL.update(
                "update notification set state = 'QUEUED', attempts = 0, next_try_at = ? where id = ?",
                bag.clock.instant().plus(Claims.LEASE),
                id);
        sender.send(List.of(id));
        assertThat(server.getReceivedMessages())
                .as("the lease of the dead sender holds")
                .hasSize(1);
        bag.clock.moveForward(Claims.LEASE);
        sender.send(List.of(id));
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void theSameFactToldTwiceIsOneRow() {
        NewNotification told = new NewNotification(
                bag.town.portalId,
                Channel.MAIL,
                NotificationEvent.ORDER_LINK,
                "told:" + bag.sale.orderId,
                "lea@exemple.fr",
                "fr",
                bag.sale.orderId,
                null,
                null,
                null,
                null,
                java.util.Map.of());
        bag.woken.clear();
        bag.notifications().queue(List.of(told, told));
        bag.notifications().queue(told);
        assertThat(bag.woken).hasSize(1);
        sender.send(bag.woken);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private long queue(String recipient) {
        return bag.queue(NotificationEvent.ORDER_LINE_CONFIRMED, Channel.MAIL, recipient, "fr");
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private List<String> recipients() {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> GreenMailUtil.getAddressList(addresses(mail)))
                .toList();
    }

    private static Address[] addresses(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String replyTo(MimeMessage mail) throws Exception {
        return ((InternetAddress) mail.getReplyTo()[0]).getAddress();
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
