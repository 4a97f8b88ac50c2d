package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.document.service.QuotePapers;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.RequestStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** « 500 lines in a quote »: it is shown, printed, sent, accepted and paid like any other, and the line after that is refused. */
class AQuoteIsFilledToTheBrimTest {

    private static final long PATIENCE_MILLIS = 8000;

    private final QuotingDesk desk = new QuotingDesk();
    private final PayingCustomer customer = new PayingCustomer(desk);
    private final List<String> figures = new ArrayList<>();

    @Test
    void withFiveHundredPrestationsAndNotOneMore() throws IOException {
        long quote = desk.begin();
        desk.free(quote, "Ligne 1", 1001);
        desk.sales.sql.update(
                "insert into quote_line (id, quote_id, position, source, merchant_id, shop_id, kind, name, total_cents, line)"
                        + " select id + 1000000 * n, quote_id, n, source, merchant_id, shop_id, kind, 'Ligne ' || n, total_cents, line || jsonb_build_object('name', 'Ligne ' || n)"
                        + " from quote_line, generate_series(2, 499) n where quote_id = ?",
                quote);
        took("the 500th line", () -> desk.free(quote, "Ligne 500", 1001));
        assertThatThrownBy(() -> desk.free(quote, "Ligne 501", 1001)).isInstanceOf(QuoteFull.class);
        took("shown", () -> assertThat(desk.view(quote).totals().totalCents()).isEqualTo(500 * 1001));
        took("sent", () -> desk.send(quote));
        took(
                "printed",
                () -> assertThat(desk.sales
                                .beans
                                .get(QuotePapers.class)
                                .of(desk.secretary, quote)
                                .pdf())
                        .hasSizeGreaterThan(10_000));
        took(
                "a newer one begun",
                () -> assertThat(desk.view(desk.begin()).lines()).hasSize(500));
        took("accepted", () -> customer.accept(quote, Set.of()));
        took("paid", () -> customer.pay(State.PAID));
        assertThat(desk.state(quote)).isEqualTo(QuoteState.ACCEPTED);
        assertThat(lines("l.total_cents")).isEqualTo(500 * 1001);
        assertThat(lines("l.due_now_cents")).isEqualTo(150_150);
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.DEPOSIT_PAID);
        took("balance paid", () -> customer.payBalance(quote));
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.SETTLED);
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.writeString(folder.resolve("quote-500.txt"), String.join("\n", figures));
    }

    private long lines(String column) {
        return desk.sales.sql.number(
                "select sum(" + column
                        + ") from order_line l join merchant_order m on m.id = l.merchant_order_id where m.portal_id = ?",
                desk.sales.shop.portalId);
    }

    private void took(String what, Runnable act) {
        long began = System.nanoTime();
        assertThatCode(act::run).as(what).doesNotThrowAnyException();
        long millis = (System.nanoTime() - began) / 1_000_000;
        figures.add(what + ": " + millis + " ms");
        assertThat(millis).as("milliseconds until it was %s", what).isLessThan(PATIENCE_MILLIS);
    }
}
