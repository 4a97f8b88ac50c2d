package fr.halle.team.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Door;
import fr.halle.identity.service.NotProven;
import fr.halle.identity.service.Proof;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M72: an owner invites people to its shop, changes what they may, and sends them away. */
class AnOwnerKeepsItsTeamTest {

    private final People people = new People();
    private final Team team = people.team;
    private final Actor owner = people.owner;

    @Test
    void whoIsInvitedChoosesAPasswordByTheLinkOnceAndWorksThere() {
        String address = people.address();
        long id = team.invite(
                owner, " Jeanne Ollivier ", "  " + address.toUpperCase(java.util.Locale.ROOT), Role.ORDER_DESK, "en");
        assertThat(people.mailsTo(address)).containsExactly("TEAM_INVITATION");
        assertThat(member(id).standing()).isEqualTo(Member.Standing.INVITED);
        assertThat(people.accounts.signIn(address, ""))
                .as("nobody before a password is chosen")
                .isEmpty();

        String link = people.linkOf(id);
        assertThat(people.passwords.opening(link).orElseThrow().name()).isEqualTo("Jeanne Ollivier");
        people.passwords.choose(link, "les huîtres du jeudi");
        assertThatThrownBy(() -> people.passwords.choose(link, "les huîtres du lundi"))
                .as("the link opens once")
                .isInstanceOf(KeyClosed.class);

        UserAccount jeanne = people.accounts
                .signIn(address, "les huîtres du jeudi")
                .orElseThrow()
                .account();
        assertThat(jeanne.role()).isEqualTo(Role.ORDER_DESK);
        assertThat(jeanne.merchantId()).isEqualTo(people.shop.merchantId);
        assertThat(jeanne.language()).isEqualTo("en");
        assertThat(member(id).standing()).isEqualTo(Member.Standing.ACTIVE);
        assertThat(people.audited(id)).containsSubsequence("member_invited", "invitation_accepted", "sign_in");
    }

    @Test
    void theLinkIsGoodForSevenDaysAndOnlyTheLastOne() {
        long id = team.invite(owner, "Jeanne", people.address(), Role.READER, "fr");
        String first = people.linkOf(id);
        team.inviteAgain(owner, id);
        String second = people.linkOf(id);
        assertThat(people.passwords.opening(first)).isEmpty();
        people.clock.moveForward(Duration.ofDays(7).minusSeconds(1));
        assertThat(people.passwords.opening(second).orElseThrow().userId()).isEqualTo(id);
        people.clock.moveForward(Duration.ofSeconds(1));
        assertThatThrownBy(() -> people.passwords.choose(second, "les huîtres du jeudi"))
                .isInstanceOf(KeyClosed.class);
    }

    /** A database that is stolen opens nobody's account. */
    @Test
    void keepsNoSecret() {
        long id = team.invite(owner, "Jeanne", people.address(), Role.READER, "fr");
        String link = people.linkOf(id);
        assertThat(people.sql.number(
                        "select count(*) from notification where recipient = ? and (data::text like ? or letter::text like ?)",
                        people.login(id),
                        "%" + link + "%",
                        "%" + link + "%"))
                .isZero();
        assertThat(people.sql.number(
                        "select count(*) from account_key where user_id = ? and encode(secret_hash, 'escape') like ?",
                        id,
                        "%" + link + "%"))
                .isZero();
    }

    @Test
    void nobodyButAnOwnerTouchesTheTeam() {
        Actor desk = people.somebody(Role.ORDER_DESK, people.shop.merchantId);
        for (Role role : List.of(Role.ORDER_DESK, Role.READER, Role.SECRETARY)) {
            Actor other = people.somebody(role, people.shop.merchantId);
            refuses(other, () -> team.members(other));
            refuses(other, () -> team.invite(other, "X", people.address(), Role.OWNER, "fr"));
            refuses(other, () -> team.changeRole(other, other.id(), Role.OWNER));
            refuses(other, () -> team.close(other, desk.id()));
            refuses(other, () -> team.reopen(other, desk.id()));
            refuses(other, () -> team.inviteAgain(other, desk.id()));
            assertThat(people.accounts.byId(other.id()).orElseThrow().role()).isEqualTo(role);
        }
        Actor operator = Actor.operator(TestIds.id(), "Mairie");
        refuses(operator, () -> team.members(operator));
    }

