package fr.halle.team.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestIds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** M72, ASVS 6.2 and 6.4.3: a password is forgotten, chosen anew, or changed. */
class SomebodyForgetsThePasswordTest {

    private static final String NEW = "les huîtres du jeudi";

    private final People people = new People();
    private final Passwords passwords = people.passwords;
    private final Actor owner = people.owner;
    private final String login = people.login(owner.id());

    @Test
    void choosesAnotherByALinkThatOpensOnceAndForAnHour() {
        passwords.forgotten(" " + login.toUpperCase(java.util.Locale.ROOT), null);
        assertThat(people.mailsTo(login)).containsExactly("PASSWORD_FORGOTTEN");
        assertThat(people.accounts.signIn(login, People.PASSWORD))
                .as("asking changes nothing")
                .isPresent();
        String link = people.linkOf(owner.id());
        people.clock.moveForward(Duration.ofMinutes(59));
        passwords.choose(link, NEW);
        assertThat(people.accounts.signIn(login, NEW)).isPresent();
        assertThat(people.accounts.signIn(login, People.PASSWORD)).isEmpty();
        assertThatThrownBy(() -> passwords.choose(link, "les huîtres du lundi")).isInstanceOf(KeyClosed.class);
        assertThat(people.mailsTo(login)).containsExactly("PASSWORD_FORGOTTEN", "PASSWORD_CHANGED");

        passwords.forgotten(login, null);
        String late = people.linkOf(owner.id());
        people.clock.moveForward(Duration.ofHours(1));
        assertThatThrownBy(() -> passwords.choose(late, NEW)).isInstanceOf(KeyClosed.class);
    }

    @Test
    void whoDoesNotExistIsToldNothingAndNoOneElseIs() {
        long before = people.sql.number("select count(*) from notification");
        for (String nobody : List.of("nobody" + TestIds.id() + "@exemple.fr", "' or 1=1 --", "", "%")) {
            passwords.forgotten(nobody, null);
        }
        Actor closed = people.somebody(Role.READER, people.shop.merchantId);
        people.team.close(owner, closed.id());
        passwords.forgotten(people.login(closed.id()), null);
        assertThat(people.sql.number("select count(*) from notification")).isEqualTo(before);
    }

    @Test
    void anInboxIsNotFilledByStrangers() {
        for (int i = 0; i < 10; i++) {
            passwords.forgotten(login, null);
        }
        assertThat(people.mailsTo(login)).hasSize(Passwords.MOST_FORGOTTEN);
        people.clock.moveForward(Duration.ofMinutes(61));
        passwords.forgotten(login, null);
        assertThat(people.mailsTo(login)).hasSize(Passwords.MOST_FORGOTTEN + 1);
    }

    @Test
    void ofTwoWhoUseTheLinkAtOnceOneDoes() {
        passwords.forgotten(login, null);
        String link = people.linkOf(owner.id());
        assertThat(AtOnce.accepted(
                        Stream.of("1", "2", "3", "4")
                                .<Runnable>map(each -> () -> passwords.choose(link, NEW + each))
                                .toList(),
                        KeyClosed.class))
                .isEqualTo(1);
    }

    @Test
    void aGuessedLinkOpensNothing() {
        passwords.forgotten(login, null);
        String link = people.linkOf(owner.id());
        for (String guess : List.of("", "x", link + "x", link.substring(1), "x".repeat(100_000), "' or 1=1 --")) {
            assertThat(passwords.opening(guess)).isEmpty();
            assertThatThrownBy(() -> passwords.choose(guess, NEW)).isInstanceOf(KeyClosed.class);
        }
        assertThat(people.accounts.signIn(login, People.PASSWORD)).isPresent();
    }

    @Test
    void aWeakOneIsRefusedAndTheLinkStillOpens() {
        passwords.forgotten(login, null);
        String link = people.linkOf(owner.id());
        String own = login.substring(0, login.indexOf('@'));
        for (String weak :
                List.of("", "court", "aaaaaaaaaaaaaa", "Motdepasse1234", "azerty123456", own + "1!", "x".repeat(201))) {
            assertThatThrownBy(() -> passwords.choose(link, weak)).as(weak).isInstanceOf(PasswordRefused.class);
        }
        passwords.choose(link, NEW);
        assertThat(people.accounts.signIn(login, NEW)).isPresent();
    }

    /** Whoever was locked out by a stranger's guesses comes in again by the link. */
    @Test
    void unlocksAnAccountThatWasGuessedAt() {
        for (int i = 0; i < 6; i++) {
            assertThat(people.accounts.signIn(login, "wrong")).isEmpty();
        }
        passwords.forgotten(login, null);
        passwords.choose(people.linkOf(owner.id()), NEW);
        assertThat(people.accounts.signIn(login, NEW)).isPresent();
    }

    @Test
    void changesItsOwnByTheOldOne() {
        int before = people.accounts.stillIn(owner.id()).orElseThrow().passwordNo();
        assertThatThrownBy(() -> passwords.change(owner, "wrong", NEW))
                .isInstanceOfSatisfying(
                        PasswordRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("current"));
        assertThatThrownBy(() -> passwords.change(owner, People.PASSWORD, People.PASSWORD))
                .isInstanceOf(PasswordRefused.class);
        passwords.forgotten(login, null);
        String link = people.linkOf(owner.id());
        int after = passwords.change(owner, People.PASSWORD, NEW);
        assertThat(after).as("sessions under the earlier one end").isGreaterThan(before);
        assertThat(people.accounts.stillIn(owner.id()).orElseThrow().passwordNo())
                .isEqualTo(after);
        assertThat(people.accounts.signIn(login, NEW)).isPresent();
        assertThatThrownBy(() -> passwords.choose(link, "les huîtres du lundi"))
                .as("a link that was still open is closed")
                .isInstanceOf(KeyClosed.class);
        assertThat(people.mailsTo(login)).endsWith("PASSWORD_CHANGED");
        assertThat(people.audited(owner.id())).contains("password_changed");
    }

    @Test
    void guessesAtTheOldPasswordAreCountedAsAtTheDoor() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> passwords.change(owner, "wrong", NEW)).isInstanceOf(PasswordRefused.class);
        }
        assertThat(people.accounts.stillIn(owner.id())).as("the session ends").isEmpty();
    }
}
