package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.halle.catalog.model.ProductKind;
import fr.halle.document.service.QuoteEnclosure;
import fr.halle.portal.model.Preset;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.FreeLine;
import fr.halle.sales.service.NewRequest;
import fr.halle.sales.service.QuoteClock;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteEnds;
import fr.halle.sales.service.QuoteFacts;
import fr.halle.sales.service.QuoteLetters;
import fr.halle.sales.service.QuoteLines;
import fr.halle.sales.service.QuoteMail;
import fr.halle.sales.service.QuoteSending;
import fr.halle.sales.service.RequestOpening;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.Beans;
import fr.halle.testing.Camille;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S21, S22, C24: the mail that brings a quote brings its PDF, once; the reminder brings none. */
class AQuoteTravelsWithItsMailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    private final TestClock clock = new TestClock("2026-11-22T10:00");
    private final Actor secretary = Actor.merchant(TestIds.id(), "Maud", shop.merchantId, Role.SECRETARY);
    private Beans beans = new Beans();

    @BeforeEach
    void up() {
        server.start();
        URI address = URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort());
        TestTransactions transactions = new TestTransactions();
        beans = new Beans(
                        Mailbag.SQL,
                        new TestIds(),
                        clock,
                        transactions,
                        transactions.afterCommit,
                        new Gateways(
                                new SmtpTransport(address, "commandes@halle.test", clock::instant, id -> "halle." + id),
                                new LogSms()))
                .observing(QuoteFacts.class, QuoteEnds.class, QuoteLetters.class, QuoteEnclosure.class);
    }

    @AfterEach
    void down() {
        server.stop();
    }

    @Test
    void asItsOneEnclosure() throws Exception {
        sent("Été & <b>neige</b>");
        MimeMessage mail = leave("QUOTE_SENT");
        List<BodyPart> files = files(mail);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).getFileName()).isEqualTo("devis-1.pdf");
        assertThat(files.get(0).getContentType()).startsWith("application/pdf");
        byte[] pdf = files.get(0).getInputStream().readAllBytes();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Été & <b>neige</b>", "Camille Lefèvre");
        }
        assertThat(mail.getSubject()).isEqualTo("Votre séjour");
        MimeMultipart words = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat((String) words.getBodyPart(0).getContent()).contains("Bonjour Camille", "/quote?token=");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void butTheReminderBringsNone() throws Exception {
        long quote = sent("Cours");
        leave("QUOTE_SENT");
        server.purgeEmailFromAllMailboxes();
        clock.set("2026-12-05T09:00");
        TestDatabase.inTransaction(() -> beans.get(QuoteClock.class).advance(quote));
        TestDatabase.inTransaction(() -> beans.get(QuoteClock.class).advance(quote));
        MimeMessage mail = leave("QUOTE_REMINDER");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(files(mail)).isEmpty();
        assertThat(mail.getSubject()).isEqualTo("Votre devis n°\u00a01 expire demain");
        assertThat(text(mail)).contains("expire demain", "6 décembre").doesNotContain("places gardées");
    }

    @Test
    void whichNamesThePlacesOnlyWhereSomeAreKept() throws Exception {
        long quote = sent("Cours");
        leave("QUOTE_SENT");
        server.purgeEmailFromAllMailboxes();
        keepsAPlace(quote);
        clock.set("2026-12-05T09:00");
        TestDatabase.inTransaction(() -> beans.get(QuoteClock.class).advance(quote));
        assertThat(text(leave("QUOTE_REMINDER"))).contains("les places gardées pour vous seront rendues");
    }

    @Test
    void orSaysTodayWhereNobodyCameToItTheDayBefore() throws Exception {
        long quote = sent("Cours");
        Mailbag.SQL.update("update quote set language = 'en' where id = ?", quote);
        leave("QUOTE_SENT");
        server.purgeEmailFromAllMailboxes();
        clock.set("2026-12-06T09:00");
        TestDatabase.inTransaction(() -> beans.get(QuoteClock.class).advance(quote));
        MimeMessage mail = leave("QUOTE_REMINDER");
        assertThat(mail.getSubject()).isEqualTo("Your quote no. 1 expires today");
        assertThat(text(mail)).contains("expires today").doesNotContain("tomorrow");
    }

    private void keepsAPlace(long quote) {
        long capacity = shop.stock(shop.product(ProductKind.GOODS, "Luge", 2500, 2000), 4);
        Mailbag.SQL.update(
                "insert into quote_claim (line_id, capacity_id, quantity) select id, ?, 1 from quote_line where quote_id = ?",
                capacity,
                quote);
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    private long sent(String label) {
        NewRequest asked = Camille.asks(
                beans.get(Desks.class).at(shop.portalId, shop.merchantId).id(), "Bonjour");
        long request = TestDatabase.inTransaction(
                () -> beans.get(RequestOpening.class).open(asked, Actor.customer(0, "Camille Lefèvre")));
        QuoteDesk quotes = beans.get(QuoteDesk.class);
        long quote = TestDatabase.inTransaction(() -> quotes.begin(secretary, request));
        FreeLine typed = new FreeLine(null, ProductKind.GOODS, label, 20_000, 2000, 1, null, null);
        TestDatabase.inTransaction(() -> beans.get(QuoteLines.class).addFree(secretary, quote, typed));
        int version = quotes.view(secretary, quote).head().version();
        TestDatabase.inTransaction(() -> beans.get(QuoteSending.class)
                .send(
                        secretary,
                        quote,
                        version,
                        Camille.form(),
                        new QuoteMail(MailContentKind.QUOTE, "Votre séjour", "Bonjour Camille")));
        return quote;
    }

    /** What was written of this kind leaves, twice asked. */
    private MimeMessage leave(String event) {
        List<Long> ids = Mailbag.SQL.list(
                "select id from notification where portal_id = ? and event = ?",
                row -> row.number("id"),
                shop.portalId,
                event);
        beans.get(Sender.class).send(ids);
        beans.get(Sender.class).send(ids);
        assertThat(ids).hasSize(1);
        assertThat(Mailbag.stored(ids.get(0)).error()).isNull();
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static List<BodyPart> files(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        List<BodyPart> files = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            if (Part.ATTACHMENT.equals(parts.getBodyPart(i).getDisposition())) {
                files.add(parts.getBodyPart(i));
            }
        }
        return files;
    }
}
