package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Debian's Chromium, driven by Playwright, as wide as a telephone or as a desk. */
final class Browser implements AutoCloseable {

    /** The two widths at which every page must work, in pixels. */
    enum Width {
        PHONE(390, 844),
        DESK(1280, 900);

        private final int width;
        private final int height;

        Width(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** On a busy machine even a button takes its time. */
    private static final double PATIENCE_MS = 90_000;

    private static final Set<String> GRAVE = Set.of("moderate", "serious", "critical");

    /** WCAG 1.4.10: a page is read at this width without scrolling sideways, and so at 1280 pixels magnified four times. */
    private static final int NARROWEST = 320;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Width width;

    private Browser(Width width) {
        this.width = width;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("HALLE_CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    static Browser at(Width width) {
        return new Browser(width);
    }

    /** A fresh visitor: no cookie. */
    Page visitor() {
        return visitor(true);
    }

    /** One whose browser runs no script, or has not got it; axe is one, so that {@link #look} would wait for ever. */
    Page visitorWithoutScript() {
        return visitor(false);
    }

    private Page visitor(boolean script) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setViewportSize(width.width, width.height)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    /** Keeps a picture under target/screenshots and holds the page to WCAG: nothing moderate or graver, no sideways scroll. */
    void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + "-" + width.width + ".png"))
                .setFullPage(true));
        List<Rule> grave = new AxeBuilder(page)
                        // A mail as it arrived runs no script, so axe would wait in it for ever.
                        .exclude("iframe[sandbox]")
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .toList();
        assertThat(grave.stream().map(Browser::explain).toList())
                .as("axe on %s at %d px", page.url(), width.width)
                .isEmpty();
        assertThat(page.content()).as("a text is missing on %s", page.url()).doesNotContain("???");
        reflows(page);
        if (width == Width.PHONE) {
            page.setViewportSize(NARROWEST, width.height);
            reflows(page);
            page.setViewportSize(width.width, width.height);
        }
    }

    private static void reflows(Page page) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue())
                .as("sideways scroll on %s at %d px", page.url(), page.viewportSize().width)
                .isZero();
    }

    private static String explain(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
