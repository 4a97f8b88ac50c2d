package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.halle.whole.Browser.Width;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** M72: Profil › Équipe, and the two links that choose a password, by those who use them, on a telephone and at a desk. */
class AnOwnerInvitesSomebodyIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "ville";
    private static final String CHOSEN = "les huîtres du jeudi";

    @ParameterizedTest
    @EnumSource(Width.class)
    void whoWorksThereUntilTheAccessIsClosed(Width width) {
        String address = "colleague-" + System.nanoTime() + "@example.org";
        try (Browser browser = Browser.at(width)) {
            Desk owner = Desk.signedIn(browser.visitor(), SHOP, TOWN, owner());
            owner.open("/pro/team");
            owner.page().fill("#i\\:name", "Léa Morvan");
            owner.page().fill("#i\\:email", address);
            owner.page().selectOption("#i\\:role", "READER");
            owner.press("#i\\:go");
            assertThat(owner.said()).contains("L’invitation est partie");
            browser.look(owner.page(), "team");

            Page guest = browser.visitor();
            chooses(browser, guest, link(address), "invitation");
            signsIn(guest, address, CHOSEN);
            assertThat(URI.create(guest.url()).getPath()).isEqualTo("/pro");
            assertThat(guest.locator(".hl-nav").textContent()).doesNotContain("Finances", "Équipe");
            assertThat(guest.navigate(SHOP.address(TOWN, "/pro/team")).status()).isEqualTo(403);
            guest.navigate(link(address));
            assertThat(guest.locator("[role=alert]").textContent()).contains("déjà servi");

            owner.open("/pro/team");
            owner.page().locator("tr:has-text('" + address + "') summary").click();
            owner.press("tr:has-text('" + address + "') button[value^=close]");
            assertThat(owner.said()).contains("L’accès est fermé");
            guest.navigate(SHOP.address(TOWN, "/pro/orders/list"));
            assertThat(guest.url()).as("at the next click").endsWith("/pro/sign-in?ended=true");
        }
    }

    @ParameterizedTest
    @EnumSource(Width.class)
    void whoForgotThePasswordChoosesAnother(Width width) {
        String login = owner();
        try (Browser browser = Browser.at(width)) {
            Page page = browser.visitor();
            Desk elsewhere = Desk.signedIn(browser.visitor(), SHOP, TOWN, login);
            assertThat(elsewhere.open("/pro")).isEqualTo(200);
            String answer = asks(page, "nobody-" + System.nanoTime() + "@example.org");
            assertThat(asks(page, login))
                    .as("the same whether the account exists")
                    .isEqualTo(answer);
            browser.look(page, "forgotten");

            chooses(browser, page, link(login), "forgotten");
            signsIn(page, login, CHOSEN);
            assertThat(URI.create(page.url()).getPath()).isEqualTo("/pro");
            elsewhere.open("/pro");
            assertThat(elsewhere.page().url())
                    .as("a session under the old password")
                    .contains("ended=true");

            page.navigate(SHOP.address(TOWN, "/pro/profile"));
            page.fill("#pw\\:current", "wrong");
            page.fill("#pw\\:wanted", "les huîtres du lundi");
            page.fill("#pw\\:again", "les huîtres du lundi");
            page.click("#pw\\:change");
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("#account .hl-bad").textContent()).contains("Ce n’est pas votre mot de passe");
            browser.look(page, "account");
        }
    }

    private static String asks(Page page, String login) {
        page.navigate(SHOP.address(TOWN, "/pro/forgotten"));
        page.fill("#f\\:login", login);
        page.click("#f\\:go");
        page.waitForLoadState(LoadState.LOAD);
        return page.locator(".hl-say").textContent();
    }

    private static void chooses(Browser browser, Page page, String link, String name) {
        page.navigate(link);
        browser.look(page, "password-" + name);
        page.fill("#p\\:wanted", "court");
        page.fill("#p\\:again", "court");
        page.click("#p\\:go");
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator(".hl-bad").textContent()).contains("12");
        page.fill("#p\\:wanted", CHOSEN);
        page.fill("#p\\:again", CHOSEN);
        page.click("#p\\:go");
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.url()).endsWith("/pro/sign-in?chosen=true");
    }

    private static void signsIn(Page page, String login, String password) {
        page.navigate(SHOP.address(TOWN, "/pro/sign-in"));
        page.fill("#signIn\\:login", login);
        page.fill("#signIn\\:password", password);
        page.click("#signIn\\:go");
        page.waitForLoadState(LoadState.LOAD);
    }

    /** What the button of the last mail to an address opens, on this shop's own port. */
    private static String link(String address) {
        String mails = " from notification where recipient = '" + address
                + "' and state = 'SENT' and event in ('TEAM_INVITATION', 'PASSWORD_FORGOTTEN')";
        Await.until(Duration.ofSeconds(30), "the mail has left", () -> SHOP.number("select count(*)" + mails) > 0);
        String link = SHOP.text("select letter->'button'->>'address'" + mails + " order by id desc limit 1");
        return SHOP.address(TOWN, link.substring(link.indexOf("/pro/")));
    }

    /** An owner of the test's own, with the demo's password. */
    private static String owner() {
        String login = "hired-" + System.nanoTime() + "@ville.demo";
        SHOP.number(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, joined_at)"
                        + " select nextval('halle_id'), '" + login + "', '" + login
                        + "', 'Nouvelle', password_hash, role, portal_id, merchant_id, now()"
                        + " from user_account where login = 'huitriere@ville.demo' returning id");
        return login;
    }
}
