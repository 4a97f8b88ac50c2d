package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.sales.model.QuoteTransition;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * S05: two secretaries at one draft, and a buyer who takes and gives back places beside them. What is taken is always what is held, and
 * never more than there is. What fails prints its seed; {@code -Dhalle.seed=} takes it again.
 */
class AQuoteAndABuyerWantTheLastPlacesTest {

    private static final long SEED = Long.getLong("halle.seed", System.nanoTime() % 1_000_000_000);
    private static final int STEPS = 40;
    private static final int PLACES = 5;

    private final QuotingDesk desk = new QuotingDesk();
    private final long outing = desk.outing(2500, PLACES);
    private final long quote = desk.begin();

    @Test
    void andNothingIsHeldTwice() {
        long sold = AtOnce.all(List.<Callable<Long>>of(
                        secretary(new Random(SEED)),
                        secretary(new Random(SEED + 1)),
                        () -> buyer(new Random(SEED + 9))))
                .get(2);
        assertThat(desk.taken(outing)).as("seed " + SEED).isEqualTo(held() + sold);
        long bought = desk.taken(outing) - held();
        TestDatabase.inTransaction(() -> desk.lifecycle.apply(quote, QuoteTransition.VOID, desk.secretary, "Fin"));
        assertThat(desk.taken(outing)).as("seed " + SEED).isEqualTo(bought);
        assertThat(desk.factsAgree()).isTrue();
    }

    private Callable<Long> secretary(Random random) {
        return () -> {
            for (int step = 0; step < STEPS; step++) {
                List<QuoteLine> lines = desk.view(quote).lines();
                try {
                    if (lines.isEmpty() || random.nextBoolean()) {
                        desk.add(quote, QuotingDesk.joined(outing, 1 + random.nextInt(2)));
                    } else {
                        long line = lines.get(random.nextInt(lines.size())).id();
                        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, line));
                    }
                } catch (PlacesGone | QuoteLineUnknown told) {
                    // Somebody else was first: told, and nothing done.
                    assertThat(told.key()).isNotEmpty();
                }
            }
            return held();
        };
    }

    /** As a checkout claims: under the row's lock, never more than there is. @return what it has at the end */
    private long buyer(Random random) {
        long has = 0;
        for (int step = 0; step < STEPS; step++) {
            int want = random.nextBoolean() ? 1 : -1;
            if (has + want < 0) {
                continue;
            }
            has += want
                    * desk.sales.sql.update(
                            "update capacity set taken = taken + ? where product_id = ? and taken + ? <= total",
                            want,
                            outing,
                            want);
        }
        return has;
    }

    private long held() {
        return desk.sales.sql.number(
                "select coalesce(sum(c.quantity), 0) from quote_claim c join quote_line l on l.id = c.line_id where l.quote_id = ? and not c.returned",
                quote);
    }
}
