package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.service.Counter.Stocked;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** K10 where lines go one by one (K9): one lesson is replaced and the others stay; another date, another stay, and what was left to pay. */
class AMerchantReplacesSomeLinesTest {

    private final Counter counter = new Counter(Preset.MOUNTAIN);
    private final Stocked flight = counter.stocked("Parapente", 9_000, 5);
    private final Stocked sledge = counter.stocked("Luge", 2_500, 5);
    private final Stocked walk = counter.stocked("Raquettes", 3_100, 5);

    private long twoLines() {
        Map<Stocked, Long> both = new LinkedHashMap<>();
        both.put(flight, 1L);
        both.put(sledge, 1L);
        return counter.ordered(Map.of("cancel.granularity", "LINE"), both);
    }

    private long line(long part, String name, Stocked what) {
        return counter.number(
                "select id from order_line where merchant_order_id = ? and product_id = ? and length(?::text) > 0",
                part,
                what.product(),
                name);
    }

    @Test
    void theOthersLiveOnAsTheyWere() {
        long part = twoLines();
        counter.lines(part, line(part, "Luge", sledge));
        counter.choose(part, walk, 1);
        SubstitutionEffect effect = counter.preview(part);
        assertThat(effect.paid()).isEqualTo(Money.euros(2_500));
        assertThat(effect.link()).isEqualTo(Money.euros(600));
        assertThat(effect.replaced().linesLeft()).isEqualTo(1);
        long replacement = counter.confirm(part);

        assertThat(counter.state(part)).isEqualTo("RECORDED");
        assertThat(counter.left(part)).isEqualTo(9_000);
        assertThat(counter.left(replacement)).isEqualTo(2_500);
        assertThat(counter.taken(sledge)).isZero();
        assertThat(counter.taken(flight)).isEqualTo(1);
        assertThat(counter.letters(part)).doesNotContain("LINES_CANCELLED");
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void whatWasCarriedOverIsNotGivenBackWithTheOthers() {
        long part = twoLines();
        long replaced = line(part, "Luge", sledge);
        counter.lines(part, replaced);
        counter.choose(part, walk, 1);
        long replacement = counter.confirm(part);
        Map<Long, Long> left = counter.inTransaction(
                () -> counter.givingBack.left(part, counter.maud).ofLines());
        assertThat(left).containsEntry(replaced, 0L).containsEntry(line(part, "Parapente", flight), 9_000L);
        counter.inTransaction(
                () -> counter.cancellation.cancel(part, counter.version(part), Counter.GONE, counter.maud));
        counter.refund();
        assertThat(counter.onCards()).isEqualTo(9_000);
        counter.inTransaction(() ->
                counter.cancellation.cancel(replacement, counter.version(replacement), Counter.GONE, counter.maud));
        counter.refund();
        assertThat(counter.onCards()).isEqualTo(11_500);
        assertThat(counter.off()).isEmpty();
    }

    /** Carried over from two payments, it goes back line by line to the cent. */
    @Test
    void aReplacementPaidByTwoPaymentsIsCancelledLineByLine() {
        long part = twoLines();
        counter.lines(part, line(part, "Luge", sledge));
        counter.choose(part, walk, 1);
        long second = counter.confirm(part);
        counter.payBalance(second);
        counter.choose(second, sledge, 1);
        counter.choose(second, counter.stocked("Thé", 600, 9), 1);
        long third = counter.confirm(second);
        assertThat(counter.left(third)).isEqualTo(3_100);
        long tea = counter.number("select max(id) from order_line where merchant_order_id = ?", third);
        counter.inTransaction(() -> counter.cancellation.cancelLines(
                third, counter.version(third), Set.of(tea), Counter.GONE, counter.maud));
        counter.refund();
        assertThat(counter.onCards()).isEqualTo(600);
        assertThat(counter.left(third)).isEqualTo(2_500);
        assertThat(counter.off()).isEmpty();
    }

    /** C07: a stay of which the deposit was paid, for another one: its balance keeps its own day, the deposit pays what it can. */
    @Test
    void aStaysDepositPaysForAnotherStay() {
        long part = counter.paid(counter.till.draft(
                Map.of("cancel.granularity", "LINE"),
                counter.till.part(counter.till.line(
                        1,
                        counter.till.shop.product(ProductKind.LODGING, "Chalet", 100_000, 1000),
                        1,
                        100_000,
                        30_000,
                        1_000,
                        new Balance(70_000, 700, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 10))))));
        long studio = counter.till.shop.product(ProductKind.LODGING, "Studio", 20_000, 1000);
        counter.till.shop.season(studio, "2026-12-01", "2027-03-31", 20_000, 1);
        counter.till.shop.terms(studio, "{\"depositBp\": 3000, \"taxCentsPerAdultNight\": 110}");
        for (LocalDate night = LocalDate.of(2027, 2, 6);
                night.isBefore(LocalDate.of(2027, 2, 13));
                night = night.plusDays(1)) {
            counter.till.shop.capacity(studio, null, night, null, null, null, 1);
        }
        counter.baskets.add(
                part,
                new Choice(studio, null, 1, LocalDate.of(2027, 2, 6), LocalDate.of(2027, 2, 13), null, null, 2, 0),
                Map.of(),
                counter.maud);
        SubstitutionEffect effect = counter.preview(part);
        assertThat(effect.refusal()).isNull();
        assertThat(effect.carried()).isEqualTo(Money.euros(30_000));
        assertThat(effect.link().plus(effect.later())).isEqualTo(effect.total().minus(Money.euros(30_000)));
        long replacement = counter.confirm(part);

        assertThat(counter.text("select state from balance_due where merchant_order_id = ?", part))
                .isEqualTo("WAIVED");
        List<String> balances = counter.till.sql.list(
                "select amount_cents || ' ' || state as it from balance_due where merchant_order_id = ?",
                row -> row.text("it"),
                replacement);
        assertThat(balances).hasSize(1);
        assertThat(balances.get(0)).endsWith("SCHEDULED");
        assertThat(counter.left(replacement)).isEqualTo(30_000);
        assertThat(counter.off()).isEmpty();
    }
}
