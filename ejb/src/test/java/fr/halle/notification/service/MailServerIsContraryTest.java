package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail server that refuses, keeps silent or hangs up: what may pass is tried again, ever later; what may not is dead, with its reason. */
class MailServerIsContraryTest {

    private final Mailbag bag = new Mailbag();

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource({
        "CONNECT, 421 too busy,                RETRYING",
        "CONNECT, 554 go away,                 RETRYING",
        "CONNECT, CUT,                         RETRYING",
        "MAIL,    451 later,                   RETRYING",
        "RCPT,    450 4.7.1 greylisted,        RETRYING",
        "RCPT,    452 4.2.2 mailbox full,      RETRYING",
        "RCPT,    550 5.1.1 no such user,      DEAD",
        "DATA,    451 later,                   RETRYING",
        "END,     452 no room,                 RETRYING",
        "END,     CUT,                         RETRYING"
    })
    void isTriedAgainUnlessTheAddressIsWrong(String at, String answer, String state) throws IOException {
        try (ContraryMailServer server = new ContraryMailServer(new ContraryMailServer.Whim(at, answer))) {
            long id = queue("lea@exemple.fr");
            sender(server).send(List.of(id));
            assertThat(Mailbag.stored(id).state()).isEqualTo(state);
            assertThat(Mailbag.stored(id).attempts()).isEqualTo(1);
            assertThat(Mailbag.stored(id).error()).as("the operator reads why").isNotBlank();
            assertThat(Mailbag.SQL.number(
                            "select count(*) from notification where id = ? and bounced_at is not null", id))
                    .as("O16: the cockpit's bounces are what the recipient's server refused")
                    .isEqualTo(state.equals("DEAD") ? 1 : 0);
            assertThat(server.taken()).isZero();
        }
    }

    /** It looks for viruses first: who does not wait sends its customer the same mail six times. */
    @Test
    void whoTakesItsTimeGetsTheMailOnce() throws IOException {
        try (ContraryMailServer server =
                new ContraryMailServer(new ContraryMailServer.Whim("END", ContraryMailServer.LATE))) {
            long id = queue("lea@exemple.fr");
            sender(server).send(List.of(id));
            assertThat(Mailbag.stored(id).state()).isEqualTo("SENT");
            assertThat(server.taken()).isEqualTo(1);
        }
    }

    /** A tarpit: it takes the connection and says nothing. It costs one wait, not one for each mail. */
    @Test
    void whoKeepsSilentHoldsUpNobodyForLong() throws IOException {
        try (ContraryMailServer server =
                new ContraryMailServer(new ContraryMailServer.Whim("CONNECT", ContraryMailServer.SILENCE))) {
            List<Long> ids = List.of(queue("un@exemple.fr"), queue("deux@exemple.fr"), queue("trois@exemple.fr"));
            long began = System.nanoTime();
            sender(server).send(ids);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("less than the lease, so that no other sender takes them meanwhile")
                    .isLessThan(Claims.LEASE.dividedBy(3));
            assertThat(ids)
                    .allSatisfy(id -> assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void eachTryWaitsLongerThanTheOneBeforeAndTheLastIsDeadWithItsReason() throws IOException {
        try (ContraryMailServer server =
                new ContraryMailServer(new ContraryMailServer.Whim("RCPT", "450 4.7.1 greylisted"))) {
            Sender sender = sender(server);
            long id = queue("lea@exemple.fr");
            List<Duration> waits = new ArrayList<>();
            sender.send(List.of(id));
            while (Mailbag.stored(id).state().equals("RETRYING")) {
                Duration wait = Duration.between(bag.clock.instant(), nextTry(id));
                waits.add(wait);
                bag.clock.moveForward(wait);
                sender.send(List.of(id));
            }
            assertThat(waits).isSorted().doesNotHaveDuplicates().hasSize(5);
            assertThat(Mailbag.stored(id).state()).isEqualTo("DEAD");
            assertThat(Mailbag.stored(id).error()).contains("greylisted");
        }
    }

    private Sender sender(ContraryMailServer server) {
        return bag.sender(new SmtpTransport(
                URI.create("smtp://127.0.0.1:" + server.port()),
                "commandes@halle.test",
                bag.clock::instant,
                id -> "halle." + id));
    }

    private long queue(String recipient) {
        return bag.queue(NotificationEvent.ORDER_LINE_CONFIRMED, Channel.MAIL, recipient, "fr");
    }

    private static Instant nextTry(long id) {
        return Mailbag.SQL
                .one("select next_try_at from notification where id = ?", row -> row.instant("next_try_at"), id)
                .orElseThrow();
    }
}
