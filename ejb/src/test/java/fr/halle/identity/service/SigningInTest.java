package fr.halle.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.model.NewAccount;
import fr.halle.identity.model.UserAccount;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A merchant at the door of the back office (M72, ASVS 6.3.1). */
class SigningInTest {

    private static final String RIGHT = "une marée de sardines";

    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final TestClock clock = new TestClock("2026-11-21T09:00");
    private final Door door = new Door(clock);
    private final Accounts accounts = door.accounts;
    private final Tokens tokens = door.tokens;
    private final String login = "Maud." + shop.portalId;
    private final long id = accounts.create(new NewAccount(
            login, "maud@exemple.fr", "Maud Bréhal", RIGHT, Role.OWNER, shop.portalId, shop.merchantId, "fr"));

    @Test
    void opensWithTheRightPasswordWhateverTheCaseOfTheLogin() {
        assertThat(accounts.signIn(" " + login.toUpperCase(Locale.ROOT), RIGHT)).hasValueSatisfying(known -> {
            UserAccount account = known.account();
            assertThat(account.id()).isEqualTo(id);
            assertThat(account.actor()).isEqualTo(Actor.merchant(id, "Maud Bréhal", shop.merchantId));
        });
    }

    @Test
    void staysShutForAWrongPasswordAnUnknownLoginAndATextWithoutEnd() {
        assertThat(accounts.signIn(login, RIGHT + " ")).isEmpty();
        assertThat(accounts.signIn("nobody." + id, RIGHT)).isEmpty();
        assertThat(accounts.signIn("", "")).isEmpty();
        assertThat(accounts.signIn(login, "x".repeat(1_000_000))).isEmpty();
        assertThat(accounts.signIn("' or 1=1 --", RIGHT)).isEmpty();
    }

    @Test
    void locksAfterFiveFailuresAndLongerEachTime() {
        for (int failure = 0; failure < Guesses.FREE; failure++) {
            assertThat(accounts.signIn(login, "wrong")).isEmpty();
        }
        assertThat(accounts.signIn(login, RIGHT))
                .as("the right password while locked")
                .isEmpty();
        clock.moveForward(Duration.ofSeconds(61));
        assertThat(accounts.signIn(login, "wrong")).isEmpty();
        clock.moveForward(Duration.ofSeconds(61));
        assertThat(accounts.signIn(login, RIGHT))
                .as("the second lock is twice as long")
                .isEmpty();
        clock.moveForward(Duration.ofSeconds(60));
        assertThat(accounts.signIn(login, RIGHT)).isPresent();
        assertThat(accounts.signIn(login, "wrong")).isEmpty();
        assertThat(accounts.signIn(login, RIGHT))
                .as("success sets the count back")
                .isPresent();
    }

    @Test
    void aHundredGuessesAtOnceAreNoMoreThanFive() {
        assertThat(AtOnce.all(
                        12,
                        () -> accounts.signIn(login, "wrong").isPresent()
                                || accounts.signIn(login, "wrong").isPresent()))
                .containsOnly(false);
        assertThat(TestDatabase.sql().number("select failed_sign_ins from user_account where id = ?", id))
                .isEqualTo(Guesses.FREE);
    }

    @Test
    void keepsNoPasswordAndTwoHashesOfOneDiffer() {
        String stored = stored();
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(RIGHT);
        assertThat(PasswordHash.of(RIGHT)).isNotEqualTo(PasswordHash.of(RIGHT));
        assertThat(PasswordHash.matches(RIGHT, stored)).isTrue();
        assertThatThrownBy(() -> PasswordHash.matches(RIGHT, "plain")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALoginThatSomebodyHas() {
        assertThatThrownBy(() -> accounts.create(new NewAccount(
                        login.toLowerCase(Locale.ROOT),
                        "x@exemple.fr",
                        "X",
                        "x",
                        Role.OPERATOR,
                        shop.portalId,
                        null,
                        "fr")))
                .isInstanceOf(LoginTaken.class)
                .hasMessageNotContaining(login);
    }

    @Test
    void aTokenOpensUntilItExpiresOrIsRevokedAndIsNotKept() {
        Actor maud = accounts.byId(id).map(UserAccount::actor).orElseThrow();
        String token = tokens.create(maud, "caisse", Duration.ofDays(30), Proof.NONE);
        assertThat(tokens.ownerOf(token)).map(UserAccount::id).hasValue(id);
        assertThat(tokens.ownerOf(token + "x")).isEmpty();
        assertThat(tokens.ownerOf("")).isEmpty();
        tokens.revoke(
                Actor.operator(id + 1, "Somebody else"), tokens.of(maud).get(0).id());
        assertThat(tokens.ownerOf(token)).as("another person revokes nothing").isPresent();
        clock.moveForward(Duration.ofDays(30));
        assertThat(tokens.ownerOf(token)).as("expired").isEmpty();
        String second = tokens.create(maud, "caisse", Duration.ofDays(30), Proof.NONE);
        tokens.revoke(maud, tokens.of(maud).get(0).id());
        assertThat(tokens.ownerOf(second)).as("revoked").isEmpty();
        assertThat(TestDatabase.sql()
                        .number("select count(*) from api_token where encode(token_hash, 'escape') like '%halle_%'"))
                .isZero();
    }

    private String stored() {
        return TestDatabase.sql()
                .one("select password_hash from user_account where id = ?", row -> row.text("password_hash"), id)
                .orElseThrow();
    }
}
