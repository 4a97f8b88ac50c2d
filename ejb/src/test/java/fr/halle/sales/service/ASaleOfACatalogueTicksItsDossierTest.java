package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.outside.model.OutsidePushAct;
import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.outside.service.OutsidePushMoved;
import fr.halle.sales.model.RequestStage;
import fr.halle.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** K25, S16: what the outside system has a receipt for need not be entered by hand; Divers are asked for. */
class ASaleOfACatalogueTicksItsDossierTest {

    private static final OutsideProduct LESSON = new OutsideProduct(
            "PRIV-2H", ProductKind.PRIVATE_LESSON, "Cours privé", 13_600, 2000, null, null, List.of());

    private final QuotingDesk desk = new QuotingDesk();
    private final PayingCustomer customer = new PayingCustomer(desk);
    private final Dossiers dossiers = desk.sales.beans.get(Dossiers.class);

    @Test
    void byItselfOnceAllOfItIsThere() {
        long quote = paid(2, false);
        customer.payBalance(quote);
        stands(RequestStage.SETTLED);
        receipt(0);
        stands(RequestStage.SETTLED);
        receipt(1);
        stands(RequestStage.PROCESSED);
    }

    @Test
    void evenBeforeTheBalanceIsPaidWhichItStillWaitsFor() {
        long quote = paid(1, false);
        receipt(0);
        stands(RequestStage.DEPOSIT_PAID);
        customer.payBalance(quote);
        stands(RequestStage.PROCESSED);
    }

    @Test
    void butNotWhereThereAreDivers() {
        long quote = paid(1, true);
        customer.payBalance(quote);
        receipt(0);
        stands(RequestStage.SETTLED);
        assertThat(row().done()).isFalse();
        TestDatabase.inTransaction(
                () -> desk.sales.beans.get(DossierDone.class).set(desk.secretary, desk.request, true));
        stands(RequestStage.PROCESSED);
    }

    private long paid(int lessons, boolean divers) {
        long quote = desk.begin();
        for (int i = 0; i < lessons; i++) {
            TestDatabase.inTransaction(
                    () -> desk.lines.addNotOnLine(desk.secretary, quote, "ESF-PRIVE", LESSON, null, null, 1));
        }
        if (divers) {
            desk.free(quote, "Goûter", 900);
        }
        desk.send(quote);
        customer.acceptAndPay(quote);
        assertThat(pushes()).hasSize(lessons);
        return quote;
    }

    private List<Long> pushes() {
        return desk.sales.sql.list(
                "select id from outside_push where request_id = ? order by id", row -> row.number("id"), desk.request);
    }

    /** What the delivery writes when the outside system answers. */
    private void receipt(int which) {
        long push = pushes().get(which);
        TestDatabase.inTransaction(() -> {
            desk.sales.sql.update(
                    "update outside_push set state = 'RECEIPTED', receipt = 'R-1', taken_on = ?, next_try_at = null where id = ?",
                    LocalDate.parse("2026-11-22"),
                    push);
            long line = desk.sales.sql.number("select line_id from outside_push where id = ?", push);
            desk.sales
                    .beans
                    .get(PushedSales.class)
                    .moved(new OutsidePushMoved(
                            push, desk.request, line, OutsidePushAct.SALE, OutsidePushTransition.RECEIPT, "R-1"));
        });
    }

    private void stands(RequestStage stage) {
        assertThat(row().stage()).isEqualTo(stage);
    }

    private DossierRow row() {
        return dossiers.table(desk.secretary, null, DossierFilter.ALL, null)
                .rows()
                .get(0);
    }
}
