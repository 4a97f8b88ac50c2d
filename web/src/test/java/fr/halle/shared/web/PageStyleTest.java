package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content security policy would refuse is not in a page in the first place. */
class PageStyleTest {

    private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*src=)");

    private static final Pattern FORM = Pattern.compile("(?s)<(h:form|form)\\b.*?</\\1>");
    private static final Pattern FIELD = Pattern.compile(
            "<(p:inputText|h:inputText|p:password|hl:why)\\b|<input (?![^>]*type=\"(hidden|checkbox|radio|file)\")");
    private static final Pattern BUTTON = Pattern.compile("<(hl:first|t:first|p:commandButton|button)\\b[^>]*>");
    private static final Pattern OF_ROWS = Pattern.compile("<button type=\"submit\" name=\"\\w+\" value=\"#\\{");

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
