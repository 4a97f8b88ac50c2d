package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Door;
import fr.halle.identity.service.Tokens;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoSignInsTest {

    private static final AccountsFile FILE = DemoFiles.accounts();
    private static final TestClock CLOCK = new TestClock("2026-11-21T12:00");
    private static final Door DOOR = new Door(CLOCK);
    private static final Accounts ACCOUNTS = DOOR.accounts;
    private static final Tokens TOKENS = DOOR.tokens;

    @BeforeAll
    static void create() {
        new DemoAccounts(LoadedDemo.sql(), TestIds::id, CLOCK.instant(), ACCOUNTS::create).create();
    }

    @Test
    void everyoneInTheListSignsInWithTheSamePassword() {
        for (AccountsFile.Account account : FILE.accounts()) {
            assertThat(ACCOUNTS.signIn(account.login(), FILE.password()))
                    .as(account.login())
                    .hasValueSatisfying(known -> {
                        assertThat(known.hasSecondFactor())
                                .as("the README's sign-ins need no telephone")
                                .isFalse();
                        UserAccount who = known.account();
                        assertThat(who.role()).isEqualTo(account.role());
                        assertThat(who.merchantId() == null).isEqualTo(account.merchant() == null);
                        assertThat(who.portalId() == null).isEqualTo(account.portal() == null);
                    });
        }
    }

    @Test
    void everyRoleIsThereAndOneOperatorRunsAllPortals() {
        assertThat(FILE.accounts().stream().map(AccountsFile.Account::role)).contains(Role.values());
        assertThat(FILE.accounts().stream()
                        .filter(account -> account.role() == Role.OPERATOR && account.portal() == null))
                .hasSize(1);
    }

    /** A data folder of an earlier version: it lacks the newer sign-ins, and keeps what was done to the older ones. */
    @Test
    void anOlderDemoGetsTheSignInsItLacks() {
        TestDatabase.sql().update("delete from user_account where login = 'comptoir.huitriere@ville.demo'");
        TestDatabase.sql()
                .update("update user_account set active = false where login = 'lecture.huitriere@ville.demo'");
        DemoAccounts demo = new DemoAccounts(LoadedDemo.sql(), TestIds::id, CLOCK.instant(), ACCOUNTS::create);
        assertThat(demo.addMissing()).containsExactly("comptoir.huitriere@ville.demo");
        assertThat(demo.addMissing()).isEmpty();
        assertThat(ACCOUNTS.byLogin("comptoir.huitriere@ville.demo"))
                .map(UserAccount::role)
                .hasValue(Role.ORDER_DESK);
        assertThat(ACCOUNTS.byLogin("lecture.huitriere@ville.demo")).isEmpty();
        TestDatabase.sql().update("update user_account set active = true where login = 'lecture.huitriere@ville.demo'");
    }

    @Test
    void theTokenIsItsMerchants() {
        assertThat(TOKENS.ownerOf(FILE.token().token()).map(UserAccount::login))
                .contains(FILE.token().login());
    }
}
