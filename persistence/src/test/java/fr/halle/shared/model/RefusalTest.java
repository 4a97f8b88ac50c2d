package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ApplicationException;
import org.junit.jupiter.api.Test;

class RefusalTest {

    static final class StockShort extends BusinessException {
        private static final long serialVersionUID = 1;

        StockShort(long product, int wanted, int left) {
            super(product, wanted, left);
        }
    }

    @Test
    void isNamedAfterItsRuleAndCarriesItsFigures() {
        BusinessException refusal = new StockShort(7, 3, 1);
        assertThat(refusal.key()).isEqualTo("StockShort");
        assertThat(refusal.details()).containsExactly(7L, 3, 1);
        assertThat(refusal).hasMessage("StockShort[7, 3, 1]");
    }

    @Test
    void rollsTheTransactionBack() {
        ApplicationException rule = BusinessException.class.getAnnotation(ApplicationException.class);
        assertThat(rule).isNotNull();
        assertThat(rule.rollback()).isTrue();
        assertThat(rule.inherited()).isTrue();
    }
}
