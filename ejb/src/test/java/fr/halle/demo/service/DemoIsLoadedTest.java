package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Sql;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoIsLoadedTest {

    static final String DEMO = " portal_id in (select id from portal where slug in ('montagne', 'ville', 'terroir'))";

    private final Sql sql = LoadedDemo.sql();

    @Test
    void everyKindIsSold() {
        List<String> kinds = sql.list(
                "select distinct kind from product where active and" + DEMO + " order by kind",
                row -> row.text("kind"));

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ProductKind.values()).map(Enum::name).toList());
    }
}
