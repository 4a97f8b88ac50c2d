package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.halle.whole.Browser.Width;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M65, ASVS 7.5.1: where the money goes is changed with password and code, is told, and waits; in a shop of its own, whose ledger it writes in. */
class AChangedIbanWaitsIT {

    private static final String TOWN = "ville";
    private static final String PASSWORD = "demo-halle-2026";
    private static RunningShop shop;

    @BeforeAll
    static void money() {
        shop = RunningShop.own("changed-iban");
        long merchant = shop.number("select id from merchant where slug = 'huitriere'");
        shop.update(
                "insert into ledger_account (id, code, type, owner_id) values (nextval('halle_id'), 'merchant_available:"
                        + merchant + "', 'MERCHANT_AVAILABLE', " + merchant + ") on conflict do nothing;"
                        + " insert into ledger_account (id, code, type, owner_id) values (nextval('halle_id'), 'psp', 'PSP', 0)"
                        + " on conflict do nothing;"
                        + " insert into journal_entry (id, occurred_at, event, subject, key) values (1, now(), 'RELEASED', 'test', 'test');"
                        + " insert into posting (id, entry_id, account_id, amount_cents, subject) select 1, 1, id, -5000, 'test'"
                        + " from ledger_account where type = 'MERCHANT_AVAILABLE' and owner_id = " + merchant
                        + " union all select 2, 1, id, 5000, 'test' from ledger_account where type = 'PSP'");
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, FR14 2004 1010 0505 0001 3M02 606, 2606", "DESK, DE89 3704 0044 0532 0130 00, 3000"})
    void untilTheOperatorHasMadeSure(Width width, String iban, String end) {
        String login = hired();
        String before = shop.text("select iban from merchant where slug = 'huitriere'");
        try (Browser browser = Browser.at(width)) {
            Desk owner = Desk.signedIn(browser.visitor(), shop, TOWN, login);
            owner.open("/pro/second-factor");
            owner.page().fill("#begin\\:password", PASSWORD);
            owner.press("#begin\\:go");
            Telephone telephone = new Telephone(owner.text("#secret"));
            owner.page().fill("#confirm\\:code", telephone.code());
            owner.press("#confirm\\:go");

            owner.open("/pro/finances");
            changes(owner, iban, "wrong", telephone.code());
            assertThat(owner.text("#iban .hl-bad")).contains("Ce n’est pas votre mot de passe");
            changes(owner, iban, PASSWORD, "000000");
            assertThat(owner.text("#iban .hl-bad")).contains("Ce code n’est pas juste");
            browser.look(owner.page(), "iban-refused");
            assertThat(shop.text("select iban from merchant where slug = 'huitriere'"))
                    .isEqualTo(before);
            changes(owner, iban, PASSWORD, telephone.code());
            assertThat(owner.text("#iban .hl-say")).contains("Enregistré");
            assertThat(owner.text("#frozen")).contains("vos versements attendent jusqu’au");
            assertThat(owner.text("#iban")).contains("•••• " + end);
            browser.look(owner.page(), "iban-frozen");
            owner.page().reload();
            assertThat(owner.page().locator("#iban .hl-bad").count())
                    .as("a reload sends nothing again")
                    .isZero();
            assertThat(shop.number("select count(*) from notification n join merchant m on m.id = n.merchant_id"
                            + " where n.event = 'PAYOUT_IBAN_CHANGED' and n.recipient = m.email and n.data ->> 'end' = '"
                            + end + "'"))
                    .as("told at the merchant's own address")
                    .isEqualTo(1);

            Desk operator = Desk.signedIn(browser.visitor(), shop, TOWN, Desk.TOWN);
            operator.open("/pro/operation/payouts");
            Page page = operator.page();
            assertThat(page.content()).contains("IBAN nouveau").contains("gelé jusqu’au");
            operator.press("#waiting button[name=lift]");
            assertThat(operator.text("#waiting .hl-bad")).contains("Écrivez-le en une phrase");
            browser.look(page, "payouts-frozen");
            page.fill("#waiting input[name^=reason]", "Rappelée au numéro du contrat");
            operator.press("#waiting button[name=lift]");
            assertThat(operator.said()).contains("Le gel est levé");
            assertThat(page.content()).doesNotContain("gelé jusqu’au");
            owner.open("/pro/finances");
            assertThat(owner.page().locator("#frozen").count()).isZero();
        }
    }

    private static void changes(Desk owner, String iban, String password, String code) {
        owner.page().fill("#b\\:iban", iban);
        owner.page().fill("#b\\:owner", "SARL Huîtrière");
        owner.page().fill("#b\\:again", password);
        owner.page().fill("#b\\:code", code);
        owner.press("#b\\:save");
    }

    /** An owner of the test's own, with the demo's password. */
    private static String hired() {
        String login = "hired-" + System.nanoTime() + "@ville.demo";
        shop.number(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, joined_at)"
                        + " select nextval('halle_id'), '" + login + "', '" + login
                        + "', 'Nouvelle', password_hash, role, portal_id, merchant_id, now()"
                        + " from user_account where login = 'huitriere@ville.demo' returning id");
        return login;
    }
}
