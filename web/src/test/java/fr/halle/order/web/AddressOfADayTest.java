package fr.halle.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.order.service.DayAxis;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M22: the calendar's addresses are links to keep and to share; what people make of them breaks no page. */
class AddressOfADayTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2021-1", "2021-13", "2021-02-30", "0000-00", "9999-01", "+999999999-01", "-1-01"})
    void thatIsNoneIsNone(String typed) {
        assertThat(Typed.day(typed)).isNull();
        assertThat(Typed.month(typed)).isNull();
    }

    @Test
    void isReadWhereItIsOne() {
        assertThat(Typed.day("2021-01-18")).isEqualTo(LocalDate.of(2021, 1, 18));
        assertThat(Typed.month("2021-01")).isEqualTo(YearMonth.of(2021, 1));
        assertThat(Typed.day("1999-12-27")).as("a neighbour of the first month").isNotNull();
    }

    @Test
    void saysItsAxis() {
        for (DayAxis axis : DayAxis.values()) {
            assertThat(DayAxes.of(DayAxes.query(axis).replace("&by=", ""))).isEqualTo(axis);
        }
        assertThat(DayAxes.of("forged")).isEqualTo(DayAxis.ORDERED);
        assertThat(ProOrdersCalendarPage.hrefOf(YearMonth.of(2021, 1), DayAxis.SERVED))
                .isEqualTo("/pro/orders/calendar?month=2021-01&by=service");
    }
}
