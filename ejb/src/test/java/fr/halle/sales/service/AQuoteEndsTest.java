package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.sales.model.QuoteState;
import fr.halle.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S19, K24: other dates lose a quote, after somebody was asked; its last day passes; it is priced again. */
class AQuoteEndsTest {

    private final QuotingDesk desk = new QuotingDesk();
    private final long outing = desk.outing(2500, 4);

    AQuoteEndsTest() {
        desk.sales.beans.observing(QuoteDates.class);
    }

    @Test
    void whenTheDatesChangeAndSomebodySaidYes() {
        long quote = sent();
        assertThatThrownBy(() -> dates("2027-02-20", "2027-02-27", false)).isInstanceOf(QuoteWouldBeLost.class);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
        dates("2027-02-20", "2027-02-27", true);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.VOIDED);
        assertThat(desk.view(quote).head().endReason()).isEqualTo(QuoteDates.DATES_CHANGED);
        assertThat(desk.taken(outing)).isZero();
        assertThat(desk.sending.asShown(desk.secretary, quote).lines())
                .as("stays readable")
                .hasSize(2);
        assertThat(desk.factsAgree()).isTrue();
    }

    @Test
    void andIsPricedAgainAsANewDraftWithoutWhatIsNoLongerToBeHad() {
        long quote = sent();
        dates("2027-02-20", "2027-02-27", true);
        QuoteRepricing repricing = desk.sales.beans.get(QuoteRepricing.class);
        QuoteRepricing.Repriced repriced = TestDatabase.inTransaction(() -> repricing.reprice(desk.secretary, quote));
        QuoteView draft = desk.view(repriced.quoteId());
        assertThat(draft.head().no()).isEqualTo(2);
        assertThat(draft.head().arrivesOn()).isEqualTo("2027-02-20");
        assertThat(draft.lines()).extracting(line -> line.line().name()).containsExactly("Goûter");
        assertThat(repriced.lost()).containsExactly("Balade en raquettes");
    }

    @Test
    void andAnEmptyDraftTakesTheNewDates() {
        long quote = desk.begin();
        dates("2027-02-20", "2027-02-27", false);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.DRAFT);
        assertThat(desk.view(quote).head().arrivesOn()).isEqualTo("2027-02-20");
    }

    @Test
    void afterItsLastDay() {
        long quote = sent();
        QuoteClock clock = desk.sales.beans.get(QuoteClock.class);
        assertThat(due(clock)).doesNotContain(quote);
        desk.sales.clock.set("2026-12-07T09:00");
        assertThat(due(clock)).contains(quote);
        TestDatabase.inTransaction(() -> clock.advance(quote));
        assertThat(desk.state(quote)).isEqualTo(QuoteState.EXPIRED);
        assertThat(desk.taken(outing)).isZero();
        assertThat(due(clock)).doesNotContain(quote);
    }

    @Test
    void isToldOnceTheDayBeforeItsLast() {
        long quote = sent();
        QuoteClock clock = desk.sales.beans.get(QuoteClock.class);
        desk.sales.clock.set("2026-12-04T23:59");
        assertThat(due(clock)).doesNotContain(quote);
        desk.sales.clock.set("2026-12-05T00:00");
        assertThat(due(clock)).contains(quote);
        TestDatabase.inTransaction(() -> clock.advance(quote));
        desk.sales.clock.set("2026-12-06T09:00");
        assertThat(due(clock)).as("once").doesNotContain(quote);
    }

    @Test
    void butNotRightAfterItWasSent() {
        desk.sales.clock.set("2026-12-05T00:00");
        long quote = begun("2026-12-06");
        desk.send(quote);
        QuoteClock clock = desk.sales.beans.get(QuoteClock.class);
        assertThat(due(clock)).doesNotContain(quote);
        TestDatabase.inTransaction(() -> clock.advance(quote));
        desk.sales.clock.set("2026-12-06T00:00");
        assertThat(due(clock)).as("a day is not enough to have forgotten it").doesNotContain(quote);
        assertThat(reminded(quote)).isZero();
    }

    @Test
    void andOnItsLastWhereNobodyCameToItBefore() {
        desk.sales.clock.set("2026-12-04T23:59");
        long quote = begun("2026-12-06");
        desk.send(quote);
        desk.sales.clock.set("2026-12-06T23:59");
        QuoteClock clock = desk.sales.beans.get(QuoteClock.class);
        assertThat(due(clock)).contains(quote);
        TestDatabase.inTransaction(() -> clock.advance(quote));
        assertThat(reminded(quote)).isEqualTo(1);
    }

    @Test
    void andAForgottenDraftHoldsNothingAfterIt() {
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, 2));
        QuoteClock clock = desk.sales.beans.get(QuoteClock.class);
        desk.sales.clock.set("2026-12-07T09:00");
        assertThat(due(clock)).contains(quote);
        TestDatabase.inTransaction(() -> clock.advance(quote));
        assertThat(desk.state(quote)).isEqualTo(QuoteState.DRAFT);
        assertThat(desk.taken(outing)).isZero();
        assertThat(due(clock)).as("once").doesNotContain(quote);
        desk.add(quote, QuotingDesk.joined(outing, 1));
        assertThat(desk.taken(outing)).as("nor what is added now").isZero();
    }

    @Test
    void butHoldsAgainOnceItIsProlongedAndWhileItIsOut() {
        long quote = forgotten();
        prolong(quote, "2026-12-20");
        assertThat(desk.taken(outing)).isEqualTo(2);
        desk.send(quote);
        assertThat(desk.taken(outing)).isEqualTo(2);
    }

    @Test
    void andOnceItIsPricedAgain() {
        long quote = forgotten();
        QuoteRepricing repricing = desk.sales.beans.get(QuoteRepricing.class);
        TestDatabase.inTransaction(() -> repricing.reprice(desk.secretary, quote));
        assertThat(desk.taken(outing)).isEqualTo(2);
    }

    private static List<Long> due(QuoteClock clock) {
        return clock.due(0, 10_000);
    }

    /** A draft that can be accepted until this day. */
    private long begun(String validUntil) {
        long quote = desk.begin();
        desk.free(quote, "Goûter", 900);
        prolong(quote, validUntil);
        return quote;
    }

    private void prolong(long quote, String validUntil) {
        QuoteHead head = desk.view(quote).head();
        QuoteWish wish = new QuoteWish(
                head.ask(), head.depositBp(), head.balanceDueOn(), LocalDate.parse(validUntil), 0, "", "");
        TestDatabase.inTransaction(() -> desk.quotes.save(desk.secretary, quote, head.version(), wish));
    }

    private long reminded(long quote) {
        return desk.sales.sql.number("select count(*) from quote where id = ? and reminded_at is not null", quote);
    }

    /** A draft that gave its two places back on the day after its last. */
    private long forgotten() {
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, 2));
        desk.sales.clock.set("2026-12-07T09:00");
        QuoteClock clock = desk.sales.beans.get(QuoteClock.class);
        TestDatabase.inTransaction(() -> clock.advance(quote));
        assertThat(desk.taken(outing)).isZero();
        return quote;
    }

    private long sent() {
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, 3));
        desk.free(quote, "Goûter", 900);
        desk.send(quote);
        return quote;
    }

    private void dates(String from, String to, boolean confirmed) {
        RequestDates dates = desk.sales.beans.get(RequestDates.class);
        TestDatabase.inTransaction(() ->
                dates.change(desk.secretary, desk.request, LocalDate.parse(from), LocalDate.parse(to), confirmed));
    }
}
