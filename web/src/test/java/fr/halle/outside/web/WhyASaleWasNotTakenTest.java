package fr.halle.outside.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S31, T09: whoever is to do something about a sale that was not taken reads why in his language, and what the other side said. */
class WhyASaleWasNotTakenTest {

    @ParameterizedTest
    @CsvSource({
        "422 product-unknown There is no such product., product",
        "404 catalogue-unknown No catalogue., catalogue",
        "401 clock-skew Too late., signature",
        "422 something-new What we never heard of., refused",
        "'422  ', refused",
        "HTTP 503, busy",
        "HTTP 500, garbled",
        "HTTP 200 without an object, garbled",
        "not JSON, garbled",
        "ConnectException, unreached",
        "no answer after 6000 ms, silent",
        "no account at the outside system, account"
    })
    void isSaidInASentence(String cause, String key) {
        PushCause read = PushCause.of(cause);
        assertThat(read.key()).isEqualTo("outside.cause." + key);
        for (Locale locale : List.of(Locale.FRANCE, Locale.UK)) {
            assertThat(ResourceBundle.getBundle("fr.halle.i18n.pro", locale).getString(read.key()))
                    .endsWith(".");
        }
    }

    @Test
    void withTheOtherSidesOwnWordsBehindIt() {
        assertThat(PushCause.of("422 product-unknown There is no such product.").quoted())
                .isEqualTo("422 product-unknown There is no such product.");
        assertThat(PushCause.of("no answer after 6000 ms").quoted()).isEmpty();
    }
}
