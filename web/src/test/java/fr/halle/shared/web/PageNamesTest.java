package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code pro/orders/view.xhtml} and {@code ProOrdersViewPage} find each other by name, both ways. */
class PageNamesTest {

    /** They show words only; the frame shows the contact page's form. */
    private static final Set<String> WITHOUT_BEAN =
            Set.of("NotFoundPage", "ForbiddenPage", "FailurePage", "HelpPage", "TooManyPage", "ContactFramePage");

    @Test
    void everyPageHasItsBeanAndEveryBeanItsPage() throws IOException {
        Set<String> ofViews =
                Pages.all(Pages.VIEWS).stream().map(PageNamesTest::bean).collect(Collectors.toCollection(TreeSet::new));
        ofViews.removeAll(WITHOUT_BEAN);
        assertThat(beans()).isEqualTo(ofViews);
    }

    private static String bean(Path view) {
        String path = Pages.VIEWS.relativize(view).toString().replace(".xhtml", "");
        return Arrays.stream(path.split("[/-]"))
                        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                        .collect(Collectors.joining())
                + "Page";
    }

    private static Set<String> beans() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Page.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
