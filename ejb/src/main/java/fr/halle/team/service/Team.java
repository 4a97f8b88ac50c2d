package fr.halle.team.service;

import fr.halle.identity.model.KeyPurpose;
import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.AccountKeys;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.identity.service.LoginTaken;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Role;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.EmailSyntax;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Profil › Équipe (M72): who works for the actor's own merchant, and as what. There is no way to name another merchant: it is the
 * actor's. A change of role and an account that is closed end the open sessions at their next request.
 */
@Stateless
public class Team {

    /** Those whom an owner may make: nobody becomes an operator by a form. */
    public static final List<Role> ROLES = List.of(Role.OWNER, Role.ORDER_DESK, Role.READER, Role.SECRETARY);

    /** Members and pending invitations of one merchant. */
    static final int MOST = 50;

    private static final int LONGEST_NAME = 70;

    private static final String MEMBERS = """
            select u.id, u.name, u.login, u.role, u.active, u.joined_at, u.last_sign_in_at,
                   exists (select 1 from second_factor f where f.user_id = u.id and f.confirmed_at is not null) as second_factor,
                   (select max(k.expires_at) from account_key k
                     where k.user_id = u.id and k.purpose = 'INVITATION' and k.used_at is null) as invited_until
              from user_account u where u.merchant_id = ?""";

    @Inject
    private Sql sql;

    @EJB
    private Accounts accounts;

    @Inject
    private AccountKeys keys;

    @Inject
    private AccountMails mails;

    @Inject
    private Audit audit;

    /** @throws fr.halle.shared.model.NotAllowed for whoever is no owner, here and below */
    public List<Member> members(Actor actor) {
        return sql.list(MEMBERS + " order by not u.active, lower(u.name), u.id", Team::member, merchant(actor));
    }

    /**
     * Makes an account that nobody can sign in to until the link of the mail was used to choose a password.
     *
     * @throws TeamRefused when a field is missing or wrong, or somebody signs in with that address already
     */
    public long invite(Actor actor, String name, String email, Role role, String language) {
        long merchant = lock(actor);
        String called = name(name);
        String login = address(email);
        if (!ROLES.contains(role)) {
            throw new TeamRefused("role", TeamRefused.WRONG);
        }
        if (sql.number("select count(*) from user_account where merchant_id = ? and active", merchant) >= MOST) {
            throw new TeamRefused("email", TeamRefused.FULL);
        }
        long id = created(merchant, called, login, role, language);
        send(account(actor, id));
        audit.write(actor, "member_invited", "user " + id, role.name());
        return id;
    }

    /** The link once more; the earlier one no longer opens. @throws MemberUnknown when nobody of the team waits for one */
    public void inviteAgain(Actor actor, long memberId) {
        lock(actor);
        if (!member(actor, memberId).isInvited()) {
            throw new MemberUnknown();
        }
        send(account(actor, memberId));
        audit.write(actor, "member_invited_again", "user " + memberId, "");
    }

    /**
     * @throws LastOwner when the merchant would be without one
     * @throws MemberUnknown for whoever is not of the team
     */
    public void changeRole(Actor actor, long memberId, Role role) {
        lock(actor);
        Member member = member(actor, memberId);
        if (!ROLES.contains(role)) {
            throw new TeamRefused("role", TeamRefused.WRONG);
        }
        if (member.role() == role) {
            return;
        }
        needAnotherOwner(actor, member);
        sql.update(
                "update user_account set role = ?, version = version + 1 where id = ? and merchant_id = ?",
                role,
                memberId,
                merchant(actor));
        audit.write(actor, "member_role_changed", "user " + memberId, member.role() + " → " + role);
    }

    /** Closes an account: its sessions, keys and tokens open nothing from their next request on. @throws LastOwner */
    public void close(Actor actor, long memberId) {
        lock(actor);
        Member member = member(actor, memberId);
        if (member.isClosed()) {
            return;
        }
        needAnotherOwner(actor, member);
        sql.update(
                "update user_account set active = false, version = version + 1 where id = ? and merchant_id = ?",
                memberId,
                merchant(actor));
        keys.close(memberId);
        audit.write(actor, "member_closed", "user " + memberId, member.role().name());
    }

    /** Lets somebody in again whose account was closed, under the password it had. */
    public void reopen(Actor actor, long memberId) {
        lock(actor);
        Member member = member(actor, memberId);
        if (!member.isClosed()) {
            return;
        }
        sql.update(
                "update user_account set active = true, version = version + 1 where id = ? and merchant_id = ?",
                memberId,
                merchant(actor));
        audit.write(actor, "member_reopened", "user " + memberId, member.role().name());
    }

    private void send(UserAccount account) {
        long key = keys.ask(account.id(), KeyPurpose.INVITATION);
        mails.tell(NotificationEvent.TEAM_INVITATION, account, key, null);
    }

    private long created(long merchant, String name, String login, Role role, String language) {
        long portal = sql.number("select portal_id from merchant where id = ?", merchant);
        try {
            return accounts.invite(name, login, role, portal, merchant, language);
        } catch (LoginTaken taken) {
            throw new TeamRefused("email", TeamRefused.TAKEN);
        }
    }

    private void needAnotherOwner(Actor actor, Member member) {
        boolean counts = member.role() == Role.OWNER && member.standing() == Member.Standing.ACTIVE;
        if (counts
                && sql.number(
                                "select count(*) from user_account where merchant_id = ? and role = 'OWNER' and active"
                                        + " and joined_at is not null and id <> ?",
                                merchant(actor),
                                member.id())
                        == 0) {
            throw new LastOwner();
        }
    }

    /** One at a time: of two owners who demote each other, one stays. */
    private long lock(Actor actor) {
        return sql.number("select id from merchant where id = ? for no key update", merchant(actor));
    }

    private static long merchant(Actor actor) {
        actor.must(Permission.MANAGE_TEAM);
        return Objects.requireNonNull(actor.merchantId(), "only a merchant has a team");
    }

    private Member member(Actor actor, long id) {
        return sql.one(MEMBERS + " and u.id = ?", Team::member, merchant(actor), id)
                .orElseThrow(MemberUnknown::new);
    }

    private UserAccount account(Actor actor, long id) {
        return accounts.byId(id)
                .filter(account -> Objects.equals(account.merchantId(), actor.merchantId()))
                .orElseThrow(MemberUnknown::new);
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw new TeamRefused("name", TeamRefused.MISSING);
        }
        if (name.length() > LONGEST_NAME || Texts.hides(name)) {
            throw new TeamRefused("name", TeamRefused.WRONG);
        }
        return name;
    }

    private static String address(String typed) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            throw new TeamRefused("email", TeamRefused.MISSING);
        }
        if (email.length() > EmailSyntax.MOST || EmailSyntax.wrong(email).isPresent()) {
            throw new TeamRefused("email", TeamRefused.WRONG);
        }
        return email;
    }

    private static Member member(Row row) throws SQLException {
        boolean joined = row.instantOrNull("joined_at") != null;
        return new Member(
                row.number("id"),
                row.text("name"),
                row.text("login"),
                row.constant("role", Role.class),
                !row.flag("active")
                        ? Member.Standing.CLOSED
                        : joined ? Member.Standing.ACTIVE : Member.Standing.INVITED,
                row.instantOrNull("last_sign_in_at"),
                row.instantOrNull("invited_until"),
                row.flag("second_factor"));
    }
}
