package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;

/** The operator of all portals, at the pages that show the jobs, the clock and the invariants. */
final class ControlRoom implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Browser browser;
    private final Page page;
    private final String address;

    private ControlRoom(RunningShop shop) {
        this.browser = Browser.at(Browser.Width.DESK);
        this.page = browser.visitor();
        this.address = shop.local("/pro/operation/").toString();
        page.navigate(address + "jobs");
        page.fill("#signIn\\:login", "exploitant@halle.demo");
        page.fill("#signIn\\:password", "demo-halle-2026");
        page.click("#signIn\\:go");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    static ControlRoom of(RunningShop shop) {
        return new ControlRoom(shop);
    }

    Page page() {
        return page;
    }

    /** Presses <em>run now</em>, or <em>stop</em> where it runs: the first button of the job's row. */
    void press(String job) {
        open("jobs");
        assertThat(row(job).count())
                .as("rows of %s on %s: %s", job, page.url(), page.title())
                .isEqualTo(1);
        row(job).locator("button").first().click();
        page.waitForLoadState();
    }

    /** Presses <em>go on</em>, which stands beside <em>run now</em> after a job was stopped. */
    void goOn(String job) {
        open("jobs");
        row(job).locator("button").nth(1).click();
        page.waitForLoadState();
    }

    /** Every job, one after the other. */
    void runAll() {
        open("jobs");
        page.locator("button.ui-button-primary").last().click();
        page.waitForLoadState();
    }

    /** The first payout of the list that came back or was refused. */
    void letsThePayoutLeaveAgain() {
        open("payouts");
        page.locator("tbody td.num button").first().click();
        page.waitForLoadState();
    }

    /** Moves the demo's clock on; what has become due is started. */
    void anHourLater() {
        later(0);
    }

    /** As {@link #anHourLater}. */
    void tenBusinessDaysLater() {
        later(3);
    }

    /** The clock stays where it is while all jobs are at work. */
    private void later(int button) {
        open("clock");
        page.waitForSelector(
                "[data-busy=false]",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE.toMillis()));
        pressLater(button);
    }

    /** Pressed while all jobs are at work. @return what the page says */
    String anHourTooSoon() {
        open("clock");
        pressLater(0);
        return page.locator("main").innerText();
    }

    private void pressLater(int button) {
        page.locator("#clock button:not(.hl-first)").nth(button).click();
        page.waitForLoadState();
    }

    /** {@code idle}, {@code run}, {@code ok} or {@code error}, as the job's row is coloured. */
    String state(String job) {
        open("jobs");
        String classes = row(job).locator(".st").getAttribute("class");
        return classes.replaceFirst(".*st-(\\w+).*", "$1");
    }

    void awaitState(String job, String state) {
        Await.until(PATIENCE, job + " is " + state, () -> state(job).equals(state));
    }

    /** As the row says it: {@code 10 / 14}. */
    String progress(String job) {
        open("jobs");
        return row(job).locator("progress + span").innerText().strip();
    }

    /** One line for each execution, newest first. */
    List<String> history(String job) {
        open("jobs?job=" + job);
        return page.locator(".hl-block tbody tr")
                .last()
                .locator("xpath=..")
                .locator("tr")
                .allInnerTexts();
    }

    /** Every invariant of the operator's first page is green. */
    void seesEveryCheckGreen() {
        open("overview");
        Locator checks = page.locator(".hl-check");
        assertThat(checks.count()).as("the invariants").isGreaterThanOrEqualTo(16);
        assertThat(page.locator(".hl-check:not(:has(.hi-ok))").allInnerTexts())
                .as("what is not right")
                .isEmpty();
    }

    private void open(String path) {
        page.navigate(address + path);
    }

    private Locator row(String job) {
        return page.locator("tr:has(a[href$='job=" + job + "'])");
    }

    @Override
    public void close() {
        browser.close();
    }
}