    @Test
    void anotherMerchantsPeopleAreUnknown() {
        long vintner = people.shop.merchant("Caves Aubry");
        Actor theirs = people.somebody(Role.ORDER_DESK, vintner);
        assertThatThrownBy(() -> team.changeRole(owner, theirs.id(), Role.READER))
                .isInstanceOf(MemberUnknown.class);
        assertThatThrownBy(() -> team.close(owner, theirs.id())).isInstanceOf(MemberUnknown.class);
        assertThatThrownBy(() -> team.reopen(owner, theirs.id())).isInstanceOf(MemberUnknown.class);
        assertThatThrownBy(() -> team.inviteAgain(owner, theirs.id())).isInstanceOf(MemberUnknown.class);
        assertThat(team.members(owner)).extracting(Member::id).doesNotContain(theirs.id());
        UserAccount untouched = people.accounts.byId(theirs.id()).orElseThrow();
        assertThat(untouched.role()).isEqualTo(Role.ORDER_DESK);
    }

    /** Somebody who works elsewhere is neither taken away from there nor let in here by an invitation to the same address. */
    @Test
    void whoWorksForAnotherMerchantIsNotTakenByAnInvitation() {
        Actor theirs = people.somebody(Role.OWNER, people.shop.merchant("Caves Aubry"));
        String address = people.login(theirs.id());
        assertThatThrownBy(() -> team.invite(owner, "X", address, Role.READER, "fr"))
                .isInstanceOfSatisfying(
                        TeamRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("email.TAKEN"));
        assertThat(people.mailsTo(address)).isEmpty();
        assertThat(people.accounts.byId(theirs.id()).orElseThrow().merchantId()).isEqualTo(theirs.merchantId());
    }

    @Test
    void nobodyBecomesAnOperatorByAForm() {
        long id = team.invite(owner, "Jeanne", people.address(), Role.READER, "fr");
        assertThatThrownBy(() -> team.invite(owner, "X", people.address(), Role.OPERATOR, "fr"))
                .isInstanceOf(TeamRefused.class);
        assertThatThrownBy(() -> team.changeRole(owner, id, Role.OPERATOR)).isInstanceOf(TeamRefused.class);
        assertThat(member(id).role()).isEqualTo(Role.READER);
    }

    @Test
    void refusesWhatIsNoNameAndNoAddress() {
        for (String email : List.of(
                "", "x", "x@y", "a@exemple.fr\nBcc: b@exemple.fr", "é@@exemple.fr", "x".repeat(300) + "@a.fr")) {
            assertThatThrownBy(() -> team.invite(owner, "Jeanne", email, Role.READER, "fr"))
                    .isInstanceOf(TeamRefused.class);
        }
        for (String name : List.of("", "x".repeat(71), "a\u202eb", "a\nb")) {
            assertThatThrownBy(() -> team.invite(owner, name, people.address(), Role.READER, "fr"))
                    .isInstanceOf(TeamRefused.class);
        }
        assertThat(team.members(owner)).hasSize(1);
    }

    @Test
    void anAccountThatIsClosedStopsAtItsNextRequestAndItsTokenWithIt() {
        Actor second = people.somebody(Role.OWNER, people.shop.merchantId);
        String token = people.tokens.create(second, "caisse", Duration.ofDays(1), Proof.NONE);
        assertThat(people.accounts.stillIn(second.id())).isPresent();
        team.close(owner, second.id());
        assertThat(people.accounts.stillIn(second.id())).isEmpty();
        assertThat(people.tokens.ownerOf(token)).isEmpty();
        assertThat(people.accounts.signIn(people.login(second.id()), People.PASSWORD))
                .isEmpty();
        team.reopen(owner, second.id());
        assertThat(people.accounts.signIn(people.login(second.id()), People.PASSWORD))
                .isPresent();
        assertThat(people.audited(second.id())).contains("member_closed", "member_reopened");
    }

