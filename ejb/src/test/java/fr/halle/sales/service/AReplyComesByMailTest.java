package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.MessageIds;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.notification.service.NotificationsBuried;
import fr.halle.sales.model.MessageSource;
import fr.halle.shared.model.Actor;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C23: what comes into the mailbox of replies, from customers, from machines and from whoever means harm, read over IMAP. */
class AReplyComesByMailTest {

    private static final String CAMILLE = "camille@exemple.fr";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final OpenDesk sales = new OpenDesk();
    private final ReplyMailbox mailbox;
    private final RequestReading reading;
    private final Actor secretary;
    private final long request;
    private final String key;

    AReplyComesByMailTest() {
        sales.sql.update(
                "insert into portal_setting (portal_id, key, value) values (?, 'sales.reply_address', ?)",
                sales.shop.portalId,
                "reponse+{key}@p" + sales.shop.portalId + ".example.org");
        sales.beans.observing(AnswersLeave.class);
        mailbox = sales.beans.get(ReplyMailbox.class);
        reading = sales.beans.get(RequestReading.class);
        secretary = sales.secretary("Sandrine Laloy");
        request = sales.open("Auriez-vous un cours ?");
        key = sales.sql
                .one("select mail_key from sales_request where id = ?", row -> row.text("mail_key"), request)
                .orElseThrow();
        sales.beans.observing(ContactNews.class);
    }

    @BeforeEach
    void up() {
        server.start();
        server.setUser("reponses@example.org", "reponses", "secret");
        mailbox.at("imap://reponses:secret@127.0.0.1:" + server.getImap().getPort());
    }

    @AfterEach
    void down() {
        server.stop();
    }

    @Test
    void toTheAddressOfItsConversationAndIsUnreadThere() {
        TestDatabase.inTransaction(() -> reading.opened(secretary, request));
        arrives(
                plain(
                        "Le mercredi serait parfait.\r\n\r\nLe lun. 23 nov. 2026 à 10:00, ESF <a@b.example> a écrit :\r\n> Lundi ou mercredi ?\r\n"));
        SaidMessage reply = last();
        assertThat(reply.body()).isEqualTo("Le mercredi serait parfait.");
        assertThat(reply.quoted()).contains("a écrit", "> Lundi ou mercredi ?");
        assertThat(reply.source()).isEqualTo(MessageSource.MAIL);
        assertThat(reply.author()).isEqualTo("Camille Lefèvre");
        assertThat(unread()).isEqualTo(1);
        assertThat(in(ReplyMailbox.KEPT)).isEqualTo(1);
        assertThat(in("INBOX")).isZero();
    }

    @Test
    void twiceAndStandsThereOnce() {
        String mail = plain("Une fois");
        arrives(mail);
        arrives(mail);
        assertThat(count()).isEqualTo(2);
        assertThat(in(ReplyMailbox.KEPT)).isEqualTo(2);
        assertThat(desk()).as("and its desk is told once").containsExactly(sales.desk.email());
    }

    /** S10, P07: its requests go to this address, and so does what is said of them later. */
    @Test
    void andItsDeskIsToldOfEachAtTheAddressOfItsObject() {
        long object = TestIds.id();
        sales.sql.update(
                "insert into contact_object (id, desk_id, language, label, email, position) values (?, ?, 'fr', 'Groupes', 'groupes@ecole.fr', 1)",
                object,
                sales.desk.id());
        sales.sql.update("update sales_request set object_id = ? where id = ?", object, request);
        arrives(plain("Le mercredi ?"));
        arrives(plain("Ou le jeudi ?"));
        assertThat(desk()).containsExactly("groupes@ecole.fr", "groupes@ecole.fr");
        assertThat(sales.sql.number(
                        "select count(*) from notification n join request_message m on m.request_id = n.subject_id and m.id = (n.data ->> 'message')::bigint"
                                + " where n.event = 'CUSTOMER_WROTE' and m.request_id = ? and m.source = 'MAIL'",
                        request))
                .as("each names its own")
                .isEqualTo(2);
        sales.sql.update("update contact_object set retired_at = now() where id = ?", object);
        arrives(plain("Ou le vendredi ?"));
        assertThat(desk()).as("nobody reads there any more").hasSize(3).last().isEqualTo(sales.desk.email());
        TestDatabase.inTransaction(() -> sales.beans.get(RequestFiling.class).spam(secretary, request));
        arrives(plain("Gagnez à la loterie"));
        assertThat(desk()).as("spam is silent").hasSize(3);
        assertThat(count()).as("and kept").isEqualTo(5);
    }

