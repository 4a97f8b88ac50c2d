package fr.halle.outside.service;

import static fr.halle.outside.service.ReconciledRow.Difference.AMOUNT;
import static fr.halle.outside.service.ReconciledRow.Difference.AWAITED;
import static fr.halle.outside.service.ReconciledRow.Difference.MISSING_HERE;
import static fr.halle.outside.service.ReconciledRow.Difference.MISSING_THERE;
import static fr.halle.outside.service.ReconciledRow.Difference.NONE;
import static fr.halle.outside.service.ReconciledRow.Difference.TWICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.outside.model.OutsidePushState;
import fr.halle.sales.service.OutsideDesk;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T09: what was refused is seen and replayed by whose it is, and a day's receipts are compared with the outside system's. */
class ADaysReceiptsAreComparedTest {

    private static final LocalDate DAY = LocalDate.parse(ScriptedOutside.DAY);

    private final ConnectedDesk desk = new ConnectedDesk();
    private final OutsideDesk seen = desk.beans.get(OutsideDesk.class);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud", desk.shop.merchantId, Role.SECRETARY);

    @AfterEach
    void close() {
        desk.close();
    }

    private String told(long push, String receipt, long cents) {
        String key = desk.sql
                .one("select idempotency_key::text as key from outside_push where id = ?", row -> row.text("key"), push)
                .orElseThrow();
        return row(key, receipt, cents);
    }

    private static String row(String key, String receipt, long cents) {
        return "{\"key\":\"" + key + "\",\"receipt\":\"" + receipt + "\",\"product\":\"P\",\"totalCents\":" + cents
                + "}";
    }

    private void theirs(String... rows) {
        desk.outside.pages.put(
                "/v1/receipts?day=" + DAY, "{\"receipts\":[" + String.join(",", rows) + "],\"next\":\"\"}");
    }

    @Test
    void differencesFirst() {
        long same = desk.queue(desk.request(), 0);
        long dearer = desk.queue(desk.request(), 0);
        desk.queue(desk.request(), 0);
        long twice = desk.queue(desk.request(), 0);
        desk.sweep();
        theirs(
                told(same, "R-0", 13_600),
                told(dearer, "R-1", 99),
                told(twice, "R-3", 13_600),
                told(twice, "R-9", 13_600),
                row("00000000-0000-0000-0000-000000000000", "R-8", 5));
        Reconciled day = seen.reconciled(maud, desk.deskId, DAY);
        assertThat(day.rows())
                .extracting(ReconciledRow::difference)
                .containsExactly(MISSING_THERE, MISSING_HERE, TWICE, AMOUNT, NONE, NONE);
        assertThat(day.differences()).isEqualTo(4);
        assertThat(day.theirCents()).isEqualTo(13_600 * 3 + 99 + 5);
    }

    /** Its answer came too late: it is theirs once, and ours as soon as it is asked about. */
    @Test
    void aSaleWhoseAnswerIsAwaitedIsNotBookedTwice() {
        long silent = desk.queue(desk.request(), 0);
        theirs(told(silent, "R-5", 13_600));
        assertThat(seen.reconciled(maud, desk.deskId, DAY).rows())
                .extracting(ReconciledRow::difference)
                .containsExactly(AWAITED);
    }

    @Test
    void aCancelledSaleIsCancelledOnBothSides() {
        long line = desk.part().lineId();
        long push = desk.queue(desk.request(), line, 0);
        desk.sweep();
        desk.cancel(line);
        desk.sweep();
        theirs(told(push, "R-0", 13_600).replace("}", ",\"cancelled\":true}"));
        assertThat(seen.reconciled(maud, desk.deskId, DAY).differences()).isZero();
    }

    @Test
    void aListThatIsNotToldIsNoList() {
        assertThatThrownBy(() -> seen.reconciled(maud, desk.deskId, DAY)).isInstanceOf(OutsideSilent.class);
    }

    @Test
    void theDeadAreReplayedByTheirOwnDeskOnly() {
        long push = desk.queue(desk.request(), 0);
        desk.outside.next(false, 422);
        desk.sweep();
        assertThat(seen.heldUp(maud, 10)).extracting(PushRow::id).containsExactly(push);
        Actor stranger = Actor.merchant(TestIds.id(), "Paul", desk.shop.merchant("Chez Paul"), Role.SECRETARY);
        assertThat(seen.heldUp(stranger, 10)).isEmpty();
        assertThatThrownBy(() -> seen.replay(stranger, push)).isInstanceOf(PushUnknown.class);
        assertThatThrownBy(() -> seen.reconciled(stranger, desk.deskId, DAY))
                .isInstanceOf(fr.halle.sales.service.DeskUnknown.class);
        seen.replay(maud, push);
        assertThatThrownBy(() -> seen.replay(maud, push)).isInstanceOf(MoveRefused.class);
        desk.sweep();
        assertThat(desk.state(push)).isEqualTo(OutsidePushState.RECEIPTED);
        assertThat(desk.outside.calls)
                .as("asked about before it is sent again")
                .containsExactly("POST /v1/sales", "GET /v1/sales/KEY", "POST /v1/sales");
    }

    @Test
    void anOperatorSeesTheDesksOfItsPortalAndOfNoOther() {
        long push = desk.queue(desk.request(), 0);
        desk.outside.next(false, 422);
        desk.sweep();
        Actor own = Actor.operator(desk.shop.operator(desk.shop.portalId), "Ana");
        assertThat(seen.heldUp(own, 10)).extracting(PushRow::id).containsExactly(push);
        try (ConnectedDesk elsewhere = new ConnectedDesk()) {
            Actor other = Actor.operator(elsewhere.shop.operator(elsewhere.shop.portalId), "Léa");
            assertThatThrownBy(() -> seen.replay(other, push)).isInstanceOf(PushUnknown.class);
        }
    }
}
