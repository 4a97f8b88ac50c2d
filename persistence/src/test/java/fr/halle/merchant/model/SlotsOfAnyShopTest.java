package fr.halle.merchant.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.shared.model.Region;
import fr.halle.shared.model.Seeded;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the hours, the moment and the orders: no slot outside the hours, before the lead, beyond the capacity (C11, K19). */
class SlotsOfAnyShopTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final class Shop {
        final OpeningHours hours;
        final ZonedDateTime now;
        final int lead;
        final int capacity;
        final Map<LocalDateTime, Integer> taken = new HashMap<>();

        Shop(Random random) {
            this.now = aroundAClockChange(random);
            this.lead = 15 * random.nextInt(20);
            this.capacity = 1 + random.nextInt(3);
            Map<DayOfWeek, List<TimeRange>> week = new HashMap<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, ranges(random));
            }
            LocalDate today = now.toLocalDate();
            this.hours = new OpeningHours(
                    week,
                    Map.of(today.plusDays(random.nextInt(7)), ranges(random)),
                    Region.values()[random.nextInt(2)]);
            for (int i = 0; i < 30; i++) {
                taken.merge(
                        today.plusDays(random.nextInt(7)).atTime(random.nextInt(24), 30 * random.nextInt(2)),
                        1,
                        Integer::sum);
            }
        }

        List<SlotDay> week() {
            return SlotPlan.days(now, lead, 7, hours, taken, capacity);
        }

        private static ZonedDateTime aroundAClockChange(Random random) {
            LocalDate change = List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 5, 1))
                    .get(random.nextInt(3));
            return change.minusDays(1).atStartOfDay(PARIS).plusMinutes(random.nextInt(3 * 24 * 60));
        }

        private static List<TimeRange> ranges(Random random) {
            List<TimeRange> ranges = new ArrayList<>();
            int from = random.nextInt(600);
            while (from < 1400 && ranges.size() < random.nextInt(4)) {
                int to = Math.min(1439, from + 1 + random.nextInt(500));
                ranges.add(new TimeRange(LocalTime.ofSecondOfDay(60L * from), LocalTime.ofSecondOfDay(60L * to)));
                from = to + random.nextInt(120);
            }
            return ranges;
        }
    }

    @Test
    void areOfHalfAnHourWithinItsHours() {
        Seeded.forAll(2_000, random -> {
            Shop shop = new Shop(random);
            for (SlotDay day : shop.week()) {
                for (Slot slot : day.free()) {
                    assertThat(slot.date()).isEqualTo(day.date());
                    assertThat(Duration.between(slot.startsAt(), slot.endsAt())).isEqualTo(Slot.LENGTH);
                    assertThat(shop.hours.on(day.date()).ranges())
                            .as("%s within the hours", slot)
                            .anyMatch(range -> !slot.start().toLocalTime().isBefore(range.start())
                                    && !slot.end().toLocalTime().isAfter(range.end()));
                }
            }
        });
    }

    @Test
    void existOnTheClockAndComeNoSoonerThanTheShopCanPrepare() {
        Seeded.forAll(2_000, random -> {
            Shop shop = new Shop(random);
            Instant ready = shop.now.toInstant().plus(Duration.ofMinutes(shop.lead));
            shop.week().stream().flatMap(day -> day.free().stream()).forEach(slot -> {
                assertThat(LocalDateTime.ofInstant(slot.startsAt(), PARIS))
                        .as("exists")
                        .isEqualTo(slot.start());
                assertThat(slot.startsAt()).isAfterOrEqualTo(ready);
                assertThat(Slot.at(slot.startsAt())).isEqualTo(slot);
                assertThat(shop.taken.getOrDefault(slot.start(), 0)).isLessThan(shop.capacity);
            });
        });
    }

    @Test
    void areExactlyThoseThatCheckoutDoesNotRefuse() {
        Seeded.forAll(300, random -> {
            Shop shop = new Shop(random);
            for (SlotDay day : shop.week()) {
                for (int half = 0; half < 47; half++) {
                    Slot slot = Slot.at(day.date().atStartOfDay().plusMinutes(30L * half));
                    boolean refused = SlotPlan.refusal(slot, shop.now, shop.lead, shop.hours, shop.taken, shop.capacity)
                            .isPresent();
                    assertThat(day.free().contains(slot)).as("%s offered", slot).isEqualTo(!refused);
                }
            }
        });
    }

    @Test
    void andTheirGapsFollowEachOtherInOrderOfTime() {
        Seeded.forAll(1_000, random -> {
            for (SlotDay day : new Shop(random).week()) {
                assertThat(day.items()).isNotEmpty();
                for (int i = 1; i < day.items().size(); i++) {
                    SlotDay.Item before = day.items().get(i - 1);
                    SlotDay.Item item = day.items().get(i);
                    assertThat(item.start()).isAfterOrEqualTo(before.end());
                    assertThat(item.rows()).isPositive();
                    assertThat(item.isFree() || item.gap() == GapReason.FULL || item.gap() != before.gap())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void skipTheHourThatTheClocksSkipAndKnowTheHourThatComesTwice() {
        OpeningHours bakery = new OpeningHours(
                Map.of(DayOfWeek.SUNDAY, List.of(TimeRange.of("01:00", "04:00"))), Map.of(), Region.FRANCE);
        LocalDate spring = LocalDate.of(2026, 3, 29);
        assertThat(SlotPlan.days(spring.atStartOfDay(PARIS), 0, 1, bakery, Map.of(), 1)
                        .get(0)
                        .free())
                .extracting(slot -> slot.start().toLocalTime().toString())
                .containsExactly("01:00", "01:30", "03:00", "03:30");
        ZonedDateTime autumnOneOClock = LocalDate.of(2026, 10, 25).atTime(1, 0).atZone(PARIS);
        assertThat(SlotPlan.days(autumnOneOClock, 120, 1, bakery, Map.of(), 1)
                        .get(0)
                        .free())
                .as("two hours after 01:00 it is 02:00 again")
                .extracting(slot -> slot.start().toLocalTime().toString())
                .containsExactly("03:00", "03:30");
    }
}
