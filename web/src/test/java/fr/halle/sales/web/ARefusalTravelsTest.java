package fr.halle.sales.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.sales.service.QuoteOrdered;
import org.junit.jupiter.api.Test;

/** A refusal goes to the page in its address, and which of its sentences it is goes along. */
class ARefusalTravelsTest {

    @Test
    void withTheVariantOfItsSentence() {
        assertThat(SalesAddress.refused(new QuoteOrdered(""))).startsWith("refused=QuoteOrdered.PAYING");
        assertThat(SalesAddress.refused(new QuoteOrdered("EP-00042")))
                .startsWith("refused=QuoteOrdered.PAID&with=EP-00042");
    }
}
