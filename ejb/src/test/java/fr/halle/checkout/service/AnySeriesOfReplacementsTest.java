package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.checkout.service.Counter.Stocked;
import fr.halle.order.service.RefundWish;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.BusinessException;
import fr.halle.testing.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** K10: whatever is replaced, given back, paid, cancelled and collected in whatever order, no cent is lost and no place sold twice. */
class AnySeriesOfReplacementsTest {

    private static final List<String> FEES = List.of("RETURNED", "KEPT", "CHARGED_TO_FAULT_PARTY");

    @Test
    void keepsEveryInvariant() {
        Seeds.forAll(12, AnySeriesOfReplacementsTest::day);
    }

    private static void day(Random random) {
        Counter counter = new Counter(Preset.MOUNTAIN);
        List<Stocked> shelf = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            shelf.add(counter.stocked("P" + i, 150 + random.nextInt(9_000), 6));
        }
        String fees = FEES.get(random.nextInt(FEES.size()));
        for (int i = 0; i < 3; i++) {
            Map<Stocked, Long> bought = new LinkedHashMap<>();
            bought.put(shelf.get(i), 1L + random.nextInt(2));
            bought.put(shelf.get(i + 1), 1L);
            counter.ordered(
                    Map.of(
                            "cancel.granularity",
                            "LINE",
                            "fees.on_refund",
                            fees,
                            "fees.collect",
                            random.nextBoolean() ? "AT_SOURCE" : "AT_PAYOUT"),
                    bought);
        }
        for (int i = 0; i < 25; i++) {
            try {
                step(counter, shelf, random);
            } catch (BusinessException refused) {
                // What may be refused is refused; the accounts below say whether it changed anything.
            }
            assertThat(counter.off()).isEmpty();
        }
        everythingGoesBack(counter);
    }

    private static void step(Counter counter, List<Stocked> shelf, Random random) {
        List<Long> parts = parts(counter);
        long part = parts.get(random.nextInt(parts.size()));
        switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> replace(counter, shelf, part, random);
            case 4 -> {
                if (counter.number(
                                "select count(*) from balance_due where merchant_order_id = ? and state not in ('PAID', 'WAIVED')",
                                part)
                        > 0) {
                    counter.payBalance(part);
                }
            }
            case 5 ->
                counter.inTransaction(() -> counter.cancellation.cancelLines(
                        part,
                        counter.version(part),
                        Set.of(someLine(counter, part, random)),
                        Counter.GONE,
                        counter.maud));
            case 6 ->
                counter.inTransaction(() -> {
                    long left = counter.givingBack.left(part, counter.maud).cents();
                    long cents = 1 + random.nextInt((int) Math.max(1, left));
                    return counter.givingBack.give(part, RefundWish.amount(cents), left, "Geste", counter.maud);
                });
            case 7 -> counter.capture();
            default -> counter.refund();
        }
    }

    private static void replace(Counter counter, List<Stocked> shelf, long part, Random random) {
        if (random.nextBoolean()) {
            counter.lines(part, someLine(counter, part, random));
        } else {
            counter.lines(part);
        }
        counter.choose(part, shelf.get(random.nextInt(shelf.size())), 1 + random.nextInt(3));
        counter.confirm(part);
    }

    private static long someLine(Counter counter, long part, Random random) {
        List<Long> lines = counter.till.sql.list(
                "select id from order_line where merchant_order_id = ? order by id", row -> row.number("id"), part);
        return lines.get(random.nextInt(lines.size()));
    }

    private static List<Long> parts(Counter counter) {
        return counter.till.sql.list(
                "select id from merchant_order where portal_id = ? order by id",
                row -> row.number("id"),
                counter.till.shop.portalId);
    }

    /** Cancelled to the last, each customer has back exactly what was paid, and every place is free. */
    private static void everythingGoesBack(Counter counter) {
        for (long part : parts(counter)) {
            if (!counter.state(part).equals("CANCELLED")) {
                counter.inTransaction(
                        () -> counter.cancellation.cancel(part, counter.version(part), Counter.GONE, counter.maud));
            }
        }
        counter.capture();
        counter.refund();
        assertThat(counter.onCards())
                .isEqualTo(counter.number(
                        "select sum(amount_cents) from payment where portal_id = ? and state in ('AUTHORISED', 'CAPTURED', 'VOIDED')",
                        counter.till.shop.portalId));
        assertThat(counter.number(
                        "select coalesce(sum(c.taken), 0) from capacity c join product p on p.id = c.product_id where p.portal_id = ?",
                        counter.till.shop.portalId))
                .isZero();
        assertThat(counter.off()).isEmpty();
    }
}
