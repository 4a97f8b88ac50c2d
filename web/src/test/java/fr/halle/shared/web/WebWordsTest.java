package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WebWordsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/fr/halle/i18n");
    private static final Pattern KEY = Pattern.compile("msg\\['([^']+)']|words\\.text\\('([^']+)'");

    @Test
    void areTheSameInFrenchAndEnglish() throws IOException {
        assertThat(keys("web_en.properties")).isEqualTo(keys("web_fr.properties"));
    }

    @Test
    void areThereForEveryKeyThatAPageNames() throws IOException {
        Set<String> known = keys("web_fr.properties");
        Set<String> missing = new TreeSet<>();
        for (Path page : Pages.all(Pages.WEBAPP)) {
            Matcher named = KEY.matcher(Pages.text(page));
            while (named.find()) {
                String key = named.group(1) == null ? named.group(2) : named.group(1);
                if (!known.contains(key)) {
                    missing.add(page.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            words.load(reader);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }
}
