package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Browser.Width;
import fr.halle.whole.Http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator of one portal may touch: its portal's settings, and neither the jobs nor the clock, which are everybody's. */
class OneOperatorRunsOnePortalIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String TOWN = "exploitant@ville.demo";
    private static final String DAYS = "value.payout.latestDays";

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "clock"})
    void theJobsAndTheClockAreForWhoRunsAllPortals(String page) {
        String path = "/pro/operation/" + page;
        SignedIn one = SignedIn.as(SHOP, "ville", TOWN);
        SignedIn all = SignedIn.as(SHOP, "ville", "exploitant@halle.demo");
        Answer theirs = all.get(path);
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(all.get("/pro/operation/overview").body()).contains("href=\"" + path + "\"");

        long before = started();
        assertThat(one.get("/pro/operation/overview").body()).doesNotContain("href=\"" + path);
        for (String written : List.of(path, path + ".xhtml", path + "/", path + ";x=1", "/pro/operation/%6aobs")) {
            assertThat(one.get(written).status()).as(written).isIn(403, 404);
        }
        Answer refused = one.get(path);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("<h1").doesNotContain("Exception", "???");
        Map<String, String> forged = SignedIn.form(theirs, page);
        forged.put("jobs:j_idt1", "");
        assertThat(one.post(path, forged).status())
                .as("another's form is no form of ours: shown again, and refused there")
                .isIn(302, 403);
        assertThat(started()).isEqualTo(before);
    }

    @Test
    void theClockIsNotMovedBehindEverything() {
        SignedIn all = SignedIn.as(SHOP, "ville", "exploitant@halle.demo");
        long before = started();
        for (String day : List.of("9999-12-31", "+999999999-12-31", "31/02/2027", "")) {
            Map<String, String> form = SignedIn.form(all.get("/pro/operation/clock"), "clock");
            form.put("clock:date", day);
            form.put("clock:go", "clock:go");
            assertThat(all.post("/pro/operation/clock", form).status()).as(day).isIn(200, 302);
        }
        assertThat(started()).isEqualTo(before);
    }

    @Test
    void everyOtherPageOfTheOperationIsOneOwnPortals() {
        for (String login : List.of(TOWN, "exploitant@montagne.demo", "exploitant@halle.demo")) {
            SignedIn operator = SignedIn.as(SHOP, "ville", login);
            for (String page :
                    List.of("overview", "errors", "quality", "refunds", "payouts", "ledger", "settings", "trail")) {
                assertThat(operator.get("/pro/operation/" + page).status())
                        .as("%s at %s", login, page)
                        .isEqualTo(200);
            }
        }
        SignedIn mountain = SignedIn.as(SHOP, "montagne", "exploitant@montagne.demo");
        for (String payout : references("ville")) {
            assertThat(mountain.get("/pro/operation/payouts").body()).doesNotContain(payout);
            assertThat(mountain.get("/pro/operation/ledger?q=" + payout).body()).doesNotContain("payout_sent");
        }
        assertThat(mountain.get("/pro/operation/settings?portal=ville").status())
                .isEqualTo(403);
        assertThat(mountain.get("/pro/operation/overview").body())
                .as("the provider's totals are of all portals")
                .doesNotContain("Relevé du prestataire");
    }

    @Test
    void anotherPortalsSettingsAreNotChanged() {
        SignedIn mountain = SignedIn.as(SHOP, "montagne", "exploitant@montagne.demo");
        Map<String, String> form = SignedIn.form(mountain.get("/pro/operation/settings"), "settings");
        form.put("portal", "ville");
        form.put(DAYS, "7");
        assertThat(mountain.post("/pro/operation/settings", form).status()).isEqualTo(403);
        assertThat(SignedIn.as(SHOP, "ville", "huitriere@ville.demo")
                        .get("/pro/operation/settings")
                        .status())
                .isEqualTo(403);
        assertThat(SHOP.number("select count(*) from portal_setting s join portal p on p.id = s.portal_id where"
                        + " p.slug = 'ville' and s.key = 'payout.latestDays'"))
                .isZero();
    }

    /** M41, O16: nobody but the portal's operator replays or settles, and nobody sets Erreur by hand. */
    @Test
    void anotherPortalsErrorsAreNeitherSeenNorReplayed() {
        String number = sold();
        String part = "(select id from merchant_order where number = '" + number + "')";
        long trouble = troubled(part);

        SignedIn mountain = SignedIn.as(SHOP, "montagne", "exploitant@montagne.demo");
        SignedIn sea = SignedIn.as(SHOP, "ville", "huitriere@ville.demo");
        Answer errors = mountain.get("/pro/operation/errors?cause=REFUND_REFUSED");
        assertThat(errors.body()).doesNotContain("secret words", number);
        for (String button : List.of("replay", "settle", "correct")) {
            Map<String, String> forged = SignedIn.form(errors, "errors");
            forged.put(button, Long.toString(trouble));
            forged.put("reference-" + trouble, "VIR-1");
            forged.put("reason-" + trouble, "x");
            forged.put("address-" + trouble, "x@example.org");
            assertThat(mountain.post("/pro/operation/errors", forged).status())
                    .as(button)
                    .isLessThan(500);
            assertThat(sea.post("/pro/operation/errors", forged).status())
                    .as("%s by a merchant", button)
                    .isEqualTo(403);
        }
        assertThat(SHOP.number("select count(*) from order_trouble where id = " + trouble
                        + " and solved_at is null and replayed_at is null"))
                .isEqualTo(1);

        for (String move : List.of("FAIL", "RESUME_RECORDED", "CANCEL_ERROR", "ERROR")) {
            Map<String, String> forged = SignedIn.form(sea.get("/pro/orders/view?number=" + number), "moves");
            forged.put("move", move);
            assertThat(sea.post("/pro/orders/view", forged).status()).as(move).isLessThan(500);
        }
        assertThat(SHOP.number("select count(*) from merchant_order where state = 'RECORDED' and id = " + part))
                .isEqualTo(1);
        SHOP.update("delete from order_trouble where id = " + trouble);
    }

    /** Bad input: the sentence stands beside what is missing, and what was typed stays. */
    @Test
    void whatIsMissingToSettleAnErrorIsSaidBesideIt() {
        long trouble = troubled("(select id from merchant_order where number = '" + sold() + "')");
        SignedIn town = SignedIn.as(SHOP, "ville", TOWN);
        Map<String, String> form = SignedIn.form(town.get("/pro/operation/errors?cause=REFUND_REFUSED"), "errors");
        form.put("settle", Long.toString(trouble));
        form.put("reason-" + trouble, "Payé par la banque");
        Answer refused = town.post("/pro/operation/errors", form);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body())
                .contains(
                        "Inscrivez la référence de la preuve",
                        "value=\"Payé par la banque\"",
                        "<details class=\"hl-wayout\" open");
        assertThat(SHOP.number("select count(*) from order_trouble where solved_at is null and id = " + trouble))
                .isEqualTo(1);
        SHOP.update("delete from order_trouble where id = " + trouble);
    }

    /** Bad input: pages and filters that are not. */
    @Test
    void listsAskedForWhatIsNotSaySo() {
        SignedIn one = SignedIn.as(SHOP, "ville", TOWN);
        for (String page : List.of(
                "/pro/operation/trail?page=10000000",
                "/pro/operation/trail?after=x",
                "/pro/operation/trail?kind=NONE",
                "/pro/operation/trail?portal=montagne",
                "/pro/operation/trail?from=31/02/2026",
                "/pro/operation/trail?from=2026-02-02&to=2026-02-01",
                "/pro/operation/trail?who=%00")) {
            assertThat(one.get(page).status()).as(page).isIn(400, 422);
        }
        for (String page : List.of(
                "/pro/operation/trail?after=999999999999999999",
                "/pro/operation/errors?after=10000000&cause=NONE",
                "/pro/operation/refunds?only=NONE&after=10000000",
                "/pro/operation/quality?days=10000000",
                "/pro/messages?only=NONE&before=1")) {
            assertThat(one.get(page).status()).as(page).isEqualTo(200);
        }
        Answer file = one.get("/pro/operation/trail-export?kind=SIGN_INS");
        assertThat(file.header("content-type")).startsWith("text/csv");
        assertThat(file.body()).contains("sign_in").doesNotContain("montagne.demo");
    }

    @ParameterizedTest
    @EnumSource(Width.class)
    void itsSettingsAreExplainedCheckedAndWrittenDown(Width width) {
        try (Browser browser = Browser.at(width)) {
            Desk desk = Desk.signedIn(browser.visitor(), SHOP, "terroir", "exploitant@terroir.demo");
            assertThat(desk.open("/pro/operation/settings")).isEqualTo(200);
            browser.look(desk.page(), "settings");

            desk.page().fill("[name='" + DAYS + "']", "-4");
            desk.press("#save");
            assertThat(desk.text(".hl-bad")).contains("1").contains("730");
            browser.look(desk.page(), "settings-refused");

            desk.page().fill("[name='" + DAYS + "']", "21");
            desk.press("#save");
            assertThat(desk.said()).contains("1 réglage changé");
            assertThat(desk.text("#history tbody tr")).contains("Marsac", "14", "21");
            browser.look(desk.page(), "settings-changed");

            assertThat(desk.open("/pro/operation/settings?lang=en")).isEqualTo(200);
            assertThat(desk.text("h1")).contains("Portal settings");
            browser.look(desk.page(), "settings-en");
            desk.page().fill("[name='" + DAYS + "']", "14");
            desk.press("#save");
            assertThat(desk.said()).contains("1 setting changed");
        }
    }

    /** @return the number of a part of L'Huîtrière's that was just paid */
    private static String sold() {
        ApiCustomer customer = new ApiCustomer(SHOP, "ville", "Erreur", "erreur@example.org");
        ApiCustomer.Ordered sold = customer.orders(customer.fills(ApiCustomer.mostOf(SHOP, "huitriere")));
        customer.pays(sold);
        return sold.number() + "-001";
    }

    private static long troubled(String part) {
        long trouble = SHOP.number("select nextval('halle_id')");
        SHOP.update(
                "insert into order_trouble (id, cause, subject_id, portal_id, part_id, order_no, merchant_id, since, last_at, message)"
                        + " select " + trouble
                        + ", 'REFUND_REFUSED', m.id, m.portal_id, m.id, 1, m.merchant_id, now(), now(), 'secret words'"
                        + " from merchant_order m where m.id = " + part);
        return trouble;
    }

    private static long started() {
        return SHOP.number("select count(*) from job_start where started_by like 'Mairie%'")
                + SHOP.number("select seconds from clock_shift");
    }

    private static List<String> references(String portal) {
        long count = SHOP.number("select count(*) from payout");
        return count == 0
                ? List.of()
                : List.of("H"
                        + Long.toString(
                                        SHOP.number(
                                                "select max(o.id) from payout o join portal p on p.id = o.portal_id where p.slug = '"
                                                        + portal + "'"),
                                        36)
                                .toUpperCase(java.util.Locale.ROOT));
    }
}
