package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.operation.batch.Job;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebWordsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/fr/halle/i18n");
    private static final Pattern KEY =
            Pattern.compile("(?<bundle>\\bmsg|\\bpro)\\['(?<name>[^']+)']|words\\.(text|count)\\('(?<key>[^']+)'");

    private static final Pattern CHOSEN = Pattern.compile("[?:] ?'([a-z]\\w*(?:\\.[\\w-]+)+)'");

    @ParameterizedTest
    @ValueSource(strings = {"web", "pro"})
    void areTheSameInFrenchAndEnglishAndSaidOnce(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).isEqualTo(keys(bundle + "_fr"));
        assertThat(twice(bundle + "_fr")).isEmpty();
        assertThat(twice(bundle + "_en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "pro"})
    void sayManyOfWhateverTheySayOne(String bundle) throws IOException {
        Set<String> known = keys(bundle + "_fr");
        assertThat(known.stream().filter(key -> key.endsWith(".one")).map(key -> key.replaceFirst("one$", "many")))
                .isSubsetOf(known);
    }

    @Test
    void fillTheSamePlaceholdersInBoth() throws IOException {
        Properties french = words("web_fr");
        Properties english = words("web_en");
        List<String> differing = french.stringPropertyNames().stream()
                .filter(key ->
                        !placeholders(french.getProperty(key)).equals(placeholders(english.getProperty(key, ""))))
                .sorted()
                .toList();
        assertThat(differing).isEmpty();
    }

    /** « Contacter Office de tourisme » lacks its article: a name is quoted, or stands behind a colon. */
    @Test
    void areRightForAnyNameOfAShop() throws IOException {
        Pattern bare = Pattern.compile(
                "\\b([Cc]hez|Contacter|Joindre|[ÉEé]crire à|pour le compte de|au nom de|annulée par|Proposé par) \\{0}(?! marchands)");
        for (String bundle : List.of("web_fr", "pro_fr")) {
            Properties words = words(bundle);
            for (String key : words.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as(key).doesNotContainPattern(bare);
            }
        }
    }

    @Test
    void areThereForEveryKeyThatAPageNames() throws IOException {
        Set<String> known = keys("web_fr");
        keys("pro_fr").forEach(key -> known.add("pro." + key));
        Set<String> missing = new TreeSet<>();
        for (Path page : Pages.all(Pages.WEBAPP)) {
            Matcher named = KEY.matcher(Pages.text(page));
            while (named.find()) {
                String key = key(named);
                boolean beginning = key.endsWith(".");
                if (!beginning && !known.contains(key) && !known.contains(key + ".one")) {
                    missing.add(page.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** {@code one ? 'basket.fewer' : 'basket.lessWeight'}: what looks like a key, since other keys begin alike, is one. */
    @Test
    void areThereForEveryKeyThatAPageChooses() throws IOException {
        Set<String> known = keys("web_fr");
        known.addAll(keys("pro_fr"));
        Set<String> beginnings = known.stream().map(WebWordsTest::beginning).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Path page : Pages.all(Pages.WEBAPP)) {
            Matcher chosen = CHOSEN.matcher(Pages.text(page));
            while (chosen.find()) {
                String key = chosen.group(1);
                if (beginnings.contains(beginning(key)) && !known.contains(key) && !known.contains(key + ".one")) {
                    missing.add(page.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String beginning(String key) {
        return key.replaceFirst("\\..*", "");
    }

    /** The page of the jobs names each, and what it is doing: a job has works, and each of them a name of its own. */
    @ParameterizedTest
    @EnumSource(NotificationEvent.class)
    void nameEveryMessage(NotificationEvent event) throws IOException {
        assertThat(keys("web_fr")).contains("message." + event);
    }

    @ParameterizedTest
    @EnumSource(Job.class)
    void nameEveryJobAndItsWorks(Job job) throws IOException {
        Set<String> wanted = new TreeSet<>(
                Set.of("operation.job." + job.definition(), "operation.job." + job.definition() + ".what"));
        job.works().forEach(work -> wanted.add("operation.job." + work));
        assertThat(keys("pro_fr")).containsAll(wanted);
    }

    /** A line never begins with a question mark, nor ends with an opening quotation mark. */
    @ParameterizedTest
    @ValueSource(strings = {"web_fr", "pro_fr"})
    void keepFrenchPunctuationWithItsWord(String bundle) throws IOException {
        assertThat(words(bundle).values().stream()
                        .map(Object::toString)
                        .filter(sentence -> sentence.matches("(?s).*( [:;?!»]|« ).*"))
                        .toList())
                .isEmpty();
    }

    private static String key(Matcher named) {
        if (named.group("key") != null) {
            return named.group("key");
        }
        return ("pro".equals(named.group("bundle")) ? "pro." : "") + named.group("name");
    }

    private static Set<String> placeholders(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String bundle) throws IOException {
        return new TreeSet<>(words(bundle).stringPropertyNames());
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    /** Of two lines with one key the last would win in silence. */
    private static Set<String> twice(String bundle) throws IOException {
        Set<String> once = new HashSet<>();
        return Files.readAllLines(BUNDLES.resolve(bundle + ".properties")).stream()
                .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .filter(key -> !once.add(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
