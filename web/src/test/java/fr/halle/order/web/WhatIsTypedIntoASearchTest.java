package fr.halle.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartSort;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of « Suivi par commande »: understood, or said to be wrong beside the field; the address says the same again. */
class WhatIsTypedIntoASearchTest {

    @Test
    void makesAFilterAndAnAddress() {
        PartSearch search = search(Map.of(
                "q", " ep-42 ", "state", "READY_ALL", "from", "1/11/2026", "to", "2026-11-30", "min", "1 234,5 €"));
        assertThat(search.wrong()).isEmpty();
        assertThat(search.filter().states()).containsExactly(MerchantOrderState.READY, MerchantOrderState.HANDING_OVER);
        assertThat(search.filter().placed().from()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(search.filter().total().min()).isEqualTo(123_450);
        assertThat(search.query())
                .isEqualTo("q=ep-42&state=READY_ALL&from=2026-11-01&to=2026-11-30&min=1+234%2C5+%E2%82%AC");
    }

    @Test
    void understandsTheCalendarsLinks() {
        PartSearch search = search(Map.of("from", "2026-11-21", "to", "2026-11-21", "by", "service"));
        assertThat(search.query()).isEqualTo("serviceFrom=2026-11-21&serviceTo=2026-11-21");
        assertThat(search.filter().service().from()).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void standsInAnOrderThatIsKeptWithIt() {
        PartSearch search = search(Map.of("state", "READY", "sort", "-total"));
        assertThat(search.sort()).isEqualTo(PartSort.TOTAL_DOWN);
        assertThat(search.query()).isEqualTo("state=READY&sort=-total");
        assertThat(search.sorted("service")).isEqualTo("/pro/orders/list?state=READY&sort=service");
        assertThat(search.sorted("-number")).as("as it is by itself").isEqualTo("/pro/orders/list?state=READY");
    }

    @Test
    void nothingIsEverything() {
        assertThat(search(Map.of()).filter()).isEqualTo(PartFilter.ALL);
        assertThat(search(Map.of("q", "  ", "min", "")).query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2026-02-31, date",
        "to, demain, date",
        "serviceFrom, 1998-12-31, date",
        "serviceTo, +999999999-01-01, date",
        "min, douze, amount",
        "max, 1e3, amount",
        "max, -5, amount",
        "min, '1,234', amount",
        "min, 99999999999999999999, amount",
        "state, SHIPPED, choice",
        "mode, PIGEON, choice",
        "kind, GOODS' or 1=1 --, choice",
        "sort, customer, choice"
    })
    void whatCannotBeIsSaidBesideItsField(String field, String typed, String reason) {
        PartSearch search = search(Map.of(field, typed));
        assertThat(search.wrong()).containsOnly(Map.entry(field, new PartSearch.Wrong(reason, typed)));
        assertThat(search.typed()).as("it stays to be put right").containsEntry(field, typed);
    }

    @Test
    void whatIsUpsideDownToo() {
        assertThat(search(Map.of("from", "2026-11-30", "to", "2026-11-01")).wrong())
                .containsOnlyKeys("to");
        assertThat(search(Map.of("serviceFrom", "2026-11-30", "serviceTo", "2026-11-29"))
                        .wrong())
                .containsOnlyKeys("serviceTo");
        assertThat(search(Map.of("min", "10", "max", "9,99")).wrong()).containsOnlyKeys("max");
        assertThat(search(Map.of("from", "2026-11-30", "to", "2026-11-30", "min", "10", "max", "10"))
                        .wrong())
                .isEmpty();
    }

    @Test
    void whatIsTooLongOrHidesIsNotSearchedFor() {
        assertThat(search(Map.of("q", "x".repeat(101))).wrong().get("q")).isNotNull();
        assertThat(search(Map.of("q", "a\u202eb")).wrong().get("q")).isNotNull();
    }

    private static PartSearch search(Map<String, String> typed) {
        return PartSearch.of(typed::get);
    }
}
