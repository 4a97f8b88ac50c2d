package fr.halle.sales.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any prestations, any discount, any deposit: lines − discount = total = now + later, and no cent drifts. */
class QuoteTotalsTest {

    private static final long SEED = Long.getLong("halle.seed", System.nanoTime() % 1_000_000_000);

    @Test
    void alwaysAddUp() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5000; round++) {
            List<OrderDraft.Line> lines = lines(random);
            long discount = random.nextInt(300_000);
            QuoteAsk ask = random.nextInt(4) == 0 ? QuoteAsk.WHOLE : QuoteAsk.DEPOSIT;
            QuoteTotals totals = QuoteTotals.of(lines, discount, ask, 100 + random.nextInt(9901));
            long[] off = QuoteTotals.discounts(lines, discount);
            assertThat(totals.linesCents() - totals.discountCents())
                    .as("seed " + SEED)
                    .isEqualTo(totals.totalCents());
            assertThat(totals.dueNowCents() + totals.balanceCents()).isEqualTo(totals.totalCents());
            assertThat(Arrays.stream(off).sum()).isEqualTo(totals.discountCents());
            assertThat(totals.discountCents()).isEqualTo(Math.min(discount, QuoteTotals.mostDiscount(lines)));
            assertThat(totals.dueNowCents()).isBetween(0L, totals.totalCents());
            assertThat(totals.vatCents()).isBetween(0L, totals.totalCents() - totals.taxCents());
            for (int i = 0; i < off.length; i++) {
                assertThat(off[i])
                        .isBetween(0L, lines.get(i).totalCents() - lines.get(i).taxCents());
            }
        }
    }

    private static List<OrderDraft.Line> lines(Random random) {
        List<OrderDraft.Line> lines = new ArrayList<>();
        int many = random.nextInt(8);
        int[] rates = {0, 210, 550, 1000, 2000};
        for (int i = 0; i < many; i++) {
            long tax = random.nextInt(3) == 0 ? random.nextInt(2000) : 0;
            long total = tax + random.nextInt(50_000);
            lines.add(new OrderDraft.Line(
                    i + 1,
                    null,
                    ProductKind.GOODS,
                    "Ligne",
                    "",
                    "",
                    "",
                    "",
                    1,
                    false,
                    total,
                    total,
                    rates[random.nextInt(rates.length)],
                    tax,
                    total,
                    "LEGAL",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    "",
                    null,
                    List.of()));
        }
        return lines;
    }
}
