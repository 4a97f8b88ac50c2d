package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.document.service.QuotePapers;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.RequestStage;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** « 500 lines in a quote »: it is shown, printed, sent, accepted and paid like any other, and the line after that is refused. */
class AQuoteIsFilledToTheBrimTest {

    private final QuotingDesk desk = new QuotingDesk();
    private final PayingCustomer customer = new PayingCustomer(desk);

    @Test
    void withFiveHundredPrestationsAndNotOneMore() {
        long quote = desk.begin();
        desk.free(quote, "Ligne 1", 1001);
        desk.sales.sql.update(
                "insert into quote_line (id, quote_id, position, source, merchant_id, shop_id, kind, name, total_cents, line)"
                        + " select id + 1000000 * n, quote_id, n, source, merchant_id, shop_id, kind, 'Ligne ' || n, total_cents, line || jsonb_build_object('name', 'Ligne ' || n)"
                        + " from quote_line, generate_series(2, 499) n where quote_id = ?",
                quote);
        desk.free(quote, "Ligne 500", 1001);
        assertThatThrownBy(() -> desk.free(quote, "Ligne 501", 1001)).isInstanceOf(QuoteFull.class);
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(500 * 1001);
        desk.send(quote);
        assertThat(desk.sales
                        .beans
                        .get(QuotePapers.class)
                        .of(desk.secretary, quote)
                        .pdf())
                .hasSizeGreaterThan(10_000);
        assertThat(desk.view(desk.begin()).lines()).hasSize(500);
        customer.accept(quote, Set.of());
        customer.pay(State.PAID);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.ACCEPTED);
        assertThat(lines("l.total_cents")).isEqualTo(500 * 1001);
        assertThat(lines("l.due_now_cents")).isEqualTo(150_150);
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.DEPOSIT_PAID);
        customer.payBalance(quote);
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.SETTLED);
    }

    private long lines(String column) {
        return desk.sales.sql.number(
                "select sum(" + column
                        + ") from order_line l join merchant_order m on m.id = l.merchant_order_id where m.portal_id = ?",
                desk.sales.shop.portalId);
    }
}
