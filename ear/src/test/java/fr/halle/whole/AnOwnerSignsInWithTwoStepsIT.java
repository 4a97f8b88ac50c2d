package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.halle.whole.Browser.Width;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ASVS 6.3.3, 7.5.1: a password that somebody stole opens nothing, and does not move the money. */
class AnOwnerSignsInWithTwoStepsIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "ville";

    @ParameterizedTest
    @EnumSource(Width.class)
    void fromTheFirstCodeToALostTelephone(Width width) {
        String login = hired("OWNER");
        try (Browser browser = Browser.at(width)) {
            Desk owner = Desk.signedIn(browser.visitor(), SHOP, TOWN, login);
            Desk elsewhere = Desk.signedIn(browser.visitor(), SHOP, TOWN, login);
            owner.open("/pro/profile");
            browser.look(owner.page(), "profile-one-step");
            owner.press("#factor a");
            browser.look(owner.page(), "factor-off");
            owner.page().fill("#begin\\:password", "wrong");
            owner.press("#begin\\:go");
            assertThat(owner.text(".hl-bad")).contains("Ce n’est pas votre mot de passe");
            owner.page().fill("#begin\\:password", "demo-halle-2026");
            owner.press("#begin\\:go");
            SHOP.update("update second_factor set begun_at = begun_at - interval '10 minutes' where user_id ="
                    + " (select id from user_account where login = '" + login + "')");
            owner.page().fill("#confirm\\:code", new Telephone(owner.text("#secret")).code());
            owner.press("#confirm\\:go");
            assertThat(owner.text(".hl-say")).contains("recommencez");
            browser.look(owner.page(), "factor-late");
            owner.page().fill("#begin\\:password", "demo-halle-2026");
            owner.press("#begin\\:go");
            Telephone telephone = new Telephone(owner.text("#secret"));
            browser.look(owner.page(), "factor-scan");
            owner.page().fill("#confirm\\:code", "000000");
            owner.press("#confirm\\:go");
            assertThat(owner.text(".hl-bad")).contains("Ce code n’est pas juste");
            owner.page().fill("#confirm\\:code", telephone.code());
            owner.press("#confirm\\:go");
            List<String> recovery = owner.page().locator("#recovery code").allInnerTexts();
            assertThat(recovery).hasSize(10);
            browser.look(owner.page(), "factor-codes");
            owner.open("/pro/second-factor");
            assertThat(owner.page().content()).as("shown once").doesNotContain(recovery.get(0));
            browser.look(owner.page(), "factor-on");
            elsewhere.open("/pro");
            assertThat(elsewhere.page().url()).as("a session of before").contains("ended=true");

            Page page = elsewhere.page();
            page.navigate(SHOP.address(TOWN, "/pro/orders/calendar"));
            Desk.signsInWhereItIs(page, SHOP, TOWN, login);
            assertThat(page.locator("h1").textContent()).contains("Encore une étape");
            browser.look(page, "sign-in-code");
            page.navigate(SHOP.address(TOWN, "/pro/orders/list"));
            assertThat(path(page)).as("half is nobody").isEqualTo("/pro/sign-in");
            gives(page, telephone.sameCode());
            assertThat(page.locator("[role=alert]").textContent()).contains("déjà servi");
            browser.look(page, "sign-in-code-refused");
            gives(page, telephone.code());
            assertThat(path(page)).as("where it was going").isEqualTo("/pro/orders/list");

            page.navigate(SHOP.address(TOWN, "/pro/profile"));
            page.fill("#k\\:label", "caisse");
            page.click("#k\\:make");
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("#k .hl-bad").textContent()).contains("Ce n’est pas votre mot de passe");
            page.fill("#k\\:label", "caisse");
            page.fill("#k\\:again", "demo-halle-2026");
            page.fill("#k\\:code", telephone.code());
            page.click("#k\\:make");
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("#token").textContent()).startsWith("halle_");
            browser.look(page, "profile-two-steps");
            page.reload();
            assertThat(page.locator("#token, #k .hl-bad").count())
                    .as("shown once, and a reload asks for nothing")
                    .isZero();
            assertThat(SHOP.number("select count(*) from api_token t join user_account u on u.id = t.user_id"
                            + " where u.login = '" + login + "'"))
                    .isEqualTo(1);

            for (boolean first : List.of(true, false)) {
                Page lost = browser.visitor();
                Desk.signedIn(lost, SHOP, TOWN, login);
                gives(lost, recovery.get(7));
                assertThat(path(lost)).as("a recovery code opens once").isEqualTo(first ? "/pro" : "/pro/sign-in");
            }

            Desk colleague = Desk.signedIn(browser.visitor(), SHOP, TOWN, Desk.OYSTERS);
            colleague.open("/pro/team");
            colleague.page().locator("tr:has-text('" + login + "') summary").click();
            colleague.press("tr:has-text('" + login + "') button[value^=factor]");
            assertThat(colleague.said()).contains("Le mot de passe suffit à nouveau");
            page.navigate(SHOP.address(TOWN, "/pro"));
            assertThat(page.url()).as("the open session ends").contains("ended=true");
            Desk.signedIn(page, SHOP, TOWN, login);
            assertThat(path(page)).isEqualTo("/pro");
        }
    }

    @ParameterizedTest
    @EnumSource(Width.class)
    void whoMustHaveItIsLedThereAndNowhereElse(Width width) {
        String login = hired("OWNER");
        SignedIn owner = SignedIn.as(SHOP, TOWN, login);
        SignedIn other = SignedIn.as(SHOP, TOWN, hired("OWNER"));
        String token = owner.token();
        assertThat(parts(token).status()).isEqualTo(200);
        try (Browser browser = Browser.at(width)) {
            requires("OPERATORS_AND_OWNERS");
            obeyed(other, 302);
            Page page = browser.visitor();
            Desk.signedIn(page, SHOP, TOWN, login);
            assertThat(path(page)).isEqualTo("/pro/second-factor");
            assertThat(page.locator(".hl-say").textContent()).contains("Rien d’autre ne s’ouvre");
            browser.look(page, "factor-wanted");
            for (String path :
                    List.of("/pro", "/pro/finances", "/pro/orders/export?format=csv", "/pro/team;x", "/pro/news")) {
                Http.Answer answer = owner.get(path);
                assertThat(answer.status()).as(path).isEqualTo(302);
                assertThat(answer.header("location")).endsWith("/pro/second-factor");
            }
            assertThat(owner.post("/pro/sales/new", Map.of("lastName", "sneaked", "phone", "06 12 34 56 78"))
                            .status())
                    .isEqualTo(302);
            assertThat(SHOP.number("select count(*) from sales_request where last_name = 'sneaked'"))
                    .isZero();
            Http.Answer program = parts(token);
            assertThat(program.status()).as("nor by a program").isEqualTo(403);
            assertThat(program.body()).contains("/problems/second-factor-missing", "validation en deux étapes");
            SignedIn reader = SignedIn.as(SHOP, TOWN, "lecture.huitriere@ville.demo");
            assertThat(reader.get("/pro").status())
                    .as("nobody demands it of others")
                    .isEqualTo(200);

            page.fill("#begin\\:password", "demo-halle-2026");
            page.click("#begin\\:go");
            page.waitForLoadState(LoadState.LOAD);
            page.fill("#confirm\\:code", new Telephone(page.locator("#secret").textContent()).code());
            page.click("#confirm\\:go");
            page.waitForLoadState(LoadState.LOAD);
            page.navigate(SHOP.address(TOWN, "/pro/finances"));
            assertThat(path(page)).isEqualTo("/pro/finances");
            assertThat(parts(token).status()).as("the token is the same").isEqualTo(200);
        } finally {
            requires("NOBODY");
            obeyed(other, 200);
        }
    }

    @ParameterizedTest
    @EnumSource(Width.class)
    void anOperatorFindsWhoHasItAndTakesItAwayWithAReason(Width width) {
        String login = hired("OWNER");
        SHOP.update("insert into second_factor (user_id, sealed, begun_at, confirmed_at) select id, 'x', now(), now()"
                + " from user_account where login = '" + login + "'");
        try (Browser browser = Browser.at(width)) {
            Desk operator = Desk.signedIn(browser.visitor(), SHOP, TOWN, Desk.TOWN);
            operator.open("/pro/operation/access");
            browser.look(operator.page(), "access");
            String row = "tr:has-text('" + login + "')";
            operator.press(row + " button");
            assertThat(operator.text(row + " .hl-bad")).contains("Écrivez-le en une phrase");
            browser.look(operator.page(), "access-refused");
            operator.page().fill(row + " input", "Reconnue au comptoir par " + login);
            operator.press(row + " button");
            assertThat(operator.said()).contains("Le mot de passe suffit à nouveau");
            assertThat(operator.page().content()).doesNotContain(login);
            assertThat(SHOP.number("select count(*) from notification n join merchant m on m.id = n.merchant_id"
                            + " where n.event = 'SECOND_FACTOR_RESET_ON_BEHALF' and n.recipient = m.email and n.data ->> 'reason' like '%"
                            + login + "'"))
                    .as("the merchant reads why")
                    .isEqualTo(1);
        }
    }

    /** Behind the shop's back: its operator would be led to set one up too. It looks again every second. */
    private static void requires(String whom) {
        SHOP.update("delete from portal_setting where key = 'signIn.secondFactor'");
        SHOP.update("insert into portal_setting (portal_id, key, value) select id, 'signIn.secondFactor', '" + whom
                + "' from portal where slug = 'ville'");
    }

    private static void obeyed(SignedIn owner, int status) {
        Await.until(
                Duration.ofSeconds(20),
                "the shop obeys",
                () -> owner.get("/pro").status() == status);
    }

    private static Http.Answer parts(String token) {
        return Http.of(SHOP, TOWN).get("/api/v1/merchant/parts", "Authorization: Bearer " + token);
    }

    private static void gives(Page page, String code) {
        page.fill("#second\\:code", code);
        page.click("#second\\:go");
        page.waitForLoadState(LoadState.LOAD);
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }

    /** Somebody of the test's own, with the demo's password. */
    private static String hired(String role) {
        String login = "hired-" + System.nanoTime() + "@ville.demo";
        SHOP.number(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, joined_at)"
                        + " select nextval('halle_id'), '" + login + "', '" + login + "', 'Nouvelle', password_hash, '"
                        + role
                        + "', portal_id, merchant_id, now() from user_account where login = 'huitriere@ville.demo' returning id");
        return login;
    }
}
