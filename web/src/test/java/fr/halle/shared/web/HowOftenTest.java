package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page and API fill the same bucket; a load test is let through at the checkout, and only there. */
class HowOftenTest {

    @AfterEach
    void forget() {
        System.clearProperty("halle.payment.instant");
        System.clearProperty("halle.limit.checkout");
    }

    @ParameterizedTest
    @CsvSource({
        "/pro/sign-in, SIGN_IN",
        "/pro/sign-in.xhtml, SIGN_IN",
        "/checkout, CHECKOUT",
        "/api/v1/carts/01-a/checkout, CHECKOUT",
        "/api/v1/carts/01-a/checkout/, CHECKOUT",
        "/balance, CHECKOUT",
        "/checkout/x, CHECKOUT",
        "/quote/x, CHECKOUT",
        "/pro/sign-in/x, SIGN_IN",
        "/pro/forgotten/x, FORGOTTEN",
        "/track, TRACK",
        "/track/x, TRACK"
    })
    void isCounted(String path, Limited limited) {
        assertThat(Limited.of(path)).contains(limited);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/carts", "/api/v1/carts/01-a/lines", "/basket", "/pro/orders/list", "/payment/notice/secret"})
    void isNot(String path) {
        assertThat(Limited.of(path)).isEmpty();
    }

    @Test
    void isASetting() {
        assertThat(Limited.CHECKOUT.most()).isEqualTo(120);
        System.setProperty("halle.limit.checkout", "7");
        assertThat(Limited.CHECKOUT.most()).isEqualTo(7);
        System.setProperty("halle.payment.instant", "true");
        assertThat(Limited.CHECKOUT.most()).isZero();
        assertThat(Limited.SIGN_IN.most()).isPositive();
    }
}