    private List<String> desk() {
        return sales.told(NotificationEvent.CUSTOMER_WROTE, request);
    }

    @Test
    void inTheCharsetsOfOldClients() {
        arrives(encoded("iso-8859-15", "8bit", "Voilà 12 € à Noël".getBytes(Charset.forName("iso-8859-15"))));
        assertThat(last().body()).isEqualTo("Voilà 12 € à Noël");
        arrives(encoded("windows-1252", "8bit", "« l’œuvre » – 5 €".getBytes(Charset.forName("windows-1252"))));
        assertThat(last().body()).isEqualTo("« l’œuvre » – 5 €");
        arrives(encoded("iso-8859-1", "8bit", "“smart” 5 €".getBytes(Charset.forName("windows-1252"))));
        assertThat(last().body()).as("Latin-1 means Windows-1252").isEqualTo("“smart” 5 €");
        arrives(encoded(
                "utf-8", "quoted-printable", "No=C3=ABl =\r\net =E2=82=AC".getBytes(StandardCharsets.US_ASCII)));
        assertThat(last().body()).isEqualTo("Noël et €");
        arrives(encoded(
                "utf-8", "base64", Base64.getMimeEncoder().encode("Été en base64".getBytes(StandardCharsets.UTF_8))));
        assertThat(last().body()).isEqualTo("Été en base64");
        arrives(encoded("utf-7", "7bit", "Hi Mom +Jjo-!".getBytes(StandardCharsets.US_ASCII)));
        assertThat(last().body()).isEqualTo("Hi Mom +Jjo-!");
        arrives(encoded("x-unknown", "8bit", "Déjà vu".getBytes(StandardCharsets.UTF_8)));
        assertThat(last().body()).isEqualTo("Déjà vu");
        arrives(encoded("utf-8", "8bit", "latin déclaré utf-8 : é".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(last().body()).endsWith("é");
    }

    @Test
    void asAPageAndIsReadAsWordsAlone() {
        arrives(
                head("text/html; charset=utf-8", "8bit")
                        + bytes(
                                "<html><head><style>p{}</style></head><body><p>Bonjour,<br>oui &amp; merci</p><script>alert(1)</script>"
                                        + "<img src=x onerror=alert(2)><div class=\"gmail_quote\">Le lundi, ESF a écrit :<blockquote>Lundi ?</blockquote></div></body></html>\r\n"));
        assertThat(last().body()).isEqualTo("Bonjour,\noui & merci");
        assertThat(last().quoted()).contains("Lundi ?");
        assertThat(last().body() + last().quoted()).doesNotContain("alert", "<");
        arrives(head("text/html", "8bit")
                + "<table><tr><td>Lundi</td><td>9 h</td></tr><tr><td>Mardi</td></tr></table>\r\n");
        assertThat(last().body()).as("cells stand apart").isEqualTo("Lundi 9 h\nMardi");
        arrives(plain("<script>alert('x')</script> & <b>gras</b>"));
        assertThat(last().body()).as("script in a text is text").isEqualTo("<script>alert('x')</script> & <b>gras</b>");
    }

    @Test
    void withFilesAsFarAsTheyMayBeKept() {
        String eleven = Base64.getMimeEncoder().encodeToString(new byte[11 * 1024 * 1024]);
        String pdf = Base64.getMimeEncoder().encodeToString("%PDF-1.7 plan".getBytes(StandardCharsets.US_ASCII));
        arrives(head("multipart/mixed; boundary=b", "7bit")
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVoici le plan.\r\n"
                + "--b\r\nContent-Type: application/pdf; name=\"../../plan.pdf\"\r\nContent-Disposition: attachment; filename=\"../../plan.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + pdf
                + "\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=\"film.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + eleven + "\r\n--b--\r\n");
        assertThat(last().body()).isEqualTo("Voici le plan.");
        assertThat(last().files()).hasSize(2);
        assertThat(last().files().get(0).name()).isEqualTo("plan.pdf");
        assertThat(last().files().get(0).mediaType()).isEqualTo("application/pdf");
        RequestFile film = last().files().get(1);
        assertThat(film.name()).isEqualTo("film.png");
        assertThat(film.isLeft()).as("both sides see that it is missing").isTrue();
        assertThatThrownBy(() -> sales.beans.get(RequestFiles.class).of(secretary, film.id()))
                .isInstanceOf(RequestUnknown.class);
        assertThat(reading.byId(secretary, request).events())
                .anySatisfy(event -> assertThat(event.act() + event.detail()).isEqualTo("FILE_LEFTfilm.png"));
    }

    /** 30 MB are 41 in a mail, more than is taken into memory whole. */
    @Test
    void withAFileOfThirtyMegabytesAndItsWordsArriveWithoutIt() {
        String thirty = ("A".repeat(76) + "\r\n").repeat(30_000_000 / 57);
        arrives(head("multipart/mixed; boundary=b", "7bit")
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVoici le film.\r\n"
                + "--b\r\nContent-Type: video/mp4\r\nContent-Disposition: attachment; filename=\"film.mp4\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + thirty + "--b--\r\n");
        assertThat(last().body()).isEqualTo("Voici le film.");
        assertThat(last().files()).singleElement().satisfies(film -> {
            assertThat(film.name()).isEqualTo("film.mp4");
            assertThat(film.isLeft()).isTrue();
        });
        assertThat(in(ReplyMailbox.KEPT)).isEqualTo(1);
    }

    @Test
    void withFilesThatAnOutlookWrappedIntoOne() {
        String wrapped =
                "789f3e22" + "0100" + attribute("01", 0x89006, "xx") + file("résa.txt", "Un plan") + file("b.txt", "b");
        arrives(winmail(wrapped));
        assertThat(last().files()).extracting(RequestFile::name).containsExactly("résa.txt", "b.txt");
        assertThat(last().files().get(0).bytes()).isEqualTo("Un plan".length());
        for (String broken : List.of(
                "789f3e22",
                "789f3e220100",
                wrapped.substring(0, 40),
                "789f3e220100" + "02" + "0f800600" + "ffffff7f")) {
            arrives(winmail(broken));
            assertThat(last().files()).extracting(RequestFile::name).containsExactly("winmail.dat");
        }
    }

    /** Each name that is left is a row: whoever wraps two hundred thousand files of one letter does not fill our tables. */
    @Test
    void withMoreFilesWrappedIntoOneThanAnybodySends() {
        arrives(winmail("789f3e22" + "0100" + attribute("02", 0x6800f, "x").repeat(200_000)));
        assertThat(last().files()).hasSizeBetween(RequestFiles.MOST_FILES + 1, 300);
    }

    private String winmail(String hex) {
        return head("multipart/mixed; boundary=b", "7bit")
                + "--b\r\nContent-Type: text/plain\r\n\r\nVoici\r\n--b\r\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex)) + "\r\n--b--\r\n";
    }

    private static String file(String name, String content) {
        return attribute("02", 0x69002, "") + attribute("02", 0x18010, name + "\0") + attribute("02", 0x6800f, content);
    }

    private static String attribute(String level, int number, String value) {
        byte[] bytes = value.getBytes(Charset.forName("windows-1252"));
        return level + little(number) + little(bytes.length) + HexFormat.of().formatHex(bytes) + "0000";
    }

    private static String little(int number) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(number));
    }

    /** RFC 3676: what a program broke is one line again. */
    @Test
    void inLinesThatTheProgramBroke() {
        arrives(
                head("text/plain; charset=utf-8; format=flowed", "8bit")
                        + bytes(
                                "Une phrase \r\ncoupée.\r\nUne autre.\r\n\r\n From, en tête\r\n> une question \r\n> coupée ?\r\n>> d’avant\r\n-- \r\nCamille\r\n"));
        assertThat(last().body()).isEqualTo("Une phrase coupée.\nUne autre.\n\nFrom, en tête\n-- \nCamille");
        assertThat(last().quoted()).isEqualTo("> une question coupée ?\n>> d’avant");
        arrives(head("text/plain; charset=utf-8; DelSp=yes; Format=Flowed", "8bit") + bytes("un mot cou \r\npé\r\n"));
        assertThat(last().body()).isEqualTo("un mot coupé");
    }

    @Test
    void fromAMachineAndIsKeptButNeverNewNorAnswered() {
        TestDatabase.inTransaction(() -> reading.opened(secretary, request));
        for (String header :
                List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "Return-Path: <>")) {
            arrives(header + "\r\n" + plain("Je suis absente jusqu’au 30 : " + header));
            assertThat(last().auto()).as(header).isTrue();
        }
        arrives("Auto-Submitted: no\r\n" + plain("C’est bien moi."));
        assertThat(last().auto()).isFalse();
        assertThat(unread()).isEqualTo(1);
        assertThat(desk()).as("of the person's mail").hasSize(1);
        assertThat(sales.sql.number("select count(*) from notification where subject_id = ?", request))
                .as("nobody is answered")
                .isEqualTo(1);
    }

    @Test
    void thatSaysAnAnswerDidNotArrive() {
        long answer = TestDatabase.inTransaction(() ->
                sales.beans.get(Answering.class).answer(secretary, request, new Said("Oui, à 9 h.", List.of(), 0)));
        long notification = sales.sql.number("select notification_id from request_message where id = ?", answer);
        arrives(report(called(notification), "delayed", CAMILLE));
        assertThat(bounced(answer)).as("a delay is no failure").isFalse();
        arrives(report(called(notification), "failed", "somebody@else.example"));
        assertThat(bounced(answer)).as("not the recipient").isFalse();
        arrives(report(called(notification), "failed", CAMILLE));
        assertThat(bounced(answer)).isTrue();
        arrives(report(called(notification), "failed", CAMILLE));
        assertThat(reading.byId(secretary, request).events())
                .filteredOn(event -> event.act() == RequestAct.BOUNCED)
                .hasSize(1);
    }

    /** None of these is a message: the history tells it, for each mail once. */
    @ParameterizedTest
    @EnumSource(names = {"CONTACT_ACKNOWLEDGED", "QUOTE_SENT", "QUOTE_REMINDER"})
    void thatSaysAnotherMailOfTheDeskDidNotArrive(NotificationEvent event) {
        long mail = queued(event);
        arrives(report(called(mail), "failed", "somebody@else.example"));
        assertThat(bounces()).isEmpty();
        arrives(report(called(mail), "failed", CAMILLE));
        arrives(report(called(mail), "failed", CAMILLE));
        assertThat(bounces()).containsExactly(event.name());
        assertThat(in(ReplyMailbox.UNKNOWN)).as("the stranger's alone").isEqualTo(1);
        sales.clock.moveForward(Duration.ofDays(1));
        long next = queued(event);
        TestDatabase.inTransaction(
                () -> sales.beans.get(AnswersLeave.class).given(new NotificationsBuried(List.of(next))));
        assertThat(bounces()).as("refused at once").containsExactly(event.name(), event.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACT_ARRIVED", "CUSTOMER_WROTE", "QUOTE_ANSWERED"})
    void thatSaysTheDesksOwnCopyDidNotArriveAndIsNoBounceOfTheCustomer(NotificationEvent event) {
        long mail = queued(event);
        arrives(report(called(mail), "failed", CAMILLE));
        assertThat(bounces()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACT_ACKNOWLEDGED", "QUOTE_SENT", "QUOTE_REMINDER"})
    void withoutTheKeyInAnswerToAnotherMailOfTheDesk(NotificationEvent event) {
        arrives("In-Reply-To: <" + called(queued(event)) + "@ecole.example>\r\n"
                + to("contact@ecole.example", CAMILLE, "Je réponds au devis"));
        assertThat(last().body()).isEqualTo("Je réponds au devis");
    }

    /** A mail about the request, as its writer queues it. */
    private long queued(NotificationEvent event) {
        String key = "test:" + TestIds.id();
        sales.beans
                .get(Notifications.class)
                .queue(new NewNotification(
                        sales.shop.portalId,
                        Channel.MAIL,
                        event,
                        key,
                        CAMILLE,
                        "fr",
                        null,
                        null,
                        null,
                        request,
                        sales.shop.merchantId,
                        Map.of()));
        return sales.sql.number("select id from notification where key = ?", key);
    }

    private List<String> bounces() {
        return reading.byId(secretary, request).events().stream()
                .filter(event -> event.act() == RequestAct.BOUNCED)
                .map(RequestEvent::detail)
                .toList();
    }

    @Test
    void withoutTheKeyButInAnswerToOurMailFromTheCustomersOwnAddress() {
        long answer = TestDatabase.inTransaction(
                () -> sales.beans.get(Answering.class).answer(secretary, request, new Said("Oui", List.of(), 0)));
        long notification = sales.sql.number("select notification_id from request_message where id = ?", answer);
        String inReply = "In-Reply-To: <" + called(notification) + "@ecole.example>\r\n";
        arrives(inReply + to("contact@ecole.example", "stranger@evil.example", "Je m’invite"));
        assertThat(count()).as("a number is no secret").isEqualTo(2);
        assertThat(in(ReplyMailbox.UNKNOWN)).isEqualTo(1);
        arrives(inReply + to("contact@ecole.example", CAMILLE, "C’est moi"));
        assertThat(last().body()).isEqualTo("C’est moi");
    }

    @Test
    void thatGuessesTheNumberOfOurMailAndIsNeitherHerWordsNorItsBounce() {
        long answer = TestDatabase.inTransaction(
                () -> sales.beans.get(Answering.class).answer(secretary, request, new Said("Oui", List.of(), 0)));
        long notification = sales.sql.number("select notification_id from request_message where id = ?", answer);
        String another = called(notification + 1).replaceFirst(".*\\.", "");
        for (String guessed : List.of(
                "halle." + notification,
                "halle." + notification + "." + "0".repeat(32),
                "halle." + notification + "." + another)) {
            arrives("References: <" + guessed + "@halle.example>\r\n"
                    + to("contact@ecole.example", CAMILLE, "J’annule tout"));
            arrives(report(guessed, "failed", CAMILLE));
        }
        assertThat(count()).as("who knows her address writes in her name").isEqualTo(2);
        assertThat(bounced(answer)).isFalse();
        assertThat(in(ReplyMailbox.UNKNOWN)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html/<p>a",
                "text/html/<b><p>a",
                "text/html/<blockquote>",
                "text/html/<div>&nbsp;",
                "text/plain/-- ",
                "text/plain/a\n"
            })
    void thatIsMadeToKeepUsBusy(String bomb) {
        String[] parts = bomb.split("/", 3);
        String body = parts[2].repeat(1_500_000 / parts[2].length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> MailReading.of(mail(head(parts[0] + "/" + parts[1] + "; charset=utf-8", "8bit") + body)));
    }

    @Test
    void withAFileThatIsCalledAMillionLetters() {
        for (String name :
                List.of("a".repeat(1_000_000), "." + ".".repeat(1_000_000) + "x", "=?utf-8?Q?a?= ".repeat(70_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                InboundMail read = MailReading.of(mail(head("multipart/mixed; boundary=b", "7bit")
                        + "--b\r\nContent-Type: text/plain\r\n\r\nVoici\r\n--b\r\nContent-Type: application/pdf\r\n"
                        + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\nx\r\n--b--\r\n"));
                assertThat(read.files()).hasSize(1);
                assertThat(FileTypes.name(read.files().get(0).name())).hasSizeLessThanOrEqualTo(120);
            });
        }
    }

    @Test
    void ofNobodysConversationAndWaitsForPeople() {
        arrives(to("reponse+" + "0".repeat(26) + "@p" + sales.shop.portalId + ".example.org", CAMILLE, "Perdu"));
        arrives(to("reponse+" + key + "@elsewhere.example", CAMILLE, "Ailleurs"));
        arrives("Content-Type: multipart/mixed\r\n\r\nno boundary at all");
        arrives(to(
                "reponse+" + key.toUpperCase(java.util.Locale.ROOT) + "@P" + sales.shop.portalId + ".EXAMPLE.org",
                CAMILLE,
                "En majuscules"));
        assertThat(last().body()).isEqualTo("En majuscules");
        assertThat(in(ReplyMailbox.UNKNOWN)).isEqualTo(3);
        assertThat(in("INBOX")).isZero();
        assertThat(sales.sql.number("select coalesce(sum(mails), 0) from reply_count where outcome = 'UNKNOWN'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void toAnArchivedRequestAndBringsItBack() {
        TestDatabase.inTransaction(() -> sales.beans.get(RequestFiling.class).archive(secretary, request));
        arrives(plain("Encore moi"));
        assertThat(sales.beans
                        .get(Requests.class)
                        .list(secretary, null, RequestFilter.OPEN, null, 25)
                        .rows())
                .hasSize(1);
    }

    private String called(long notification) {
        return sales.beans.get(MessageIds.class).of(notification);
    }

    private static MimeMessage mail(String raw) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void arrives(String raw) {
        try {
            MimeMessage mail = mail(raw);
            GreenMailUser user = server.getUserManager().getUser("reponses");
            server.getManagers().getImapHostManager().getInbox(user).store(mail);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        List<Long> waiting = mailbox.waiting(0, 100);
        TestDatabase.inTransaction(() -> mailbox.take(waiting));
    }

    private long in(String folder) {
        ImapHostManager hosts = server.getManagers().getImapHostManager();
        try {
            GreenMailUser user = server.getUserManager().getUser("reponses");
            var found = hosts.getFolder(user, folder);
            return found == null ? 0 : found.getMessageCount();
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private SaidMessage last() {
        List<SaidMessage> all = reading.byId(secretary, request).messages();
        return all.get(all.size() - 1);
    }

    private int count() {
        return reading.byId(secretary, request).messages().size();
    }

    private long unread() {
        return sales.sql.number("select unread from sales_request where id = ?", request);
    }

    private boolean bounced(long message) {
        return sales.sql.number("select count(*) from request_message where id = ? and bounced_at is not null", message)
                == 1;
    }

    /** A byte of the mail for a character of the text: what is UTF-8 is written so first. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String plain(String text) {
        return head("text/plain; charset=utf-8", "8bit") + bytes(text) + "\r\n";
    }

    private String encoded(String charset, String transfer, byte[] body) {
        return head("text/plain; charset=" + charset, transfer) + new String(body, StandardCharsets.ISO_8859_1)
                + "\r\n";
    }

    private String head(String type, String transfer) {
        return "Message-ID: <m" + TestIds.id() + "@mail.example>\r\nFrom: =?utf-8?Q?Camille_Lef=C3=A8vre?= <" + CAMILLE
                + ">\r\nTo: ESF <reponse+" + key + "@p" + sales.shop.portalId
                + ".example.org>\r\nSubject: Re: cours\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                + "\r\nContent-Transfer-Encoding: " + transfer + "\r\n\r\n";
    }

    private static String to(String recipient, String from, String text) {
        return "Message-ID: <m" + TestIds.id() + "@mail.example>\r\nFrom: <" + from + ">\r\nTo: " + recipient
                + "\r\nSubject: Re: cours\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + bytes(text)
                + "\r\n";
    }

    private static String report(String called, String action, String recipient) {
        return "Message-ID: <m" + TestIds.id()
                + "@mail.example>\r\nReturn-Path: <>\r\nFrom: MAILER-DAEMON@mail.example\r\nTo: commandes@halle.example\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n"
                + "--r\r\nContent-Type: text/plain\r\n\r\nUser unknown\r\n"
                + "--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\nFinal-Recipient: rfc822; "
                + recipient + "\r\nAction: " + action + "\r\nStatus: 5.1.1\r\n\r\n"
                + "--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" + called
                + "@halle.example>\r\nSubject: x\r\n\r\n--r--\r\n";
    }
}
