package fr.halle.payout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.halle.shared.model.BusinessDays;
import fr.halle.shared.model.Region;
import fr.halle.shared.model.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When money may leave (K2). */
class PayoutRuleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void tenBusinessDaysAfterTheOrderOfTheEveOfAHoliday() {
        Instant ordered = paris("2020-05-07T18:40");
        assertThat(PayoutRule.TEN_BUSINESS_DAYS_AFTER_ORDER.trigger()).as("M64").isEqualTo(PayoutRule.Trigger.PAID);
        assertThat(PayoutRule.TEN_BUSINESS_DAYS_AFTER_ORDER.dueAt(ordered)).isEqualTo(paris("2020-05-25T00:00"));
    }

    @Test
    void fortyEightHoursAfterTermineeAreElapsedHours() {
        Instant completed = paris("2026-10-24T10:31");
        assertThat(PayoutRule.COMPLETED_PLUS_48_HOURS.trigger()).as("M67").isEqualTo(PayoutRule.Trigger.COMPLETED);
        assertThat(PayoutRule.COMPLETED_PLUS_48_HOURS.dueAt(completed))
                .as("the clocks went back in between")
                .isEqualTo(paris("2026-10-26T09:31"));
    }

    @Test
    void theDayOfTheOrderIsTheDayInParis() {
        Instant nearMidnight = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(rule(1, PayoutRule.Unit.CALENDAR_DAYS).dueAt(nearMidnight)).isEqualTo(paris("2026-11-24T00:00"));
    }

    @Test
    void aRuleWithoutDelayIsDueAtOnceAndNotTheMorningBefore() {
        Instant afternoon = paris("2026-11-20T15:00");
        for (PayoutRule.Unit unit : PayoutRule.Unit.values()) {
            assertThat(rule(0, unit).dueAt(afternoon)).isEqualTo(afternoon);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> rule(-1, PayoutRule.Unit.HOURS));
    }

    @Test
    void isNeverDueBeforeItsTriggerAndLaterTriggersAreNeverDueSooner() {
        Seeded.forAll(2_000, random -> {
            PayoutRule rule = rule(random.nextInt(30), PayoutRule.Unit.values()[random.nextInt(3)]);
            Instant trigger = paris("2020-01-01T00:00").plusSeconds(random.nextInt(600_000_000));
            Instant later = trigger.plusSeconds(random.nextInt(300_000));
            Instant due = rule.dueAt(trigger);

            assertThat(due).isAfterOrEqualTo(trigger);
            assertThat(rule.dueAt(later)).isAfterOrEqualTo(due);
            if (rule.unit() == PayoutRule.Unit.BUSINESS_DAYS && rule.delay() > 0) {
                assertThat(BusinessDays.isBusinessDay(LocalDate.ofInstant(due, PARIS), Region.FRANCE))
                        .isTrue();
                assertThat(Duration.between(trigger, due).toDays()).isLessThan(2L * rule.delay() + 7);
            }
        });
    }

    private static PayoutRule rule(int delay, PayoutRule.Unit unit) {
        return new PayoutRule(PayoutRule.Trigger.PAID, delay, unit, Region.FRANCE);
    }

    private static Instant paris(String time) {
        return LocalDateTime.parse(time).atZone(PARIS).toInstant();
    }
}
