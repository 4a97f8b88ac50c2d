package fr.halle.sales.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C18, C23: the address that replies come in by, and the sites that may show the form, as an operator types them. */
class ADeskIsWrittenToTest {

    private static final String KEY = "0123456789abcdefghijklmnop";
    private static final String PATTERN = "reponse+{key}@mairie.fr";

    @Test
    void atAnAddressOfTheRequestsOwn() {
        assertThat(SalesSettings.REPLY_ADDRESS.parse(" Reponse+{KEY}@Mairie.fr "))
                .isEqualTo(PATTERN);
        String address = ReplyAddress.of(PATTERN, KEY, "accueil@ecole.fr");
        assertThat(address).isEqualTo("reponse+" + KEY + "@mairie.fr");
        assertThat(ReplyAddress.keyIn(PATTERN, "REPONSE+" + KEY.toUpperCase(java.util.Locale.ROOT) + "@Mairie.FR"))
                .contains(KEY);
        assertThat(ReplyAddress.keyIn(PATTERN, "reponse+" + KEY + "@mairieXfr")).isEmpty();
        assertThat(ReplyAddress.keyIn(PATTERN, "reponse@mairie.fr")).isEmpty();
    }

    @Test
    void orAtTheDesksWhereThePortalReadsNoMail() {
        assertThat(SalesSettings.REPLY_ADDRESS.parse("")).isEmpty();
        assertThat(ReplyAddress.of("", KEY, "accueil@ecole.fr")).isEqualTo("accueil@ecole.fr");
        assertThat(ReplyAddress.keyIn("", "accueil@ecole.fr")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reponse@mairie.fr",
                "{key}@mairie.fr",
                "a+{key}@mairie",
                "a+{key}@mairie.fr, b@c.fr",
                "a+{key}{key}@m.fr",
                "é+{key}@m.fr"
            })
    void neverAtAnAddressWithoutARequest(String typed) {
        assertThatThrownBy(() -> SalesSettings.REPLY_ADDRESS.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fromSitesThatAreNamedAsBrowsersNameThem() {
        String kept = SalesSettings.FORM_ORIGINS.parse(
                "https://WWW.Station.fr/contact , http://localhost:8080;https://www.station.fr:443");
        assertThat(SalesSettings.allowed(kept)).isEqualTo(List.of("https://www.station.fr", "http://localhost:8080"));
        assertThat(SalesSettings.allowed("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "station.fr",
                "javascript:alert(1)",
                "https://*.station.fr",
                "https://a@b.fr",
                "'self'",
                "data:text/html,x",
                "https://"
            })
    void neverFromWhatIsNoSite(String typed) {
        assertThatThrownBy(() -> SalesSettings.FORM_ORIGINS.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