    /** Whose telephone is lost has nobody else to ask; the password is enough then, and open sessions end. */
    @Test
    void anOwnerTakesTheSecondFactorOfItsPeopleAwayAndNobodyElses() {
        Actor jeanne = people.somebody(Role.ORDER_DESK, people.shop.merchantId);
        int before = people.setsUpASecondFactor(jeanne);
        Actor stranger = people.somebody(Role.OWNER, people.shop.merchant("Fournil"));
        assertThat(team.members(owner)).filteredOn(Member::hasSecondFactor).hasSize(1);
        assertThatThrownBy(() -> people.factors.reset(stranger, jeanne.id())).isInstanceOf(MemberUnknown.class);
        assertThatThrownBy(() -> people.factors.reset(jeanne, jeanne.id())).isInstanceOf(NotAllowed.class);
        people.setsUpASecondFactor(owner);
        assertThatThrownBy(() -> people.factors.reset(owner, owner.id()))
                .as("one's own wants the password and a code")
                .isInstanceOf(MemberUnknown.class);

        people.factors.reset(owner, jeanne.id());
        assertThat(people.accounts.signIn(people.login(jeanne.id()), People.PASSWORD))
                .hasValueSatisfying(known -> {
                    assertThat(known.hasSecondFactor()).isFalse();
                    assertThat(known.passwordNo())
                            .as("sessions of before are over")
                            .isGreaterThan(before);
                });
        assertThat(people.audited(jeanne.id())).contains("second_factor_on", "second_factor_reset");
        assertThat(people.mailsTo(people.login(jeanne.id())))
                .containsExactly("SECOND_FACTOR_CHANGED", "SECOND_FACTOR_CHANGED");
        assertThatThrownBy(() -> people.factors.reset(owner, jeanne.id()))
                .as("there is none any more")
                .isInstanceOf(MemberUnknown.class);
    }

