package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.MoveRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal that has no sentence would reach a person as « this cannot be accepted »: every one has its own. */
class RefusalWordsTest {

    private static final List<Path> CLASSES = List.of(
            Path.of("../persistence/target/classes"),
            Path.of("../ejb/target/classes"),
            Path.of("../batch/target/classes"),
            Path.of("target/classes"));

    @Test
    void everyRefusalHasItsSentence() throws IOException, ClassNotFoundException {
        Set<String> sentences = ResourceBundle.getBundle("fr.halle.i18n.web", java.util.Locale.FRANCE)
                .keySet();
        Set<String> speechless = new TreeSet<>();
        for (Path root : CLASSES) {
            for (Class<?> type : refusals(root)) {
                String key = "error." + type.getSimpleName();
                if (sentences.stream().noneMatch(said -> said.equals(key) || said.startsWith(key + "."))) {
                    speechless.add(type.getName());
                }
            }
        }
        assertThat(speechless).isEmpty();
    }

    @Test
    void everyReasonOfARefusedChoiceHasItsSentence() {
        ResourceBundle words = ResourceBundle.getBundle("fr.halle.i18n.web", java.util.Locale.FRANCE);
        for (ChoiceRefused.Reason reason : ChoiceRefused.Reason.values()) {
            assertThat(words.containsKey("error.ChoiceRefused." + reason))
                    .as(reason.name())
                    .isTrue();
        }
    }

    private static List<Class<?>> refusals(Path root) throws IOException, ClassNotFoundException {
        List<Class<?>> found = new java.util.ArrayList<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/fr/halle/.*/[A-Z]\\w+\\.class"))
                    .toList()) {
                String name =
                        root.relativize(file).toString().replace(".class", "").replace('/', '.');
                Class<?> type = Class.forName(name, false, RefusalWordsTest.class.getClassLoader());
                boolean abstractOne = java.lang.reflect.Modifier.isAbstract(type.getModifiers());
                if (BusinessException.class.isAssignableFrom(type) && !abstractOne && type != MoveRefused.class) {
                    found.add(type);
                }
            }
        }
        return found;
    }
}
