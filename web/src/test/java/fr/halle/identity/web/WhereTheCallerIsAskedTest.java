package fr.halle.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTheCallerIsAskedTest {

    @ParameterizedTest
    @ValueSource(strings = {"/pro", "/pro/", "/pro/orders/list", "/pro/index.xhtml", "/pro.xhtml"})
    void inTheBackOffice(String path) {
        assertThat(OnlyTheBackOffice.isBackOffice(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/product/huitres", "/professional", "/api/v1/merchant/parts", "/assets/pro/"})
    void nowhereElse(String path) {
        assertThat(OnlyTheBackOffice.isBackOffice(path)).isFalse();
    }
}