    @Test
    void anOperatorTakesItAwayInItsPortalOnly() {
        people.setsUpASecondFactor(owner);
        Actor here = people.operator(people.shop.portalId);
        Actor elsewhere = people.operator(TestShop.in(Preset.TOWN_ORDERS).portalId);
        Actor everywhere = people.operator(null);
        people.setsUpASecondFactor(everywhere);
        assertThat(people.factors.holders(elsewhere)).isEmpty();
        String reason = "Vue au comptoir";
        assertThatThrownBy(() -> people.factors.reset(elsewhere, owner.id(), reason))
                .isInstanceOf(MemberUnknown.class);
        assertThatThrownBy(() -> people.factors.reset(here, everywhere.id(), reason))
                .isInstanceOf(MemberUnknown.class);
        assertThatThrownBy(() -> people.factors.reset(here, owner.id()))
                .as("by the page of the team")
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> people.factors.reset(owner, owner.id(), reason))
                .isInstanceOf(NotAllowed.class);
        assertThat(people.factors.holders(here))
                .extracting(SecondFactorDesk.Holder::id)
                .containsExactly(owner.id());
        assertThat(people.factors.holders(everywhere))
                .extracting(SecondFactorDesk.Holder::id)
                .contains(owner.id())
                .doesNotContain(everywhere.id());
        for (String missing : List.of("", "  ", "x".repeat(301))) {
            assertThatThrownBy(() -> people.factors.reset(here, owner.id(), missing))
                    .isInstanceOf(ReasonRefused.class);
        }
        assertThat(people.door.factors.isOn(owner.id())).isTrue();
        people.factors.reset(here, owner.id(), " Vue au comptoir ");
        assertThat(people.factors.holders(here)).isEmpty();
    }

    /** K18: at the merchant's own address, whoever reads that of the account. */
    @Test
    void andTheMerchantReadsWhy() {
        Actor jeanne = people.somebody(Role.ORDER_DESK, people.shop.merchantId);
        people.setsUpASecondFactor(jeanne);
        people.factors.reset(people.operator(people.shop.portalId), jeanne.id(), "Vue au comptoir");
        assertThat(people.mailsTo(people.login(jeanne.id()))).endsWith("SECOND_FACTOR_CHANGED");
        assertThat(people.sql.list(
                        "select n.event || ' ' || (n.data ->> 'reason') as told from notification n join merchant m"
                                + " on m.id = n.merchant_id and m.email = n.recipient where m.id = ?",
                        row -> row.text("told"),
                        people.shop.merchantId))
                .containsExactly("SECOND_FACTOR_RESET_ON_BEHALF Vue au comptoir");
        assertThat(people.sql.list(
                        "select detail from audit_entry where subject = ? and action = 'second_factor_reset' and merchant_id = ?",
                        row -> row.text("detail"),
                        "user " + jeanne.id(),
                        people.shop.merchantId))
                .containsExactly("Vue au comptoir");
    }

    @Test
    void whoSwitchesItOffSaysPasswordAndCode() {
        assertThatThrownBy(() -> people.factors.begin(owner, "wrong")).isInstanceOf(NotProven.class);
        String secret = people.secretOf(owner);
        people.clock.moveForward(Duration.ofSeconds(30));
        String code = Door.code(secret, people.clock.instant());
        assertThatThrownBy(() -> people.factors.switchOff(owner, new Proof(People.PASSWORD, "")))
                .isInstanceOf(NotProven.class);
        assertThatThrownBy(() -> people.factors.switchOff(owner, new Proof("", code)))
                .isInstanceOf(NotProven.class);
        assertThatThrownBy(() -> people.factors.begin(owner, People.PASSWORD))
                .as("one in force is not begun anew")
                .isInstanceOf(NotProven.class);
        people.factors.switchOff(owner, new Proof(People.PASSWORD, code));
        assertThat(people.door.factors.isOn(owner.id())).isFalse();
        assertThat(people.audited(owner.id())).contains("second_factor_on", "second_factor_off");
    }

    @Test
    void anInvitationThatIsTakenBackOpensNothing() {
        long id = team.invite(owner, "Jeanne", people.address(), Role.READER, "fr");
        String link = people.linkOf(id);
        team.close(owner, id);
        assertThatThrownBy(() -> people.passwords.choose(link, "les huîtres du jeudi"))
                .isInstanceOf(KeyClosed.class);
        assertThat(people.linkOf(id)).as("nor a mail that is written later").isEqualTo("closed");
    }

    @Test
    void keepsOneOwnerAtLeast() {
        assertThatThrownBy(() -> team.close(owner, owner.id())).isInstanceOf(LastOwner.class);
        assertThatThrownBy(() -> team.changeRole(owner, owner.id(), Role.READER))
                .isInstanceOf(LastOwner.class);
        long invited = team.invite(owner, "Jeanne", people.address(), Role.OWNER, "fr");
        assertThatThrownBy(() -> team.close(owner, owner.id()))
                .as("an invitation is no owner yet")
                .isInstanceOf(LastOwner.class);
        people.passwords.choose(people.linkOf(invited), "les huîtres du jeudi");
        team.changeRole(owner, owner.id(), Role.READER);
        assertThat(people.accounts.byId(owner.id()).orElseThrow().role()).isEqualTo(Role.READER);
    }

    @Test
    void ofTwoOwnersWhoCloseEachOtherOneStays() {
        Actor second = people.somebody(Role.OWNER, people.shop.merchantId);
        assertThat(AtOnce.accepted(List.of(closes(owner, second), closes(second, owner)), LastOwner.class))
                .isEqualTo(1);
        assertThat(people.sql.number(
                        "select count(*) from user_account where merchant_id = ? and role = 'OWNER' and active",
                        people.shop.merchantId))
                .isEqualTo(1);
    }

    private Runnable closes(Actor one, Actor other) {
        return () -> fr.halle.testing.TestDatabase.inTransaction(() -> {
            team.close(one, other.id());
            return "";
        });
    }

    private void refuses(Actor actor, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).as(actor.name()).isInstanceOf(NotAllowed.class);
    }

    private Member member(long id) {
        return team.members(owner).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
