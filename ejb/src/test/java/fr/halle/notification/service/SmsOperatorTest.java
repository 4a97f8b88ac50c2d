package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Settings;
import fr.halle.shared.service.HalleClock;
import fr.halle.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A merchant's alert (M04, T08, K13) goes through a real SMPP session to an operator in this process. */
class SmsOperatorTest {

    private final SmsOperator operator = new SmsOperator();
    private final Mailbag bag = new Mailbag();
    private final SmppGateway gateway =
            new SmppGateway(URI.create("smpp://halle:secret@127.0.0.1:" + SmsOperator.PORT + "?from=Halle"));
    private final Sender sender = bag.sender(new Outbox(), gateway);

    @AfterEach
    void close() throws IOException {
        gateway.close();
        operator.stop();
    }

    @Test
    void arrivesInTheAlphabetOfPhonesAtTheInternationalNumber() throws IOException {
        operator.start();
        long id = queue("06 12 34 56 78");
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).error()).isNull();
        SmsOperator.Taken sms = operator.taken().get(0);
        assertThat(sms.destination()).isEqualTo("33612345678");
        assertThat(sms.source()).isEqualTo("Halle");
        assertThat(sms.coding()).isZero();
        assertThat(new String(sms.body(), StandardCharsets.ISO_8859_1))
                .as("letters of US-ASCII have the same codes in GSM 03.38")
                .isEqualTo("Ville : nouvelle commande " + bag.goods.number()
                        + ", 2 prestations, retrait lundi 23 novembre, 10:30 - 11:00.");
    }

    @Test
    void bindsOnceForAllAndAgainAfterABreak() throws IOException {
        operator.start();
        sender.send(List.of(queue("0612345678"), queue("0612345679")));
        assertThat(operator.binds()).isEqualTo(1);
        operator.stop();
        long id = queue("0612345670");
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING");
        operator.start();
        bag.clock.moveForward(Duration.ofMinutes(1));
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("SENT");
        assertThat(operator.taken()).hasSize(3);
        assertThat(operator.binds()).isEqualTo(2);
    }

    @Test
    void aNumberTheOperatorDoesNotKnowIsDeadAtOnce() throws IOException {
        operator.start();
        operator.refuse("33612345678");
        long refused = queue("0612345678");
        long nonsense = queue("le bureau");
        long good = queue("0698765432");
        sender.send(List.of(refused, nonsense, good));
        assertThat(Mailbag.stored(refused).state()).isEqualTo("DEAD");
        assertThat(Mailbag.stored(nonsense).state()).isEqualTo("DEAD");
        assertThat(Mailbag.stored(good).state()).isEqualTo("SENT");
    }

    @Test
    void whoIsThrottledTriesAgainAndIsNotForgotten() throws IOException {
        operator.start();
        operator.refuse("33612345678", SmsOperator.THROTTLED);
        long id = queue("0612345678");
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING");
        assertThat(Mailbag.stored(id).error()).contains("88");
        operator.accept("33612345678");
        bag.clock.moveForward(Duration.ofMinutes(1));
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("SENT");
        assertThat(operator.binds()).as("the session outlives a refusal").isEqualTo(1);
    }

    @Test
    void aPasswordThatNoLongerHoldsIsAReasonToReadAndNoLoss() throws IOException {
        operator.start();
        operator.changePassword("new");
        long id = queue("0612345678");
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING");
        assertThat(Mailbag.stored(id).error()).doesNotContain("secret").contains("gateway");
        operator.changePassword("secret");
        bag.clock.moveForward(Duration.ofMinutes(1));
        sender.send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("SENT");
    }

    @Test
    void anOperatorThatKeepsSilentIsAskedAgainInANewSession() throws IOException {
        operator.start();
        operator.ignore("33612345678");
        long id = queue("0612345678");
        long other = queue("0698765432");
        sender.send(List.of(id, other));
        assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING");
        assertThat(Mailbag.stored(other).state()).isEqualTo("SENT");
        assertThat(operator.binds()).isEqualTo(2);
    }

    @Test
    void aLongTextTravelsInSegmentsThatNameEachOther() throws IOException {
        operator.start();
        gateway.send(0x1234, "+33612345678", "a".repeat(153) + "b".repeat(40));
        assertThat(operator.taken()).hasSize(2);
        assertThat(operator.taken()).allSatisfy(sms -> assertThat(sms.kind()).isEqualTo((byte) 0x40));
        assertThat(operator.taken().get(0).body())
                .startsWith(5, 0, 3, 0x34, 2, 1)
                .hasSize(6 + 153);
        assertThat(operator.taken().get(1).body())
                .startsWith(5, 0, 3, 0x34, 2, 2)
                .hasSize(6 + 40);
    }

    @Test
    void aNightsOrderWaitsForTheMorning() throws IOException {
        operator.start();
        bag.clock.set("2026-11-20T23:15");
        long id = queue("0612345678");
        sender.send(List.of(id));
        assertThat(operator.taken()).isEmpty();
        assertThat(Mailbag.stored(id).state()).isEqualTo("QUEUED");
        assertThat(Mailbag.stored(id).attempts()).isZero();
        bag.clock.set("2026-11-21T06:59");
        sender.send(List.of(id));
        assertThat(operator.taken()).isEmpty();
        bag.clock.set("2026-11-21T07:00");
        sender.send(List.of(id));
        assertThat(operator.taken()).hasSize(1);
    }

    @Test
    void quietHoursMayLieWithinADayOrBeSwitchedOff() {
        QuietHours nap = new QuietHours(13, 15);
        assertThat(nap.endAfter(TestClock.instantOf("2026-11-20T12:59").atZone(HalleClock.PARIS)))
                .isEmpty();
        assertThat(nap.endAfter(TestClock.instantOf("2026-11-20T13:00").atZone(HalleClock.PARIS)))
                .hasValueSatisfying(end -> assertThat(end.getHour()).isEqualTo(15));
        assertThat(new QuietHours(0, 0)
                        .endAfter(TestClock.instantOf("2026-11-20T00:30").atZone(HalleClock.PARIS)))
                .isEmpty();
        Settings chosen =
                new Settings(Preset.TOWN_PICKUP, Map.of("sms.quietFromHour", "20", "sms.quietUntilHour", "9"));
        assertThat(QuietHours.of(chosen)).as("K13").isEqualTo(new QuietHours(20, 9));
    }

    @Test
    void accentsOfTheGsmAlphabetCostNothingAndOthersAreCountedInUcs2() {
        assertThat(SmsText.of("é".repeat(160)).segments()).hasSize(1);
        assertThat(SmsText.of("é".repeat(161)).segments()).hasSize(2);
        assertThat(SmsText.of("☃".repeat(70)).ucs2()).isTrue();
        assertThat(SmsText.of("☃".repeat(70)).segments()).hasSize(1);
        assertThat(SmsText.of("☃".repeat(71)).segments()).hasSize(2);
        assertThat(SmsText.of("Forêt d’Août – « çà » Œuvre…").ucs2())
                .as("what French needs is written with the letters there are")
                .isFalse();
        assertThat(new String(
                        SmsText.of("Forêt d’Août – « ç » Œuvre").segments().get(0), StandardCharsets.US_ASCII))
                .isEqualTo("Foret d'Aout - \" c \" OEuvre");
        assertThat(SmsText.of("€".repeat(81)).segments())
                .as("the euro sign takes two places")
                .hasSize(2);
        byte[] second = SmsText.of("a".repeat(200)).segment(0x1234, 1);
        assertThat(second).startsWith(5, 0, 3, 0x34, 2, 2).hasSize(6 + 47);
    }

    private long queue(String recipient) {
        return bag.queue(NotificationEvent.NEW_ORDER, Channel.SMS, recipient, "fr");
    }
}
