package fr.halle.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatAVisitorTypesTest {

    @Test
    void anAmountIsReadAsItIsWrittenInFrenchOrInEnglish() {
        assertThat(Listing.cents("12,50 €")).isEqualTo(1250);
        assertThat(Listing.cents("1\u202f234,5\u00a0€")).isEqualTo(123_450);
        assertThat(Listing.cents("40")).isEqualTo(4000);
        assertThat(Listing.cents("8.05")).isEqualTo(805);
    }

    @Test
    void whatIsNoAmountFiltersNothing() {
        assertThat(Listing.cents(null)).isNull();
        assertThat(Listing.cents("pas cher")).isNull();
        assertThat(Listing.cents("-3")).isNull();
        assertThat(Listing.cents("1,234")).isNull();
        assertThat(Listing.cents("12345678901234567890")).isNull();
    }

    @Test
    void aFrenchNumberIsDialledFromAnywhere() {
        assertThat(Tel.href("02 31 00 12 34")).isEqualTo("tel:+33231001234");
        assertThat(Tel.href("+33 2 31 00 12 34")).isEqualTo("tel:+33231001234");
    }

    @Test
    void aLengthOfTimeIsSaidInHoursAndMinutes() {
        assertThat(Lengths.plain(30)).isEqualTo("30\u00a0min");
        assertThat(Lengths.plain(120)).isEqualTo("2\u00a0h");
        assertThat(Lengths.plain(65)).isEqualTo("1\u00a0h\u00a005");
    }

    @Test
    void aHomeShowsTheFirstOfEachCategoryBeforeTheSecond() {
        List<ProductCard> products = List.of(card("a1", "a"), card("a2", "a"), card("b1", "b"), card("c1", "c"));
        assertThat(Cards.varied(products, 4)).extracting(ProductCard::slug).containsExactly("a1", "b1", "c1", "a2");
        assertThat(Cards.varied(products, 2)).extracting(ProductCard::slug).containsExactly("a1", "b1");
        assertThat(Cards.varied(List.of(), 2)).isEmpty();
    }

    private static ProductCard card(String slug, String category) {
        return new ProductCard(
                1,
                slug,
                ProductKind.GOODS,
                slug,
                "",
                "",
                "x.svg",
                "",
                100,
                false,
                null,
                true,
                1,
                "shop",
                "Shop",
                category,
                category);
    }
}
