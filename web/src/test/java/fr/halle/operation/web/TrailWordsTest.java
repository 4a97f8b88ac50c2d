package fr.halle.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.operation.service.TrailKind;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.shared.model.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** O01, K18: whatever is written into the audit trail is read in words, and found by its sort. */
class TrailWordsTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("../ejb/src/main/java"), Path.of("../batch/src/main/java"), Path.of("src/main/java"));
    /** What stands in quotes like a deed; the first word given to another's method is a column's name. */
    private static final Pattern DEED = Pattern.compile("(?<!\\.\\w{1,20}\\(\\s{0,60})\"([a-z]+(?:_[A-Za-z]+)+)\"");

    @Test
    void everyDeedHasItsWordsInBothLanguages() throws IOException {
        Set<String> deeds = deeds();
        for (Locale locale : List.of(Locale.FRANCE, Locale.UK)) {
            Set<String> known =
                    ResourceBundle.getBundle("fr.halle.i18n.pro", locale).keySet();
            assertThat(deeds).allSatisfy(deed -> assertThat(known).contains("trail.action." + deed));
        }
    }

    @Test
    void everyDeedIsFoundByOneSort() throws IOException {
        assertThat(deeds())
                .hasSizeGreaterThan(50)
                .allSatisfy(deed -> assertThat(TrailKind.values())
                        .filteredOn(kind -> kind.holds(deed))
                        .hasSize(1));
    }

    private static Set<String> deeds() throws IOException {
        Set<String> deeds = new TreeSet<>();
        for (Path source : SOURCES) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file);
                    if (text.contains("Audit audit;")) {
                        DEED.matcher(text).results().forEach(found -> deeds.add(found.group(1)));
                    }
                }
            }
        }
        Arrays.stream(MerchantOrderTransition.values())
                .filter(transition -> transition.by().contains(Actor.Kind.OPERATOR))
                .forEach(transition -> deeds.add("part_" + transition));
        // A column, asked for by its name.
        deeds.remove("password_hash");
        Stream.of("on", "off", "reset").forEach(what -> deeds.add("second_factor_" + what));
        return deeds;
    }
}
