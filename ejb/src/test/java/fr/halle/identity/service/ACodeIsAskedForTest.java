package fr.halle.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.model.IdentitySettings;
import fr.halle.identity.model.NewAccount;
import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts.StillIn;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merchant whose password is not enough (ASVS 6.3.3, 6.5). */
class ACodeIsAskedForTest {

    private static final String PASSWORD = "une marée de sardines";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final TestClock clock = new TestClock("2026-11-21T09:00");
    private final Door door = new Door(clock);
    private final String login = "maud." + shop.portalId;
    private final long id = door.accounts.create(new NewAccount(
            login, "maud@exemple.fr", "Maud", PASSWORD, Role.OWNER, shop.portalId, shop.merchantId, "fr"));
    private final Actor maud = Actor.merchant(id, "Maud", shop.merchantId);

    @Test
    void thePasswordAloneIsNobody() {
        String secret = setUp();
        clock.moveForward(STEP);
        StillIn half = door.accounts.signIn(login, PASSWORD).orElseThrow();
        assertThat(half.hasSecondFactor()).isTrue();
        assertThat(audited()).as("nobody is in yet").doesNotContain("sign_in");
        assertThat(door.factors.signIn(id, half.passwordNo(), "000000")).isEmpty();
        assertThat(door.factors.signIn(id, half.passwordNo(), ""))
                .as("nothing typed")
                .isEmpty();
        assertThat(door.factors.signIn(id, half.passwordNo(), "x".repeat(100_000)))
                .isEmpty();
        assertThat(audited()).contains("sign_in_code_failed").doesNotContain("sign_in");
        assertThat(door.factors.signIn(id, half.passwordNo(), Door.code(secret, clock.instant())))
                .map(UserAccount::id)
                .hasValue(id);
        assertThat(audited()).endsWith("sign_in");
    }

    @Test
    void aCodeOpensOnceAlsoForTwoAtOnce() {
        String secret = setUp();
        assertThat(isCode(Door.code(secret, clock.instant())))
                .as("the one that confirmed the set-up")
                .isFalse();
        clock.moveForward(STEP);
        String code = Door.code(secret, clock.instant());
        assertThat(AtOnce.all(3, () -> isCode(code))).containsOnlyOnce(true);
        clock.moveForward(STEP);
        assertThat(isCode(code)).as("the next step still drifts back to it").isFalse();
        assertThat(isCode(Door.code(secret, clock.instant().plus(STEP))))
                .as("a telephone that is fast")
                .isTrue();
        assertThat(isCode(Door.code(secret, clock.instant())))
                .as("then no older one")
                .isFalse();
    }

    @Test
    void isWrittenInGroupsOrWithSpacesAsItLikes() {
        String secret = setUp();
        clock.moveForward(STEP);
        String code = Door.code(secret, clock.instant());
        assertThat(isCode(" " + code.substring(0, 3) + " " + code.substring(3))).isTrue();
    }

    /** As passwords: five, then a minute, then two; and a right password in between gives no further guesses. */
    @Test
    void fiveWrongOnesLockTheCodesAndNotTheOpenSessions() {
        String secret = setUp();
        clock.moveForward(STEP);
        for (int guess = 0; guess < Guesses.FREE; guess++) {
            assertThat(door.accounts.signIn(login, PASSWORD)).isPresent();
            assertThat(isCode("000000")).isFalse();
        }
        assertThat(isCode(Door.code(secret, clock.instant())))
                .as("the right one while locked")
                .isFalse();
        assertThat(door.accounts.stillIn(id)).as("who is in stays in").isPresent();
        clock.moveForward(Duration.ofSeconds(61));
        assertThat(isCode("000000")).isFalse();
        clock.moveForward(Duration.ofSeconds(61));
        assertThat(isCode(Door.code(secret, clock.instant())))
                .as("the second lock is twice as long")
                .isFalse();
        clock.moveForward(Duration.ofSeconds(60));
        assertThat(isCode(Door.code(secret, clock.instant()))).isTrue();
        assertThat(isCode("000000")).isFalse();
        clock.moveForward(STEP);
        assertThat(isCode(Door.code(secret, clock.instant())))
                .as("success sets the count back")
                .isTrue();
    }

