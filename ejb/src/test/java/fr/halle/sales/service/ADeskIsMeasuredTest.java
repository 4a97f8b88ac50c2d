package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.sales.model.RequestStage;
import fr.halle.sales.service.SalesMeasures.Age;
import fr.halle.sales.service.SalesMeasures.Conversion;
import fr.halle.sales.service.SalesMeasures.Response;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Issue 4, section 8: a desk's figures follow from the facts of its requests alone. */
class ADeskIsMeasuredTest {

    private static final LocalDate FROM = LocalDate.parse("2026-11-01");
    private static final LocalDate TO = LocalDate.parse("2026-11-22");

    private final OpenDesk sales = new OpenDesk();
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud", sales.shop.merchantId, Role.SECRETARY);

    private SalesMeasures measured() {
        return sales.beans.get(SalesMeasuring.class).of(maud, null, FROM, TO, "fr");
    }

    private long asked(String opened, @Nullable String answered, String facts) {
        long id = sales.open("Bonjour");
        sales.sql.update(
                "update sales_request set opened_at = ?, answered_at = ?::timestamptz" + facts + " where id = ?",
                TestClock.instantOf(opened),
                answered == null ? null : TestClock.instantOf(answered),
                id);
        return id;
    }

    @Test
    void theFirstAnswerIsTimedWithoutClosedDays() {
        // Friday 18:00 to Monday 9:00: six hours of Friday and nine of Monday, where the weekend is closed.
        asked("2026-11-13T18:00", "2026-11-16T09:00", "");
        assertThat(measured().response()).isEqualTo(new Response(1, 1, 15 * 60L, 15 * 60L));
        // The eleventh of November is a holiday.
        asked("2026-11-10T23:00", "2026-11-12T01:00", "");
        asked("2026-11-12T08:00", null, "");
        assertThat(measured().response()).isEqualTo(new Response(3, 2, (15 + 2) * 30L, 15 * 60L - 78));
    }

    @Test
    void openDaysAreTheShopsOwn() {
        sales.shop.open(sales.shop.shopId, "09:00", "18:00");
        asked("2026-11-13T18:00", "2026-11-16T09:00", "");
        assertThat(measured().response().medianMinutes())
                .as("seven days a week")
                .isEqualTo((6 + 48 + 9) * 60L);
    }

    @Test
    void openRequestsByAgeAndColumnsWithTheirAmounts() {
        asked("2026-11-22T08:00", null, "");
        asked("2026-11-10T08:00", "2026-11-10T09:00", ", acted_at = now(), prestations = 2, quoted_cents = 5000");
        asked(
                "2026-11-11T08:00",
                "2026-11-11T09:00",
                ", prestations = 1, quoted_cents = 9000, accepted_at = now(), agreed_cents = 8000, paid_cents = 8000, done_at = now()");
        long spam = asked("2026-11-12T08:00", null, "");
        sales.sql.update("update sales_request set spam_at = now() where id = ?", spam);
        SalesMeasures measures = measured();
        assertThat(measures.open())
                .contains(new SalesMeasures.Open(Age.DAY, 1, 1), new SalesMeasures.Open(Age.MONTH, 1, 0));
        assertThat(measures.open()).extracting(SalesMeasures.Open::requests).containsExactly(1L, 0L, 0L, 1L, 0L);
        assertThat(measures.columns())
                .contains(
                        new SalesMeasures.Column(RequestStage.IN_PROGRESS, 1, 5000, 0),
                        new SalesMeasures.Column(RequestStage.PROCESSED, 1, 8000, 8000));
        assertThat(measures.bySecretary()).containsExactly(new Conversion("", 3, 2, 1, 8000));
        assertThat(measures.bySecretary().get(0).percent()).isEqualTo(33);
    }

    @Test
    void onlyWhatWasAskedInThePeriodAndAtTheDeskItself() {
        asked("2026-10-31T23:59", null, "");
        asked("2026-11-22T23:59", null, "");
        new OpenDesk().open("Ailleurs");
        assertThat(measured().response().asked()).isEqualTo(1);
        Actor stranger = Actor.merchant(TestIds.id(), "Paul", sales.shop.merchant("Chez Paul"), Role.SECRETARY);
        assertThatThrownBy(() -> sales.beans.get(SalesMeasuring.class).of(stranger, sales.desk.id(), FROM, TO, "fr"))
                .isInstanceOf(DeskUnknown.class);
        Actor reader = Actor.merchant(TestIds.id(), "Léo", sales.shop.merchantId, Role.READER);
        assertThatThrownBy(() -> sales.beans.get(SalesMeasuring.class).of(reader, null, FROM, TO, "fr"))
                .isInstanceOf(NotAllowed.class);
    }
}
