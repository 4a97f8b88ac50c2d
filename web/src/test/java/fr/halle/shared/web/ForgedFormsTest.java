package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForgedFormsTest {

    private static final String HOST = "ville.localhost:8080";

    @Test
    void areToldByTheBrowsersOwnWord() {
        assertThat(SameOriginFilter.isOurs("cross-site", "http://" + HOST, HOST))
                .isFalse();
        assertThat(SameOriginFilter.isOurs("same-site", "http://" + HOST, HOST)).isFalse();
        assertThat(SameOriginFilter.isOurs("same-origin", "null", HOST)).isTrue();
    }

    @Test
    void areToldByTheirOriginInOlderBrowsers() {
        assertThat(SameOriginFilter.isOurs(null, "http://evil.example", HOST)).isFalse();
        assertThat(SameOriginFilter.isOurs(null, "http://evil.example/" + HOST, HOST))
                .isFalse();
        assertThat(SameOriginFilter.isOurs(null, "null", HOST)).isFalse();
        assertThat(SameOriginFilter.isOurs(null, "http://" + HOST + "@evil.example", HOST))
                .isFalse();
        assertThat(SameOriginFilter.isOurs(null, null, HOST)).isFalse();
        assertThat(SameOriginFilter.isOurs(null, "not a uri", HOST)).isFalse();
        assertThat(SameOriginFilter.isOurs(null, "https://" + HOST, HOST)).isTrue();
    }
}
