package fr.halle.outside.service;

import static fr.halle.outside.model.OutsidePushState.DEAD;
import static fr.halle.outside.model.OutsidePushState.QUEUED;
import static fr.halle.outside.model.OutsidePushState.RECEIPTED;
import static fr.halle.outside.model.OutsidePushState.RETRYING;
import static fr.halle.outside.model.OutsidePushState.SENT;
import static fr.halle.outside.model.OutsidePushState.UNKNOWN;
import static fr.halle.outside.model.OutsidePushState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S31, T09, K25: a sale of a catalogue is told to the outside system once, whatever happens on the way. */
class ASaleIsToldOutsideTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private final ConnectedDesk desk = new ConnectedDesk();
    private final long request = desk.request();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void andItsReceiptTicksTheBoxWhereThereIsNothingElse() {
        long push = desk.queue(request, 0);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.isDone(request)).isTrue();
        assertThat(desk.acts(request, "PUSHED")).isEqualTo(1);
        assertThat(desk.acts(request, "DONE")).isEqualTo(1);
        assertThat(desk.pushes.receipts(request)).containsValue("R-0");
        JsonNode told = desk.outside.lastSale();
        assertThat(told.path("catalogue").asText()).isEqualTo("ESF-PRIVE");
        assertThat(told.path("lines").get(0).path("totalCents").asLong()).isEqualTo(13_600);
        assertThat(told.path("customer").path("name").asText()).isEqualTo("Camille Lefèvre");
    }

    /** What the year is over for loses the name; the sale and its receipt are compared as before. */
    @Test
    void andAYearLaterTheCustomersNameGoes() {
        long told = desk.queue(request, 0);
        desk.sweep();
        OldNames names = desk.beans.get(OldNames.class);
        assertThat(names.due(told - 1, 10)).doesNotContain(told);
        desk.clock.moveForward(OldNames.KEPT.plusDays(1));
        long waiting = desk.queue(request, 0);
        assertThat(names.due(told - 1, 10)).contains(told).doesNotContain(waiting);
        names.forget(List.of(told, waiting));
        assertThat(named(told)).isEqualTo("- - ESF-PRIVE 13600");
        assertThat(named(waiting)).startsWith("Camille Lefèvre Camille Lefèvre");
        assertThat(names.due(told - 1, 10)).doesNotContain(told);
    }

    private String named(long push) {
        return desk.sql
                .one(
                        "select coalesce(nullif(customer, ''), '-') || ' ' || coalesce(body -> 'customer' ->> 'name', '-') || ' '"
                                + " || (body ->> 'catalogue') || ' ' || total_cents as it from outside_push where id = ?",
                        row -> row.text("it"),
                        push)
                .orElseThrow();
    }

    @Test
    void butOtherLinesAreLeftToTheSecretary() {
        desk.queue(request, 1);
        desk.sweep();
        assertThat(desk.isDone(request)).isFalse();
        assertThat(desk.acts(request, "PUSHED")).isEqualTo(1);
    }

    @Test
    void andOneOfTwoReceiptsDoesNotTickYet() {
        desk.queue(request, 0);
        desk.queue(request, 0);
        desk.outside.next(true, 201).next(false, 503);
        desk.sweep();
        assertThat(desk.isDone(request)).isFalse();
        desk.later(A_MINUTE);
        assertThat(desk.isDone(request)).isTrue();
    }

    @Test
    void onlyOnceThoughItsLineIsQueuedTwice() {
        long line = desk.part().lineId();
        long push = desk.queue(request, line, 0);
        assertThat(desk.queue(request, line, 0)).isEqualTo(push);
        desk.sweep();
        desk.sweep();
        assertThat(desk.outside.sent()).isEqualTo(1);
    }

    @Test
    void notAtAllWhenItsOrderWasRolledBack() {
        long line = desk.part().lineId();
        assertThatThrownBy(() -> desk.transactions.inNew(() -> {
                    desk.pushes.queue(
                            new SalesToPush(desk.deskId, request, "EP-1", "C", "fr", List.of(desk.sale(line)), 0));
                    throw new IllegalStateException("the order failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        desk.sweep();
        assertThat(desk.outside.calls).isEmpty();
    }

    @Test
    void aTimeOutAfterItWasTakenIsAskedAboutAndNotSentAgain() {
        long push = desk.queue(request, 0);
        desk.outside.next(true, 0);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(UNKNOWN);
        desk.later(A_MINUTE);
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.outside.calls).containsExactly("POST /v1/sales", "GET /v1/sales/KEY");
        assertThat(desk.outside.receipts).hasSize(1);
    }

    @Test
    void aTimeOutBeforeItWasTakenIsAskedAboutAndThenSentUnderTheSameKey() {
        long push = desk.queue(request, 0);
        desk.outside.next(false, 500);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(UNKNOWN);
        desk.later(A_MINUTE);
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.outside.calls).containsExactly("POST /v1/sales", "GET /v1/sales/KEY", "POST /v1/sales");
        assertThat(desk.outside.bodies.get(0)).isEqualTo(desk.outside.bodies.get(2));
    }

    @Test
    void aServerThatDiedWhileSendingIsFollowedUp() {
        long push = desk.queue(request, 0);
        desk.transactions.inNew(() -> desk.beans.get(PushSteps.class).claim(push));
        assertThat(desk.state(push)).isEqualTo(SENT);
        desk.sweep();
        assertThat(desk.outside.calls).as("it may still be at it").isEmpty();
        desk.later(A_MINUTE);
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.outside.calls).containsExactly("GET /v1/sales/KEY", "POST /v1/sales");
    }

    @Test
    void nobodyListeningIsTriedLessAndLessAndThenGivenUp() {
        long push = desk.queue(request, 0);
        for (int attempt = 0; attempt < 8; attempt++) {
            desk.outside.next(false, 503);
        }
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(RETRYING);
        for (int attempt = 0; attempt < 7; attempt++) {
            desk.later(Duration.ofHours(25));
        }
        assertThat(desk.state(push)).isEqualTo(DEAD);
        desk.later(Duration.ofDays(30));
        assertThat(desk.outside.sent()).isEqualTo(8);
    }

    @Test
    void aRefusalIsForGoodAndSaysWhy() {
        long push = desk.queue(request, 0);
        desk.outside.next(false, 422);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(DEAD);
        assertThat(desk.sql.number(
                        "select count(*) from outside_push where id = ? and last_error like '422 planned%'", push))
                .isEqualTo(1);
        assertThat(desk.isDone(request)).isFalse();
    }

    @Test
    void aWrongKeyIsPutRightAndNothingIsLost() {
        long push = desk.queue(request, 0);
        desk.outside.next(false, 401);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(RETRYING);
        desk.later(A_MINUTE);
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
    }

    @Test
    void cancelledBeforeItLeftItIsNeverTold() {
        long line = desk.part().lineId();
        long push = desk.queue(request, line, 0);
        desk.cancel(line);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(WITHDRAWN);
        assertThat(desk.outside.calls).isEmpty();
        assertThat(desk.isDone(request)).as("nothing was entered").isFalse();
    }

    @Test
    void cancelledAfterItsReceiptItIsCancelledThereOnce() {
        long line = desk.part().lineId();
        long push = desk.queue(request, line, 0);
        desk.sweep();
        desk.cancel(line);
        desk.cancel(line);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.state(desk.cancellationOf(push))).isEqualTo(RECEIPTED);
        assertThat(desk.outside.cancelled).hasSize(1);
        assertThat(desk.acts(request, "PUSHED")).isEqualTo(2);
    }

    @Test
    void cancelledWhileNobodyKnowsWhetherItArrivedItNeverArrivesAfterwards() {
        long line = desk.part().lineId();
        long push = desk.queue(request, line, 0);
        desk.outside.next(false, 0);
        desk.sweep();
        desk.cancel(line);
        // The cancellation overtakes the sale, which is refused when it comes.
        desk.delivery.deliver(desk.cancellationOf(push));
        assertThat(desk.state(push)).isEqualTo(WITHDRAWN);
        desk.later(A_MINUTE);
        assertThat(desk.outside.receipts).isEmpty();
    }

    @Test
    void aSaleThatComesAfterItsCancellationIsWithdrawn() {
        long push = desk.queue(request, 0);
        desk.outside.next(false, 410);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(WITHDRAWN);
    }

    @Test
    void twoServersSendItOnce() {
        long push = desk.queue(request, 0);
        Stream.generate(() -> CompletableFuture.runAsync(() -> desk.delivery.deliver(push)))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.outside.sent()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNoReceiptLeavesItOpen() {
        assertThat(OutsideReceipt.of(fr.halle.shared.service.Json.read("{\"receipt\":\"<b>\"}", JsonNode.class)))
                .isInstanceOf(OutsideAnswer.Unknown.class);
        assertThat(OutsideReceipt.of(fr.halle.shared.service.Json.read(
                        "{\"receipt\":\"R-1\",\"takenOn\":\"soon\"}", JsonNode.class)))
                .isInstanceOf(OutsideAnswer.Unknown.class);
        assertThat(OutsideReceipt.of(fr.halle.shared.service.Json.read(
                        "{\"receipt\":\"R-1\",\"takenOn\":\"+999999998-01-01\"}", JsonNode.class)))
                .as("a day that no calendar has")
                .isInstanceOf(OutsideAnswer.Unknown.class);
        assertThat(desk.state(desk.queue(request, 0))).isEqualTo(QUEUED);
    }

    @Test
    void anAnswerThatStopsHalfWayIsSilenceAndAskedAbout() {
        long push = desk.queue(request, 0);
        desk.outside.next(true, ScriptedOutside.STOPS_HALF_WAY);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> desk.sweep());
        assertThat(desk.state(push)).isEqualTo(UNKNOWN);
        desk.later(Duration.ofMinutes(2));
        assertThat(desk.state(push)).isEqualTo(RECEIPTED);
        assertThat(desk.outside.sent()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutEndDoesNotFillTheMemory() {
        long push = desk.queue(request, 0);
        desk.beans.get(OutsideHttp.class).waitOnly(Duration.ofSeconds(60));
        desk.outside.next(true, ScriptedOutside.NEVER_ENDS);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(UNKNOWN);
        assertThat(desk.outside.written).as("bytes that it could get rid of").hasValueLessThan(100_000_000);
    }
}
