package fr.halle.merchant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.model.NewAccount;
import fr.halle.identity.service.Door;
import fr.halle.identity.service.NotProven;
import fr.halle.identity.service.Proof;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M04, M65, M72: where the alerts go, and where the money goes. */
class AMerchantKeepsItsParticularsTest {

    private static final String PASSWORD = "une marée de sardines";
    private static final Proof PROOF = new Proof(PASSWORD, "");
    private static final String GOOD = "FR14 2004 1010 0505 0001 3M02 606";

    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final TestClock clock = new TestClock("2026-11-21T09:00");
    private final Door door = new Door(clock);
    private final MerchantProfiles profiles =
            Wired.with(new MerchantProfiles(), TestDatabase.sql(), door.again, door.audit, clock);
    private final Actor maud = Actor.merchant(
            door.accounts.create(new NewAccount(
                    "maud" + TestIds.id(),
                    "m@exemple.fr",
                    "Maud",
                    PASSWORD,
                    Role.OWNER,
                    shop.portalId,
                    shop.merchantId,
                    "fr")),
            "Maud",
            shop.merchantId);

    @Test
    void keepsAMobileHoweverItIsTypedAndRefusesWhatIsNone() {
        profiles.changeAlerts(maud, "06.12.34.56.78", true);
        assertThat(profile().mobile()).isEqualTo("+33 6 12 34 56 78");
        assertThat(profile().smsOptIn()).isTrue();
        for (String wrong : List.of("12", "01 02 03 04 05", "abc", "+33", "0612345678901234", "<script>")) {
            assertThatThrownBy(() -> profiles.changeAlerts(maud, wrong, true))
                    .as(wrong)
                    .isInstanceOf(ProfileRefused.class)
                    .hasMessageNotContaining(wrong);
        }
        assertThatThrownBy(() -> profiles.changeAlerts(maud, " ", true)).isInstanceOf(ProfileRefused.class);
        profiles.changeAlerts(maud, "", false);
        assertThat(profile().mobile()).isNull();
    }

    @Test
    void changesItsAccountWithThePasswordAndShowsOnlyItsEnd() {
        TestDatabase.sql().update("update merchant set psp_bank_account_id = 'bank' where id = ?", shop.merchantId);
        profiles.changeIban(maud, GOOD, "SARL Morel", PROOF);
        assertThat(profile().ibanEnd()).isEqualTo("2606");
        assertThat(profile().ibanChangedAt()).isEqualTo(clock.instant());
        assertThat(TestDatabase.sql()
                        .number(
                                "select count(*) from merchant where id = ? and psp_bank_account_id is null",
                                shop.merchantId))
                .as("the provider is told the new one")
                .isEqualTo(1);
        assertThat(TestDatabase.sql()
                        .number(
                                "select count(*) from audit_entry where subject = ? and detail like '%2606'"
                                        + " and detail not like '%2004%'",
                                "merchant " + shop.merchantId))
                .isEqualTo(1);
    }

    @Test
    void refusesAWrongPasswordAWrongKeyAndAnAccountWithoutOwner() {
        assertThatThrownBy(() -> profiles.changeIban(maud, GOOD, "SARL Morel", new Proof("wrong", "")))
                .isInstanceOf(NotProven.class);
        for (String wrong : List.of(
                "",
                "FR14 2004 1010 0505 0001 3M02 607",
                "FR76 3000 6000 0112 3456 7890 188",
                "XX00",
                "FR1420041010050500013M0260",
                "DE89 3704 0044 0532 0130 01",
                "' or 1=1 --")) {
            assertThatThrownBy(() -> profiles.changeIban(maud, wrong, "SARL Morel", PROOF))
                    .as(wrong)
                    .isInstanceOf(ProfileRefused.class);
        }
        assertThatThrownBy(() -> profiles.changeIban(maud, GOOD, " ", PROOF)).isInstanceOf(ProfileRefused.class);
        assertThat(profile().ibanEnd()).as("unchanged").isEqualTo("0189");
    }

    @Test
    void acceptsAccountsOfOtherCountriesAndTheFirstOneWaitsForNothing() {
        TestDatabase.sql().update("update merchant set iban = null where id = ?", shop.merchantId);
        assertThat(profile().ibanEnd()).isNull();
        profiles.changeIban(maud, "DE89 3704 0044 0532 0130 00", "Morel", PROOF);
        assertThat(profile().ibanEnd()).isEqualTo("3000");
        assertThat(profile().ibanChangedAt()).isNull();
    }

    @Test
    void anOperatorHasNone() {
        assertThat(profiles.of(Actor.operator(1, "Mairie"))).isEmpty();
    }

    private MerchantProfile profile() {
        return profiles.of(maud).orElseThrow();
    }
}
