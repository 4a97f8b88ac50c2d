package fr.halle.merchant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.model.NewAccount;
import fr.halle.identity.service.Door;
import fr.halle.identity.service.NotProven;
import fr.halle.identity.service.Proof;
import fr.halle.merchant.model.MerchantSettings;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestEvent;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M04, M65, M72: where the alerts go, and where the money goes. */
class AMerchantKeepsItsParticularsTest {

    private static final String PASSWORD = "une marée de sardines";
    private static final Proof PROOF = new Proof(PASSWORD, "");
    private static final String GOOD = "FR14 2004 1010 0505 0001 3M02 606";

    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final TestClock clock = new TestClock("2026-11-21T09:00");
    private final Door door = new Door(clock);
    private final TestEvent<IbanChanged> changes = new TestEvent<>();
    private final MerchantProfiles profiles = Wired.with(
            new MerchantProfiles(), TestDatabase.sql(), door.again, door.audit, clock, door.portals, changes);
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
        assertThat(profile().ibanFrozenUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(changes.fired)
                .containsExactly(new IbanChanged(
                        shop.merchantId, "2606", "Maud", clock.instant().plus(Duration.ofDays(3))));
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
        assertThat(profile().ibanFrozenUntil()).isNull();
    }

    /** §10: as long as the portal says; 0 is not at all. */
    @ParameterizedTest
    @CsvSource({"0", "1", "60"})
    void aChangedOneWaitsAsLongAsThePortalSays(int days) {
        door.portals.change(shop.portalId, MerchantSettings.IBAN_FREEZE_DAYS, Integer.toString(days));
        profiles.changeIban(maud, GOOD, "SARL Morel", PROOF);
        assertThat(profile().ibanFrozenUntil())
                .isEqualTo(days == 0 ? null : clock.instant().plus(Duration.ofDays(days)));
        clock.moveForward(Duration.ofDays(days));
        assertThat(profile().ibanFrozenUntil()).as("it is over").isNull();
        door.portals.reset(shop.portalId, MerchantSettings.IBAN_FREEZE_DAYS);
    }

    @Test
    void theSameOneTypedAgainNeitherBeginsNorEndsAFreeze() {
        profiles.changeIban(maud, "FR76 3000 6000 0112 3456 7890 189", "SARL Morel", PROOF);
        assertThat(profile().ibanFrozenUntil()).isNull();
        profiles.changeIban(maud, GOOD, "SARL Morel", PROOF);
        Instant until = profile().ibanFrozenUntil();
        clock.moveForward(Duration.ofDays(1));
        profiles.changeIban(maud, GOOD, "SARL Morel et fils", PROOF);
        assertThat(profile().ibanFrozenUntil()).isNotNull().isEqualTo(until);
    }

    /** ASVS 7.5.1: five wrong ones lock, as at the door, and nothing is changed. */
    @Test
    void asksWhoHasASecondFactorForItsCodeToo() {
        door.factors.begin(maud.id());
        String secret = door.factors.begun(maud.id()).orElseThrow();
        door.factors.confirm(maud.id(), Door.code(secret, clock.instant()));
        for (Proof wrong : List.of(PROOF, new Proof(PASSWORD, Door.code(secret, clock.instant())))) {
            assertThatThrownBy(() -> profiles.changeIban(maud, GOOD, "SARL Morel", wrong))
                    .isInstanceOfSatisfying(
                            NotProven.class,
                            refused -> assertThat(refused.field()).isEqualTo("code"));
        }
        assertThat(profile().ibanEnd()).isEqualTo("0189");
        clock.moveForward(Duration.ofSeconds(30));
        profiles.changeIban(maud, GOOD, "SARL Morel", new Proof(PASSWORD, Door.code(secret, clock.instant())));
        assertThat(profile().ibanEnd()).isEqualTo("2606");
    }

    @Test
    void aGuesserOfThePasswordIsLockedOut() {
        for (int guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> profiles.changeIban(maud, GOOD, "SARL Morel", new Proof("wrong", "")))
                    .isInstanceOf(NotProven.class);
        }
        assertThatThrownBy(() -> profiles.changeIban(maud, GOOD, "SARL Morel", PROOF))
                .as("the right one while locked")
                .isInstanceOf(NotProven.class);
        assertThat(door.accounts.stillIn(maud.id())).as("and signed out").isEmpty();
        assertThat(changes.fired).isEmpty();
    }

    @Test
    void anOperatorHasNone() {
        assertThat(profiles.of(Actor.operator(1, "Mairie"))).isEmpty();
    }

    private MerchantProfile profile() {
        return profiles.of(maud).orElseThrow();
    }
}
