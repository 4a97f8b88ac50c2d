package fr.halle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.portal.model.Preset;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);

    @Test
    void keepsWhatATestSells() {
        long oysters = shop.product(ProductKind.GOODS, "Huîtres n° 3", 1890, 550);
        assertThat(TestDatabase.sql().number("select from_cents from product where id = ?", oysters))
                .isEqualTo(1890);
    }

    @Test
    void rollsBackATransactionThatThrows() {
        long oysters = shop.product(ProductKind.GOODS, "Huîtres n° 2", 2190, 550);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> {
                    shop.set(oysters, "from_cents", 1L);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(TestDatabase.sql().number("select from_cents from product where id = ?", oysters))
                .isEqualTo(2190);
    }
}
