package fr.halle.merchant.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.portal.model.Preset;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import org.junit.jupiter.api.Test;

class TermsOfAMerchantTest {

    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final Terms terms = Wired.with(
            new Terms(), TestDatabase.sql(), new TestIds(), new TestClock("2026-05-13T09:20"), Wired.atOnce());

    /** K14: what was accepted stays readable and keeps its fingerprint when a new version is published. */
    @Test
    void keepTheirEarlierVersions() {
        terms.publish(town.portalId, town.merchantId, "fr", "Première version");
        TermsVersion first = current("fr");
        terms.publish(town.portalId, town.merchantId, "fr", "Deuxième version");
        TermsVersion second = current("fr");

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.sha256()).isEqualTo(Terms.sha256("Deuxième version")).isNotEqualTo(first.sha256());
        assertThat(terms.text(town.portalId, first.id())).get().satisfies(text -> {
            assertThat(text.body()).isEqualTo("Première version");
            assertThat(text.merchantName()).isEqualTo("Maison Morel");
        });
    }

    @Test
    void areInFrenchWhereTheLanguageHasNone() {
        terms.publish(town.portalId, town.merchantId, "fr", "Conditions");
        assertThat(current("en").language()).isEqualTo("fr");
        terms.publish(town.portalId, town.merchantId, "en", "Terms");
        assertThat(current("en").language()).isEqualTo("en");
    }

    @Test
    void areNotThePortalsOwn() {
        terms.publish(town.portalId, null, "fr", "Conditions du portail");
        assertThat(terms.current(town.portalId, town.merchantId, "fr")).isEmpty();
        assertThat(terms.current(town.portalId, null, "fr")).isPresent();
    }

    @Test
    void ofAnotherPortalAreNotShown() {
        terms.publish(town.portalId, town.merchantId, "fr", "Conditions");
        assertThat(terms.text(
                        TestShop.in(Preset.MOUNTAIN).portalId, current("fr").id()))
                .isEmpty();
    }

    private TermsVersion current(String language) {
        return terms.current(town.portalId, town.merchantId, language).orElseThrow();
    }
}
