package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is thrown at it, a price adds up, a claim is what was asked, and what is left is never promised twice in one basket. */
class PricesAlwaysAddUpTest {

    private static final long SEED = Long.getLong("halle.seed", System.nanoTime() % 1_000_000_000);
    private static final LocalDate FIRST = LocalDate.parse("2026-11-15");

    private final PricingWorld world = new PricingWorld();
    private final List<Long> products = new ArrayList<>();
    private final List<Long> variants = new ArrayList<>();

    @Test
    void inAnyBasket() {
        stock();
        Map<Long, Long> left = left();
        for (int i = 0; i < 150; i++) {
            Random random = new Random(SEED * 1_000_003 + i);
            List<Choice> basket = new ArrayList<>();
            for (int line = random.nextInt(6); line >= 0; line--) {
                basket.add(choice(random));
            }
            List<Priced> priced = world.priceAll(basket.toArray(Choice[]::new));
            try {
                assertThat(priced).hasSameSizeAs(basket).allSatisfy(PricesAlwaysAddUpTest::addsUp);
                promisesOnlyWhatIsLeft(priced, left);
                priced.forEach(line -> assertThat(sameAlone(basket.get(priced.indexOf(line)), line))
                        .isTrue());
            } catch (AssertionError e) {
                throw new AssertionError("Case " + i + ", -Dhalle.seed=" + SEED + ": " + basket, e);
            }
        }
    }

    private static void addsUp(Priced line) {
        Balance balance = line.balance();
        long later = balance == null ? 0 : balance.cents();
        assertThat(line.dueNowCents() + later).isEqualTo(line.totalCents());
        assertThat(line.totalCents()).isNotNegative();
        assertThat(line.dueNowCents()).isNotNegative();
        assertThat(line.taxCents()).isBetween(0L, line.totalCents());
        if (balance != null) {
            assertThat(balance.cents()).isPositive();
            assertThat(balance.taxCents()).isEqualTo(line.taxCents());
            LocalDate week = balance.sendOn().plusDays(7);
            LocalDate arrival = Objects.requireNonNull(line.startsOn());
            assertThat(balance.dueOn()).as("by arrival").isEqualTo(week.isAfter(arrival) ? arrival : week);
        }
        if (line.available() && line.kind() != ProductKind.INSURANCE) {
            assertThat(line.totalCents()).isPositive();
        }
    }

    private static void promisesOnlyWhatIsLeft(List<Priced> lines, Map<Long, Long> left) {
        Map<Long, Long> promised = new HashMap<>();
        for (Priced line : lines) {
            if (line.available()) {
                line.claims().forEach(claim -> promised.merge(claim.capacityId(), claim.quantity(), Long::sum));
            }
        }
        promised.forEach((capacity, quantity) -> assertThat(quantity).isLessThanOrEqualTo(left.get(capacity)));
    }

    /** A line's price does not depend on its neighbours, but for an insurance. */
    private boolean sameAlone(Choice choice, Priced line) {
        if (line.kind() == ProductKind.INSURANCE) {
            return true;
        }
        try {
            return world.price(choice).totalCents() == line.totalCents();
        } catch (ChoiceRefused impossible) {
            return line.totalCents() == 0 && !line.available();
        }
    }

    private Choice choice(Random random) {
        long product = products.get(random.nextInt(products.size()));
        LocalDate from = FIRST.plusDays(random.nextInt(25));
        return new Choice(
                product,
                random.nextInt(4) == 0 ? null : variants.get(random.nextInt(variants.size())),
                random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(12),
                maybe(random, from),
                maybe(random, from.plusDays(random.nextInt(9) - 1)),
                maybe(random, hour(from, 8 + random.nextInt(5))),
                random.nextBoolean() ? "M" : null,
                maybe(random, random.nextInt(5)),
                maybe(random, random.nextInt(4) - 1));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(10) == 0 ? null : value;
    }

    private static Instant hour(LocalDate day, int hour) {
        return day.atTime(hour, 0)
                .atZone(fr.halle.shared.service.HalleClock.PARIS)
                .toInstant();
    }

    private void stock() {
        for (ProductKind kind : ProductKind.values()) {
            for (int i = 0; i < 2; i++) {
                long product = world.shop.product(kind, kind.name(), 990 + i, 2000);
                products.add(product);
                boolean varied = kind != ProductKind.LODGING && kind != ProductKind.INSURANCE && i == 0;
                Long variant = varied ? world.shop.variant(product, "v", 1990) : null;
                if (variant != null) {
                    variants.add(variant);
                    world.shop.setVariant(variant, "day_prices", new Long[] {2200L, 4200L, 6050L, 7000L});
                    world.shop.setVariant(variant, "sizes", new String[] {"M"});
                    world.shop.setVariant(variant, "minutes", 90);
                }
                stock(kind, product, variant, i);
            }
        }
        variants.add(-1L);
    }

    private void stock(ProductKind kind, long product, @Nullable Long variant, int i) {
        if (kind == ProductKind.INSURANCE) {
            world.shop.terms(product, "{\"rateBp\": 450, \"insuredKinds\": [\"LODGING\", \"PASS\", \"ACTIVITY\"]}");
        }
        if (kind == ProductKind.GOODS) {
            world.shop.set(product, "by_weight", i == 1);
            world.shop.capacity(product, variant, null, null, null, null, 40);
        }
        if (kind == ProductKind.LODGING) {
            world.shop.terms(
                    product,
                    "{\"maxPersons\": 4, \"depositBp\": 3333, \"balanceDaysBefore\": 3, \"taxCentsPerAdultNight\": 99}");
            world.shop.season(product, "2026-11-01", "2026-12-31", 12_345, 2);
        }
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(28)); day = day.plusDays(1)) {
            switch (kind) {
                case LODGING -> world.shop.capacity(product, null, day, null, null, null, 1);
                case GROUP_LESSON -> world.shop.capacity(product, variant, day, null, null, null, 5);
                case RENTAL -> world.shop.capacity(product, variant, day, null, null, "M", 6);
                case ACTIVITY, PRIVATE_LESSON -> hours(product, day);
                case GOODS, PASS, INSURANCE -> {
                    // Undated, or not counted.
                }
            }
        }
    }

    private void hours(long product, LocalDate day) {
        for (int hour = 9; hour < 12; hour++) {
            Instant begins = hour(day, hour);
            world.shop.capacity(product, null, day, begins, begins.plusSeconds(3600), null, 4);
        }
    }

    private Map<Long, Long> left() {
        Map<Long, Long> left = new HashMap<>();
        TestDatabase.sql()
                .list(
                        "select c.id, c.total - c.taken as room from capacity c join product p on p.id = c.product_id where p.portal_id = ?",
                        row -> left.put(row.number("id"), row.number("room")),
                        world.shop.portalId);
        return left;
    }
}