    @Test
    void aRecoveryCodeOpensOnceAndIsKeptAsAHash() {
        door.factors.begin(id);
        List<String> codes =
                door.factors.confirm(id, Door.code(door.factors.begun(id).orElseThrow(), clock.instant()));
        assertThat(codes).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        assertThat(isCode(codes.get(3).toLowerCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(isCode(codes.get(3))).isFalse();
        assertThat(door.factors.of(id).orElseThrow().recoveryCodesLeft()).isEqualTo(9);
        assertThat(door.sql.number(
                        "select count(*) from recovery_code where user_id = ? and position(?::bytea in code_hash) > 0",
                        id,
                        codes.get(4).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isZero();
    }

    @Test
    void anothersCodeOpensNothing() {
        setUp();
        long other = door.accounts.create(new NewAccount(
                "jo." + shop.portalId,
                "jo@exemple.fr",
                "Jo",
                PASSWORD,
                Role.OWNER,
                shop.portalId,
                shop.merchantId,
                "fr"));
        door.factors.begin(other);
        List<String> codes =
                door.factors.confirm(other, Door.code(door.factors.begun(other).orElseThrow(), clock.instant()));
        assertThat(isCode(codes.get(0))).isFalse();
        assertThat(door.factors.isCodeOf(other, codes.get(0))).isTrue();
    }

    @Test
    void nothingIsInForceUntilAFirstCodeWasRight() {
        door.factors.begin(id);
        assertThat(door.factors.confirm(id, "000000")).isEmpty();
        assertThat(door.accounts.signIn(login, PASSWORD).orElseThrow().hasSecondFactor())
                .isFalse();
        String first = door.factors.begun(id).orElseThrow();
        door.factors.begin(id);
        assertThat(door.factors.begun(id)).as("begun anew").isPresent().isNotEqualTo(java.util.Optional.of(first));
        String secret = setUp();
        door.factors.begin(id);
        clock.moveForward(STEP);
        assertThat(isCode(Door.code(secret, clock.instant())))
                .as("what is in force is not replaced")
                .isTrue();
        assertThat(door.factors.begun(id)).as("nor shown again").isEmpty();
    }

    /** Whoever used the password, or the screen, of somebody else does not come back to it later. */
    @Test
    void whatWasBegunEndsAfterTenMinutesAndWithThePassword() {
        door.factors.begin(id);
        String secret = door.factors.begun(id).orElseThrow();
        clock.moveForward(SecondFactors.TO_CONFIRM);
        assertThat(door.factors.begun(id)).isEmpty();
        assertThat(door.factors.confirm(id, Door.code(secret, clock.instant()))).isEmpty();
        assertThat(door.factors.isOn(id)).isFalse();
        door.factors.begin(id);
        String anew = door.factors.begun(id).orElseThrow();
        assertThat(anew).isNotEqualTo(secret);
        door.accounts.setPassword(id, "une marée de harengs");
        assertThat(door.factors.begun(id)).isEmpty();
        assertThat(door.factors.confirm(id, Door.code(anew, clock.instant()))).isEmpty();
        String inForce = setUp();
        door.accounts.setPassword(id, PASSWORD);
        clock.moveForward(STEP);
        assertThat(isCode(Door.code(inForce, clock.instant())))
                .as("one in force outlives both")
                .isTrue();
    }

    /** The half that was signed in ends with the password that it was right for. */
    @Test
    void anotherPasswordMeanwhileEndsTheSignIn() {
        String secret = setUp();
        clock.moveForward(STEP);
        int half = door.accounts.signIn(login, PASSWORD).orElseThrow().passwordNo();
        door.accounts.setPassword(id, "une marée de harengs");
        assertThat(door.factors.signIn(id, half, Door.code(secret, clock.instant())))
                .isEmpty();
    }

    @Test
    void theSecretIsSealedForItsOwnerAlone() {
        String secret = setUp();
        byte[] sealed = door.sql
                .one("select sealed from second_factor where user_id = ?", row -> row.bytes("sealed"), id)
                .orElseThrow();
        assertThat(sealed).hasSizeGreaterThan(Totp.SECRET_BYTES + 12);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
        assertThatThrownBy(() -> door.vault.open(sealed, "second factor of " + (id + 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A program's token goes on as before; making one asks again. */
    @Test
    void aTokenIsMadeWithPasswordAndCode() {
        assertThat(door.tokens.create(maud, "caisse", Duration.ofDays(1), Proof.NONE))
                .as("without a second factor nothing is asked")
                .isNotBlank();
        String secret = setUp();
        clock.moveForward(STEP);
        String code = Door.code(secret, clock.instant());
        refuses("password", Proof.NONE);
        refuses("password", new Proof("wrong", code));
        refuses("code", new Proof(PASSWORD, "000000"));
        String token = door.tokens.create(maud, "caisse", Duration.ofDays(1), new Proof(PASSWORD, code));
        assertThat(door.tokens.ownerOf(token)).map(UserAccount::id).hasValue(id);
    }

    @ParameterizedTest
    @CsvSource({
        "NOBODY, OPERATOR, false",
        "OPERATORS, OPERATOR, true",
        "OPERATORS, OWNER, false",
        "OPERATORS_AND_OWNERS, OPERATOR, true",
        "OPERATORS_AND_OWNERS, OWNER, true",
        "OPERATORS_AND_OWNERS, ORDER_DESK, false"
    })
    void thePortalSaysWhoMustHaveOne(String said, Role role, boolean wanted) {
        door.portals.change(shop.portalId, IdentitySettings.SECOND_FACTOR, said);
        assertThat(door.factors.isWantedOf(somebody(role, shop.portalId))).isEqualTo(wanted);
        assertThat(door.factors.isWantedOf(somebody(role, TestShop.in(Preset.TOWN_ORDERS).portalId)))
                .as("of another portal")
                .isFalse();
        door.portals.change(shop.portalId, IdentitySettings.SECOND_FACTOR, "OPERATORS");
        assertThat(door.factors.isWantedOf(somebody(Role.OPERATOR, null)))
                .as("who runs all portals")
                .isTrue();
        door.portals.reset(shop.portalId, IdentitySettings.SECOND_FACTOR);
    }

    @Test
    void isMissingWhereItIsDemandedUntilItIsOn() {
        UserAccount account = door.accounts.byId(id).orElseThrow();
        assertThat(door.factors.isMissing(account)).as("nobody demands it").isFalse();
        door.portals.change(shop.portalId, IdentitySettings.SECOND_FACTOR, "OPERATORS_AND_OWNERS");
        assertThat(door.factors.isMissing(account)).isTrue();
        door.factors.begin(id);
        assertThat(door.factors.isMissing(account)).as("begun is not enough").isTrue();
        setUp();
        assertThat(door.factors.isMissing(account)).isFalse();
        door.portals.reset(shop.portalId, IdentitySettings.SECOND_FACTOR);
    }

    private void refuses(String field, Proof proof) {
        assertThatThrownBy(() -> door.tokens.create(maud, "caisse", Duration.ofDays(1), proof))
                .isInstanceOfSatisfying(
                        NotProven.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private UserAccount somebody(Role role, Long portal) {
        return new UserAccount(1, "x", "x@exemple.fr", "X", role, portal, role == Role.OPERATOR ? null : 1L, "fr");
    }

    private boolean isCode(String typed) {
        return door.factors.isCodeOf(id, typed);
    }

    private String setUp() {
        door.factors.begin(id);
        String secret = door.factors.begun(id).orElseThrow();
        assertThat(door.factors.confirm(id, Door.code(secret, clock.instant()))).isNotEmpty();
        return secret;
    }

    private List<String> audited() {
        return door.sql.list(
                "select action from audit_entry where subject = ? order by id",
                row -> row.text("action"),
                "user " + id);
    }
}
