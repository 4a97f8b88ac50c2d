package fr.halle.sales.service;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A mail in HTML as plain text: its words and its line breaks. Nothing of its markup is kept, so nothing of it can run or load. */
final class HtmlText {

    private static final String DROPPED =
            "script,style,head,title,template,noscript,object,embed,iframe,svg,math,form button";

    /** Where mail programs put the mail before. */
    private static final String QUOTES =
            "blockquote,.gmail_quote,.gmail_attr,.moz-cite-prefix,.yahoo_quoted,#appendonsend,#divRplyFwdMsg,#divRplyFwdMsg ~ *,#appendonsend ~ *";

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre", "section",
            "article", "header", "footer");

    private HtmlText() {}

    static QuoteCut of(String html) {
        Document page = Jsoup.parse(html);
        page.select(DROPPED).remove();
        StringBuilder quoted = new StringBuilder();
        for (Element quote : page.select(QUOTES)) {
            if (quote.parents().stream().noneMatch(parent -> parent.is(QUOTES))) {
                quoted.append(text(quote)).append('\n');
            }
        }
        page.select(QUOTES).remove();
        QuoteCut rest = QuoteCut.of(text(page));
        String before = (rest.quoted() + "\n" + quoted.toString().strip()).strip();
        return rest.own().isEmpty() ? new QuoteCut(before, "") : new QuoteCut(rest.own(), before);
    }

    private static String text(Node root) {
        StringBuilder out = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            String words = text.text();
                            boolean fresh = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
                            out.append(fresh ? words.stripLeading() : words);
                        } else if (node.nodeName().equals("br")
                                || node.nodeName().equals("hr")) {
                            out.append('\n');
                        } else if (BLOCKS.contains(node.nodeName())) {
                            newLine(out);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node.nodeName().equals("p")) {
                            newLine(out);
                            out.append('\n');
                        } else if (BLOCKS.contains(node.nodeName())) {
                            newLine(out);
                        }
                    }
                },
                root);
        return out.toString()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void newLine(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
