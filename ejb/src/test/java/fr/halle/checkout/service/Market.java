package fr.halle.checkout.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestProvider.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Little stock, few slots, and customers who press every button in any order while the provider has its moods. */
final class Market {

    private static final Instant SLOT = TestClock.instantOf("2026-11-22T10:30");

    final Till till = new Till(Preset.TOWN_PICKUP);
    final long[] stocks = new long[3];
    private final long[] products = new long[3];
    private final long otherMerchant = till.shop.merchant("Cave du Phare");
    private final long otherShop = till.shop.shop(otherMerchant, "Cave du Phare");
    private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();

    /** One press of the order button, to be repeated or overtaken. */
    private record Attempt(UUID cart, String key, OrderDraft draft) {}

    Market() {
        for (int i = 0; i < stocks.length; i++) {
            products[i] = till.shop.product(i < 2 ? till.shop.shopId : otherShop, ProductKind.GOODS, "P" + i, 500, 550);
            stocks[i] = till.shop.stock(products[i], 3 + i);
        }
        till.sql.update("update shop set slot_capacity = 2 where portal_id = ?", till.shop.portalId);
    }

    /** One thing that may happen. What may be refused is refused, everything else is a mistake. */
    void anything(Random random) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> press(new Attempt(till.cart(), UUID.randomUUID().toString(), draft(random)));
            case 3 -> again(random, true);
            case 4 -> again(random, false);
            case 5, 6 -> atThePage(random);
            case 7, 8, 9 -> ask(random);
            case 10 -> trouble(random);
            default -> time(random);
        }
    }

    /** The provider is well again and every clock has run out: nothing may be left hanging. */
    void settle() {
        till.provider.trouble = Trouble.NONE;
        for (int round = 0; round < 4; round++) {
            till.clock.moveForward(Duration.ofHours(2));
            till.expire();
            payments().forEach(till.payments::refresh);
        }
    }

    List<Long> payments() {
        return till.sql.list("select id from payment where portal_id = ?", row -> row.number("id"), till.shop.portalId);
    }

    private void press(Attempt attempt) {
        attempts.add(attempt);
        try {
            till.start(attempt.cart(), attempt.key(), attempt.draft());
        } catch (CapacityShort | SlotTaken | CartOrdered refused) {
            // Sold out, or ordered already: what a shop says a hundred times a day.
        }
    }

    private void again(Random random, boolean sameKey) {
        Attempt before = pick(random, List.copyOf(attempts));
        if (before != null) {
            press(
                    sameKey
                            ? before
                            : new Attempt(before.cart(), UUID.randomUUID().toString(), draft(random)));
        }
    }

    private void atThePage(Random random) {
        // Only a page that we were told of can have been shown.
        String shown = pick(
                random,
                till.sql.list(
                        "select provider_id from payment where portal_id = ? and redirect_url is not null",
                        row -> row.text("provider_id"),
                        till.shop.portalId));
        if (shown != null) {
            till.provider
                    .known(shown)
                    .end(
                            random.nextInt(4) == 0
                                    ? State.REFUSED
                                    : random.nextInt(5) == 0 ? State.ABANDONED : State.PAID);
        }
    }

    /** The customer comes back, a notification comes, comes twice, comes late: all the same. */
    private void ask(Random random) {
        Long payment = pick(random, payments());
        if (payment != null) {
            till.payments.refresh(payment);
        }
    }

    private void trouble(Random random) {
        till.provider.trouble = random.nextBoolean() ? Trouble.NONE : pick(random, List.of(Trouble.values()));
    }

    private void time(Random random) {
        till.clock.moveForward(Duration.ofMinutes(random.nextInt(12)));
        till.expire();
        till.payments.due(100).forEach(till.payments::refresh);
    }

    private OrderDraft draft(Random random) {
        List<Line> own = new ArrayList<>();
        List<Line> other = new ArrayList<>();
        int no = 1;
        for (int i = 0; i < stocks.length; i++) {
            if (random.nextInt(3) > 0 || (i == 0 && no == 1)) {
                long quantity = 1 + random.nextInt(2);
                Line line = till.line(no++, products[i], quantity, 500 + i, Till.claim(stocks[i], quantity));
                (i < 2 ? own : other).add(line);
            }
        }
        List<Part> parts = new ArrayList<>();
        if (!own.isEmpty()) {
            parts.add(till.part(till.shop.merchantId, till.shop.shopId, slot(random), 0, own.toArray(Line[]::new)));
        }
        if (!other.isEmpty()) {
            parts.add(till.part(otherMerchant, otherShop, slot(random), 250, other.toArray(Line[]::new)));
        }
        return till.draft(parts.toArray(Part[]::new));
    }

    private static @Nullable Instant slot(Random random) {
        return random.nextBoolean() ? null : SLOT.plusSeconds(1800L * random.nextInt(4));
    }

    private static <T> @Nullable T pick(Random random, List<T> from) {
        return from.isEmpty() ? null : from.get(random.nextInt(from.size()));
    }
}
