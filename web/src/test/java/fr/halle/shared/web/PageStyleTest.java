package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the content security policy would refuse is not in a page in the first place. */
class PageStyleTest {

    private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*src=)");

    private static final Pattern FORM = Pattern.compile("(?s)<(h:form|form)\\b.*?</\\1>");
    private static final Pattern FIELD = Pattern.compile(
            "<(p:inputText|h:inputText|p:password|hl:why|(hl|t):ask)\\b|<input (?![^>]*type=\"(hidden|checkbox|radio|file)\")");
    private static final Pattern BUTTON = Pattern.compile("<(hl:first|t:first|p:commandButton|button)\\b[^>]*>");
    private static final Pattern OF_ROWS = Pattern.compile("<button type=\"submit\" name=\"\\w+\" value=\"#\\{");

    private static final Pattern SENTENCE =
            Pattern.compile("<(?:hl|t):wrong\\b[^>]*>|<\\w[^>]*\\sclass=\"(?:hl-bad\\b|ui-message |help\")[^>]*>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern DESCRIBED = Pattern.compile("\\b(?:a:)?aria-describedby=\"([^\"]*)\"");
    private static final Pattern PIECE = Pattern.compile("#\\{([^}]*)}|[^#]+");
    private static final Path ONE_SENTENCE = Path.of("tags/wrong.xhtml");

    /** Who hears the page instead of seeing it is told what a field asks, and which is refused and why (WCAG 1.3.1, 3.3.1). */
    @Test
    void everyRefusalAndEveryHelpIsNamedByItsField() {
        List<String> loose = Pages.all(Pages.WEBAPP).stream()
                .filter(page -> !page.endsWith(ONE_SENTENCE))
                .flatMap(page -> SENTENCE.matcher(Pages.text(page))
                        .results()
                        .map(MatchResult::group)
                        .filter(sentence -> !isNamed(sentence, Pages.text(page)))
                        .map(sentence -> page + ": " + sentence))
                .toList();
        assertThat(loose).isEmpty();
    }

    private static boolean isNamed(String sentence, String page) {
        Matcher id = ID.matcher(sentence);
        if (!id.find()) {
            return false;
        }
        Pattern name = Pattern.compile("(?<![\\w.-])" + Pattern.quote(said(id.group(1))) + "(?![\\w-])");
        return DESCRIBED
                .matcher(page)
                .results()
                .anyMatch(named -> name.matcher(named.group(1)).find());
    }

    /** An id as an expression says it: {@code wrong.#{n}} is {@code 'wrong.'.concat(n)}, and {@code nameBad} itself. */
    private static String said(String id) {
        if (!id.contains("#{")) {
            return id;
        }
        List<String> pieces = PIECE.matcher(id)
                .results()
                .map(piece -> piece.group(1) == null ? "'" + piece.group() + "'" : piece.group(1))
                .toList();
        return pieces.get(0)
                + pieces.stream().skip(1).map(piece -> ".concat(" + piece + ")").collect(Collectors.joining());
    }

    /** What takes something away or moves money, of whichever row, is pressed by itself: Enter presses a form's first button. */
    @Test
    void enterInAFieldPressesNoRowsButton() {
        List<String> offending = Pages.all(Pages.VIEWS).stream()
                .filter(page -> FORM.matcher(Pages.text(page))
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(PageStyleTest::isPressedByEnter))
                .map(Path::toString)
                .toList();
        assertThat(offending).isEmpty();
    }

    private static boolean isPressedByEnter(String form) {
        Matcher first = BUTTON.matcher(form);
        return FIELD.matcher(form).find()
                && first.find()
                && OF_ROWS.matcher(first.group()).find();
    }

    @Test
    void noPageHasInlineStyleOrScript() {
        List<Path> offending = Pages.all(Pages.WEBAPP).stream()
                .filter(page -> !page.toString().contains("/pro/"))
                .filter(page -> INLINE.matcher(Pages.text(page)).find())
                .toList();
        assertThat(offending).isEmpty();
    }
}
