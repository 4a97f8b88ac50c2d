package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import fr.halle.whole.Browser.Width;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S01–S03, S27, C18–C23: from the form through the secretaries' desk to the customer's private page and back, by two at once. */
class ARequestIsAnsweredIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String RESORT = "montagne";
    private static final String SANDRINE = "secretariat.ecole@montagne.demo";
    private static final String THOMAS = "secretariat2.ecole@montagne.demo";
    private static final String LIST = "/pro/sales/requests?all=1";
    private static final String SCRIPT =
            "<script>document.title='caught'</script><img src=x onerror=\"document.title='caught'\">";

    @TempDir
    private static Path folder;

    private static final Duration LIVE = Duration.ofSeconds(40);

    @Test
    void fromTheFormToThePrivatePageAndBack() {
        String name = "Morel-" + System.nanoTime();
        String email = name + "@example.org";
        try (Browser phone = Browser.at(Width.PHONE);
                Browser desk = Browser.at(Width.DESK)) {
            Desk sandrine = Desk.signedIn(desk.visitor(), SHOP, RESORT, SANDRINE);
            sandrine.open(LIST);
            Page customer = phone.visitor();
            asks(customer, name, email);

            Locator row = row(sandrine.page(), name);
            seesLive(sandrine.page(), row);
            assertThat(row.getAttribute("class")).contains("hl-unread");
            assertThat(row.locator("td").nth(1).evaluate("cell => Number(getComputedStyle(cell).fontWeight)"))
                    .as("unread in bold")
                    .satisfies(
                            weight -> assertThat(((Number) weight).intValue()).isGreaterThanOrEqualTo(600));
            desk.look(sandrine.page(), "requests");
            row.locator("a.key").click();
            sandrine.page().waitForLoadState(LoadState.LOAD);
            assertThat(sandrine.text(".hl-bub .hl-note")).as("a script is text").contains(SCRIPT, "Un cours");
            assertThat(sandrine.page().title()).doesNotContain("caught");
            desk.look(sandrine.page(), "request");

            assigns(sandrine, "Sandrine Laloy");
            answersWithAFile(sandrine, "Bonjour " + name + ", voici le plan.");
            desk.look(sandrine.page(), "request-answered");
            sandrine.open(LIST);
            assertThat(row(sandrine.page(), name).getAttribute("class"))
                    .as("read")
                    .doesNotContain("hl-unread");

            readsAndAnswers(phone, customer, name, email);
            Page atADesk = desk.visitor();
            atADesk.navigate(customer.url());
            desk.look(atADesk, "conversation");
            seesLive(
                    sandrine.page(),
                    row(sandrine.page(), name).and(sandrine.page().locator(".hl-unread")));
            isToldInItsMailbox(desk, sandrine, email);
        }
    }

    private static void asks(Page customer, String name, String email) {
        customer.navigate(SHOP.address(RESORT, "/shop/ecole"));
        customer.locator("main a[href^='/contact']").first().click();
        fills(customer, name, email, "Un cours le matin ? " + SCRIPT);
        customer.locator("form.contact button").click();
        customer.locator(".notice-ok").waitFor();
    }

    private static void fills(Page page, String name, String email, String message) {
        page.fill("#firstName", "Camille");
        page.fill("#lastName", name);
        page.fill("#email", email);
        page.fill("#phone", "06 12 34 56 78");
        if (page.locator("#category").count() > 0) {
            page.selectOption("#category", new SelectOption().setIndex(1));
        }
        page.fill("#message", message);
    }

    private void answersWithAFile(Desk sandrine, String answer) {
        Page page = sandrine.page();
        page.fill("#text", answer);
        page.setInputFiles("#file", large());
        assertThat(page.locator("#tooLarge").textContent())
                .as("said before 30 MB travel")
                .contains("film.mp4", "10\u00a0Mo");
        page.setInputFiles("#file", plan());
        assertThat(page.locator("#tooLarge").isVisible()).isFalse();
        sandrine.press("#send");
        assertThat(sandrine.said()).contains("Réponse envoyée");
        assertThat(page.locator(".hl-bub.me").last().textContent()).contains(answer, "plan.pdf");
    }

    /** From the mail to the page of the customer's own, and back to the desk (C23). */
    private static void readsAndAnswers(Browser phone, Page customer, String name, String email) {
        Outbox outbox = new Outbox(customer, SHOP, RESORT);
        FrameLocator mail = outbox.opens("REQUEST_ANSWERED", email);
        assertThat(mail.locator("body").textContent()).contains("voici le plan", "plan.pdf");
        phone.look(customer, "mail-answer");
        customer.navigate(Outbox.link(mail, "/conversation?token="));
        assertThat(customer.locator(".talk").textContent()).contains("voici le plan", SCRIPT);
        assertThat(customer.title()).doesNotContain("caught");
        phone.look(customer, "conversation");
        Download file = customer.waitForDownload(
                () -> customer.locator(".talk a[download]").first().click());
        assertThat(file.suggestedFilename()).isEqualTo("plan.pdf");
        customer.fill("#text", "Merci, à lundi !");
        customer.locator("#say button").click();
        customer.locator(".notice-ok").waitFor();
        assertThat(customer.locator(".talk li").last().textContent()).contains("Merci, à lundi", name);
        phone.look(customer, "conversation-written");
    }

    private static void isToldInItsMailbox(Browser desk, Desk sandrine, String email) {
        String mailbox = SHOP.text("select n.recipient from notification n join sales_request r on r.id = n.subject_id"
                + " where n.event = 'CUSTOMER_WROTE' and r.email = '" + email + "'");
        Page reader = desk.visitor();
        FrameLocator mail = new Outbox(reader, SHOP, RESORT).opens("CUSTOMER_WROTE", mailbox);
        assertThat(mail.locator("body").textContent()).contains("Merci, à lundi !", email);
        desk.look(reader, "mail-customer-wrote");
        sandrine.page().navigate(Outbox.link(mail, "/pro/sales/request?id="));
        assertThat(sandrine.page().locator(".hl-bub").last().textContent()).contains("Merci, à lundi !");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact?shop=ecole", "/contact/frame?shop=ecole&lang=fr"})
    void withoutAScriptItIsTheSame(String form) {
        String name = "Sobre-" + System.nanoTime();
        String email = name + "@example.org";
        try (Browser phone = Browser.at(Width.PHONE)) {
            Page customer = phone.visitorWithoutScript();
            customer.navigate(SHOP.address(RESORT, form));
            fills(customer, name, email, "Sans script");
            customer.locator("form.contact button").click();
            customer.locator(".notice-ok").waitFor();
            Page reader = phone.visitor();
            FrameLocator mail = new Outbox(reader, SHOP, RESORT).opens("CONTACT_ACKNOWLEDGED", email);
            assertThat(reader.locator("h2").first().textContent()).contains("Votre demande à");
            assertThat(mail.locator("body").textContent())
                    .contains("bien arrivée")
                    .as("the message is not repeated to whom it may not be from")
                    .doesNotContain("Sans script");
            phone.look(reader, "mail-acknowledgement");
            reader.navigate(SHOP.address(RESORT, form));
            phone.look(reader, "contact-without-script");

            String token = SHOP.text("select token from sales_request where email = '" + email + "'");
            customer.navigate(SHOP.address(RESORT, "/conversation?token=" + token));
            customer.fill("#text", "Encore une chose");
            customer.setInputFiles("#file", large());
            customer.locator("#say button").click();
            assertThat(customer.locator(".notice-bad").textContent()).contains("film.mp4", "10\u00a0Mo");
            assertThat(customer.inputValue("#text")).as("nothing typed is lost").isEqualTo("Encore une chose");
            customer.locator("#say button").click();
            customer.locator(".notice-ok").waitFor();
        }
        assertThat(SHOP.number("select count(*) from request_message m join sales_request r on r.id = m.request_id"
                        + " where r.email = '" + email + "' and m.side = 'CUSTOMER'"))
                .isEqualTo(2);
    }

    /** Two secretaries on one request know of each other, and nothing of either is overwritten unseen. */
    @Test
    void byTwoAtOnce() {
        AskedDesk asked = AskedDesk.at(SHOP, RESORT, "ecole", "Deux-" + System.nanoTime(), "deux@example.org");
        String address = "/pro/sales/request?id=" + asked.request();
        try (Browser phone = Browser.at(Width.PHONE);
                Browser desk = Browser.at(Width.DESK)) {
            Desk sandrine = Desk.signedIn(desk.visitor(), SHOP, RESORT, SANDRINE);
            Desk thomas = Desk.signedIn(phone.visitor(), SHOP, RESORT, THOMAS);
            Desk stale = Desk.signedIn(phone.visitorWithoutScript(), SHOP, RESORT, THOMAS);
            sandrine.open(address);
            sandrine.page()
                    .waitForResponse(
                            "**/pro/sales/presence", () -> sandrine.page().reload());
            thomas.open(address);
            thomas.page()
                    .locator("#presence:has-text('Sandrine Laloy est sur cette demande')")
                    .waitFor();
            phone.look(thomas.page(), "request");
            stale.open(address);

            answersMeanwhile(sandrine, stale);
            assigns(sandrine, "Sandrine Laloy");
            thomas.page()
                    .locator("#presence:has-text('Le dossier a été modifié')")
                    .waitFor();
            thomas.page().selectOption("#assigned", new SelectOption().setLabel("Thomas Berger"));
            thomas.press("form[action='/pro/sales/dossier'] button");
            assertThat(thomas.text("main")).contains("Modifié par Sandrine Laloy", "Thomas Berger");
            assertThat(assigned(asked)).as("nothing is overwritten").isEqualTo("Sandrine Laloy");
            phone.look(thomas.page(), "request-stale");
            thomas.press("main form button");
            assertThat(thomas.said()).contains("Dossier enregistré");
            assertThat(assigned(asked)).isEqualTo("Thomas Berger");
        }
    }

    /** @param stale a page that was opened before, and learns of nothing */
    private static void answersMeanwhile(Desk sandrine, Desk stale) {
        sandrine.page().fill("#text", "Je m’en occupe");
        sandrine.press("#send");
        stale.page().fill("#text", "Je m’en occupe aussi");
        stale.press("#send");
        assertThat(stale.said()).contains("Sandrine Laloy a répondu entre-temps");
        assertThat(stale.page().inputValue("#text")).isEqualTo("Je m’en occupe aussi");
        stale.page().setInputFiles("#file", large());
        stale.press("#send");
        assertThat(stale.said()).contains("film.mp4", "10\u00a0Mo au plus");
        assertThat(stale.page().inputValue("#text")).isEqualTo("Je m’en occupe aussi");
        stale.press("#send");
        assertThat(stale.said()).contains("Réponse envoyée");
    }

    /** Kept once, it is at hand in every conversation of the desk, until somebody puts it away. */
    @Test
    void withASavedAnswer() {
        AskedDesk asked = AskedDesk.at(SHOP, RESORT, "ecole", "Souvent-" + System.nanoTime(), "souvent@example.org");
        String title = "Usage " + System.nanoTime();
        try (Browser desk = Browser.at(Width.DESK)) {
            Desk sandrine = Desk.signedIn(desk.visitor(), SHOP, RESORT, SANDRINE);
            sandrine.open("/pro/sales/request?id=" + asked.request());
            sandrine.page().fill("#text", "Le forfait est à prendre à part.");
            saved(sandrine).click();
            sandrine.page().fill("#title", title);
            sandrine.page().press("#title", "Enter");
            sandrine.page().waitForLoadState(LoadState.LOAD);
            assertThat(sandrine.said()).contains("Réponse gardée");
            sandrine.page().fill("#text", "");
            saved(sandrine).click();
            kept(sandrine, title).locator("[data-insert]").click();
            assertThat(sandrine.page().inputValue("#text")).isEqualTo("Le forfait est à prendre à part.");
            saved(sandrine).click();
            desk.look(sandrine.page(), "request-saved-answers");
            kept(sandrine, title).locator("summary").click();
            kept(sandrine, title).locator("button[name=forget]").click();
            sandrine.page().waitForLoadState(LoadState.LOAD);
            assertThat(sandrine.said()).contains("Réponse enlevée");
            assertThat(sandrine.page().inputValue("#text")).isEqualTo("Le forfait est à prendre à part.");
            assertThat(SHOP.number("select count(*) from saved_answer where title = '" + title + "'"))
                    .isZero();
        }
    }

    private static Locator saved(Desk desk) {
        return desk.page().locator("#say summary[title='Réponses enregistrées']");
    }

    private static Locator kept(Desk desk, String title) {
        return desk.page().locator(".hl-kept", new Page.LocatorOptions().setHasText(title));
    }

    private static void assigns(Desk desk, String to) {
        desk.page().selectOption("#assigned", new SelectOption().setLabel(to));
        desk.press("form[action='/pro/sales/dossier'] button");
        assertThat(desk.said()).contains("Dossier enregistré");
    }

    private static String assigned(AskedDesk asked) {
        return SHOP.text("select u.name from sales_request r join user_account u on u.id = r.assigned_to where r.id = "
                + asked.request());
    }

    /** Coming back to an open page asks at once; nothing is loaded anew. */
    private static void seesLive(Page list, Locator wanted) {
        Await.until(LIVE, "it comes into the open list", () -> {
            list.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            return wanted.count() > 0;
        });
    }

    private static Locator row(Page list, String name) {
        return list.locator("#requests tbody tr", new Page.LocatorOptions().setHasText(name));
    }

    private static FilePayload plan() {
        return new FilePayload("plan.pdf", "application/pdf", "%PDF-1.4 un plan".getBytes(StandardCharsets.UTF_8));
    }

    /** 30 MB that take no room. */
    private static Path large() {
        Path film = folder.resolve("film.mp4");
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(30_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return film;
    }
}
