package fr.halle.sales.service;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A mail in HTML as plain text: its words and its line breaks. Nothing of its markup is kept, so nothing of it can run or load. It is
 * walked through once, from its first to its last node: whoever sends a hundred thousand of them does not keep us busy.
 */
final class HtmlText implements NodeFilter {

    /** A long letter with all the letters before it; more is read no further, since some markup takes the square of its length. */
    private static final int LONGEST = 200_000;

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "head",
            "title",
            "template",
            "noscript",
            "object",
            "embed",
            "iframe",
            "svg",
            "math",
            "button");

    /** Where mail programs put the mail before. */
    private static final Set<String> QUOTE_CLASSES =
            Set.of("gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted");

    /** What follows these beside them is the mail before. */
    private static final Set<String> QUOTE_BEGINS = Set.of("appendonsend", "divRplyFwdMsg");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "blockquote");

    private final StringBuilder own = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();

    /** At whose end the mail before ends; null outside of it. */
    private @Nullable Node quote;

    private HtmlText() {}

    static QuoteCut of(String html) {
        HtmlText walk = new HtmlText();
        Jsoup.parse(html.substring(0, Math.min(html.length(), LONGEST))).filter(walk);
        QuoteCut rest = QuoteCut.of(tidy(walk.own));
        String before = (rest.quoted() + "\n" + tidy(walk.quoted)).strip();
        return rest.own().isEmpty() ? new QuoteCut(before, "") : new QuoteCut(rest.own(), before);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (DROPPED.contains(node.nodeName())) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (quote == null && node instanceof Element element) {
            quote = quoteThatBegins(element);
        }
        StringBuilder out = out();
        if (node instanceof TextNode text) {
            String words = text.text();
            boolean fresh = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
            out.append(fresh ? words.stripLeading() : words);
        } else if (node.nodeName().equals("br") || node.nodeName().equals("hr")) {
            out.append('\n');
        } else if (BLOCKS.contains(node.nodeName())) {
            newLine(out);
        } else if (node.nodeName().equals("td")
                && !out.isEmpty()
                && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        StringBuilder out = out();
        if (BLOCKS.contains(node.nodeName())) {
            newLine(out);
        }
        if (node.nodeName().equals("p")) {
            out.append('\n');
        }
        if (node == quote) {
            newLine(out);
            quote = null;
        }
        return FilterResult.CONTINUE;
    }

    private StringBuilder out() {
        return quote == null ? own : quoted;
    }

    private static @Nullable Node quoteThatBegins(Element element) {
        if (QUOTE_BEGINS.contains(element.id())) {
            return element.parent() == null ? element : element.parent();
        }
        boolean known = element.nodeName().equals("blockquote")
                || element.classNames().stream().anyMatch(QUOTE_CLASSES::contains);
        return known ? element : null;
    }

    private static String tidy(StringBuilder text) {
        return text.toString()
                .replace('\u00a0', ' ')
                .replaceAll("(?<![ \\t])[ \\t]++\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void newLine(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
