package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shop is killed while it hands mails to a mail server: none is lost, and what went twice went under the same Message-ID. */
class MailsOutliveAKilledShopIT {

    private static final int MAILS = 1000;
    private static final int SOME = 60;
    private static final int PORT = 30925;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void everyMailArrivesAndAtMostTheOneInFlightTwice() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (RunningShop shop = RunningShop.own("mails", "-Dhalle.smtp.url=smtp://127.0.0.1:" + PORT)) {
            queue(shop.databaseUrl());
            assertThat(server.waitForIncomingEmail(PATIENCE.toMillis(), SOME)).isTrue();
            shop.kill();
            int before = server.getReceivedMessages().length;
            assertThat(before).as("it was killed in the middle").isLessThan(MAILS);
            // A mail left by the killed sender is another's after its lease: the shop is down for as long.
            shop.update("update clock_shift set seconds = seconds + extract(epoch from interval '6 minutes')");
            shop.start();
            Await.until(PATIENCE, "every mail is there", () -> distinct(server) >= MAILS);
            assertThat(distinct(server)).isEqualTo(MAILS);
            assertThat(ids(server).size() - MAILS).as("mails that went twice").isBetween(0, 4);
            Await.until(PATIENCE, "every row is marked", () -> waiting(shop.databaseUrl()) == 0);
        } finally {
            server.stop();
        }
    }

    /** A letter that needs no order; the sweeper finds the rows, since no transaction of the shop wrote them. */
    private static void queue(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into notification (id, portal_id, channel, event, key, recipient, language, data, state,"
                            + " created_at, next_try_at) select -n, (select min(id) from portal), 'MAIL', 'PAYMENT_RETURNED',"
                            + " 'killed:' || n, 'client' || n || '@exemple.fr', 'fr', '{\"amountCents\": \"1200\"}', 'QUEUED',"
                            + " now() - interval '1 minute', now() - interval '1 minute' from generate_series(1, "
                            + MAILS + ") n");
        }
    }

    private static long waiting(String database) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from notification where key like 'killed:%' and state <> 'SENT'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int distinct(GreenMail server) {
        Set<String> different = new HashSet<>(ids(server));
        return different.size();
    }

    private static List<String> ids(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(MailsOutliveAKilledShopIT::isOurs)
                .map(MailsOutliveAKilledShopIT::id)
                .toList();
    }

    /** The demo's own jobs write to its merchants meanwhile. */
    private static boolean isOurs(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().matches("client\\d+@exemple\\.fr");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
