package fr.halle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentStyleTest {

    @ParameterizedTest
    @CsvSource({"#a61f36,#fff", "#0e6073,#fff", "#ffd400,#000", "#ffffff,#000", "#000000,#fff", "#777777,#000"})
    void writesWordsThatCanBeRead(String accent, String words) {
        assertThat(AccentStyle.style(accent)).contains("--accent:" + accent, "--on-accent:" + words);
    }
}
