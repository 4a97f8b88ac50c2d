package fr.halle.outside.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S29, S30, P17, P24: a catalogue's code is checked with the outside system, its products and prices are read there. */
class ACatalogueIsReadTest {

    private static final LocalDate FROM = LocalDate.parse("2027-02-13");
    private static final LocalDate TO = LocalDate.parse("2027-02-20");
    private static final String STAY = "/products?from=2027-02-13&to=2027-02-20";

    private final ConnectedDesk desk = new ConnectedDesk();
    private final CatalogueCodes codes = desk.beans.get(CatalogueCodes.class);
    private final OutsideCatalogue catalogue = desk.beans.get(OutsideCatalogue.class);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCodeIsKnownUnderItsNameOrUnknown() {
        desk.outside.pages.put(
                "/v1/catalogues/esf-prive",
                "{\"code\":\"ESF-PRIVE\",\"label\":{\"fr\":\"Privés\",\"en\":\"Private\"}}");
        assertThat(check("esf-prive")).isEqualTo(new CheckedCode("ESF-PRIVE", CodeVerdict.KNOWN, "Privés", "Private"));
        assertThat(check("ESF-X").verdict()).isEqualTo(CodeVerdict.UNKNOWN);
        long calls = desk.outside.calls.size();
        assertThat(check("../sales").verdict()).isEqualTo(CodeVerdict.UNKNOWN);
        assertThat(desk.outside.calls)
                .as("nothing that needs escaping leaves the house")
                .hasSize((int) calls);
    }

    @Test
    void silenceIsNoVerdict() {
        desk.outside.close();
        assertThat(check("ESF-PRIVE").verdict()).isEqualTo(CodeVerdict.NO_ANSWER);
        assertThatThrownBy(() -> catalogue.products(desk.deskId, "ESF-PRIVE", FROM, TO, "fr"))
                .isInstanceOf(OutsideSilent.class);
    }

    /** Twenty that take 100 ms each: one after the other they would take two seconds, and the patience is 1. */
    @Test
    void severalAreAskedAtOnce() {
        desk.beans.get(OutsideHttp.class).waitOnly(Duration.ofSeconds(1));
        desk.outside.thinks(Duration.ofMillis(100));
        List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "ESF-" + i).toList();
        twenty.forEach(code -> desk.outside.pages.put("/v1/catalogues/" + code, "{\"code\":\"" + code + "\"}"));
        assertThat(codes.check(desk.deskId, twenty).values())
                .extracting(CheckedCode::verdict)
                .hasSize(20)
                .containsOnly(CodeVerdict.KNOWN);
    }

    @Test
    void sixtyAreWaitedForNoLongerThanOne() {
        desk.outside.thinks(Duration.ofSeconds(5));
        List<String> sixty = IntStream.range(0, 60).mapToObj(i -> "ESF-" + i).toList();
        assertTimeoutPreemptively(
                Duration.ofSeconds(4),
                () -> assertThat(codes.check(desk.deskId, sixty).values())
                        .extracting(CheckedCode::verdict)
                        .hasSize(60)
                        .containsOnly(CodeVerdict.NO_ANSWER));
    }

    private CheckedCode check(String code) {
        return Objects.requireNonNull(codes.check(desk.deskId, List.of(code)).get(code));
    }

    @Test
    void aDeskWithoutAnAccountIsToldSo() {
        assertThat(new fr.halle.testing.Beans(desk.sql, desk.clock)
                        .get(CatalogueCodes.class)
                        .check(desk.deskId, List.of("ESF-PRIVE")))
                .extractingByKey("ESF-PRIVE")
                .extracting(CheckedCode::verdict)
                .isEqualTo(CodeVerdict.NOT_CONNECTED);
    }

    @Test
    void productsOfOursAtASpecialPriceAndOthersWithTheirPlaces() {
        String slug = desk.sql
                .one("select slug from product where id = ?", row -> row.text("slug"), desk.product)
                .orElseThrow();
        desk.outside.pages.put(
                "/v1/catalogues/ESF-PRIVE" + STAY,
                "{\"products\":["
                        + "{\"id\":\"A\",\"kind\":\"PRIVATE_LESSON\",\"label\":{\"fr\":\"Leçon\",\"en\":\"Lesson\"},\"priceCents\":12000,\"vatBp\":2000,\"of\":{\"product\":\""
                        + slug + "\"}},"
                        + "{\"id\":\"B\",\"kind\":\"PRIVATE_LESSON\",\"label\":{\"fr\":\"Engagement\"},\"priceCents\":42000,\"vatBp\":2000,"
                        + "\"places\":[{\"startsAt\":\"2027-02-17T10:00:00+01:00\",\"endsAt\":\"2027-02-17T12:00:00+01:00\",\"free\":3}]},"
                        + "{\"id\":\"C\",\"kind\":\"PRIVATE_LESSON\",\"label\":{\"fr\":\"Ailleurs\"},\"priceCents\":1,\"vatBp\":2000,\"of\":{\"product\":\"of-nobody\"}},"
                        + "{\"id\":\"D\",\"kind\":\"SPACESHIP\",\"label\":{\"fr\":\"Fusée\"},\"priceCents\":1,\"vatBp\":2000},"
                        + "{\"id\":\"E\",\"kind\":\"PASS\",\"label\":{\"fr\":\"Virgule\"},\"priceCents\":1.5,\"vatBp\":2000},"
                        + "{\"id\":\"N\",\"kind\":\"PASS\",\"label\":{\"fr\":\"Rien\\u0000\"},\"priceCents\":1,\"vatBp\":2000},"
                        + "{\"id\":\"O\",\"kind\":\"PASS\",\"label\":{\"fr\":\"Rien\"},\"priceCents\":1,\"vatBp\":2000,\"of\":{\"product\":\"\\u0000\"}},"
                        + "{\"id\":\"F\",\"kind\":\"PASS\",\"label\":{\"fr\":\"Négatif\"},\"priceCents\":-1,\"vatBp\":2000}]}");
        List<OutsideProduct> products = catalogue.products(desk.deskId, "ESF-PRIVE", FROM, TO, "en");
        assertThat(products).extracting(OutsideProduct::id).containsExactly("A", "B");
        assertThat(products.get(0).productId()).isEqualTo(desk.product);
        assertThat(products.get(0).label()).isEqualTo("Lesson");
        assertThat(products.get(1).productId()).isNull();
        assertThat(products.get(1).places()).hasSize(1);
        assertThat(products.get(1).label())
                .as("French where there is no English")
                .isEqualTo("Engagement");
    }

    @Test
    void askedForOnceAMinute() {
        desk.outside.pages.put("/v1/catalogues/ESF-PRIVE" + STAY, "{\"products\":[]}");
        catalogue.products(desk.deskId, "ESF-PRIVE", FROM, TO, "fr");
        catalogue.products(desk.deskId, "ESF-PRIVE", FROM, TO, "en");
        assertThat(desk.outside.calls).hasSize(1);
        desk.clock.moveForward(Duration.ofSeconds(61));
        catalogue.products(desk.deskId, "ESF-PRIVE", FROM, TO, "fr");
        assertThat(desk.outside.calls).hasSize(2);
        assertThatThrownBy(() -> catalogue.products(desk.deskId, "GONE", FROM, TO, "fr"))
                .isInstanceOf(OutsideCatalogueUnknown.class);
    }
}
