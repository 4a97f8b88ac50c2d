package fr.halle.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content security policy would refuse is not in a page in the first place. */
class PageStyleTest {

    private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*src=)");

    @Test
    void noPageHasInlineStyleOrScript() {
        List<Path> offending = Pages.all(Pages.WEBAPP).stream()
                .filter(page -> !page.toString().contains("/pro/"))
                .filter(page -> INLINE.matcher(Pages.text(page)).find())
                .toList();
        assertThat(offending).isEmpty();
    }
}
