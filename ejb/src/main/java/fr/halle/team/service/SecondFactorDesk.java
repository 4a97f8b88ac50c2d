package fr.halle.team.service;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.AskedAgain;
import fr.halle.identity.service.Audit;
import fr.halle.identity.service.NotProven;
import fr.halle.identity.service.Proof;
import fr.halle.identity.service.SecondFactors;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.MerchantMails;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A second factor as its owner sets it up and switches it off, and as whoever answers for its owner takes it away: the owner of a merchant that
 * of its team, an operator that of its portal's people. Whatever happens is written down and mailed, and ends the open sessions.
 */
@Stateless
public class SecondFactorDesk {

    private static final int MOST = 500;

    /** Of a merchant's people its owner's, of a portal's its operator's, of all portals' who runs all. The parameters: merchant, operator, portal. */
    private static final String ANSWERED_FOR =
            " u.active and case when ?::bigint is not null then u.merchant_id = ?::bigint"
                    + " else coalesce(u.portal_id = ?::bigint, ?::bigint is null) end";

    @Inject
    private Sql sql;

    @EJB
    private Accounts accounts;

    @EJB
    private SecondFactors factors;

    @Inject
    private AskedAgain again;

    @Inject
    private AccountMails mails;

    @Inject
    private MerchantMails merchants;

    @Inject
    private Audit audit;

    /**
     * It is in force from now on.
     *
     * @param recoveryCodes to be shown once
     * @param passwordNo for the session that stays
     */
    public record SetUp(List<String> recoveryCodes, int passwordNo) {}

    /** Somebody with a second factor. @param house the merchant, empty for an operator */
    public record Holder(long id, String name, String login, Role role, String house, Instant since) {}

    /** Shows a new secret, which opens nothing yet. @throws NotProven when the password is wrong, or one is in force */
    public void begin(Actor actor, String password) {
        again.check(actor, new Proof(password, ""));
        factors.begin(actor.id());
    }

    /** @throws NotProven when it is not the code that the app shows now */
    public SetUp confirm(Actor actor, String code) {
        List<String> codes = factors.confirm(actor.id(), code);
        if (codes.isEmpty()) {
            throw new NotProven(NotProven.CODE);
        }
        return new SetUp(codes, told(actor, account(actor.id()), "ON", ""));
    }

    /**
     * @return for the session that stays
     * @throws NotProven when the password or the code is wrong
     */
    public int switchOff(Actor actor, Proof typed) {
        again.check(actor, typed);
        factors.remove(actor.id());
        return told(actor, account(actor.id()), "OFF", "");
    }

    /** Whose second factor the actor may take away. @throws fr.halle.shared.model.NotAllowed for who answers for nobody */
    public List<Holder> holders(Actor actor) {
        return holders(actor, null);
    }

    private List<Holder> holders(Actor actor, @Nullable Long only) {
        Long portal = answers(actor);
        return sql.list(
                "select u.id, u.name, u.login, u.role, coalesce(m.name, '') as house, f.confirmed_at from user_account u"
                        + " join second_factor f on f.user_id = u.id and f.confirmed_at is not null left join merchant m on m.id = u.merchant_id"
                        + " where u.id <> ? and u.id = coalesce(?::bigint, u.id) and" + ANSWERED_FOR
                        + " order by lower(u.name), u.id limit ?",
                row -> new Holder(
                        row.number("id"),
                        row.text("name"),
                        row.text("login"),
                        row.constant("role", Role.class),
                        row.text("house"),
                        row.instant("confirmed_at")),
                actor.id(),
                only,
                actor.merchantId(),
                actor.merchantId(),
                portal,
                portal,
                MOST);
    }

    /**
     * For somebody of the owner's team whose telephone and recovery codes are lost: the password is enough at the next sign-in. Nobody's
     * own: that wants the password and a code.
     *
     * @throws MemberUnknown for whoever the actor does not answer for, or who has none
     */
    public void reset(Actor owner, long personId) {
        owner.must(Permission.MANAGE_TEAM);
        takeAway(owner, personId, "");
    }

    /**
     * The same by the operator; the person's merchant is told too.
     *
     * @param reason how the operator made sure; the merchant reads it (K18)
     * @throws ReasonRefused without one
     * @throws MemberUnknown for whoever the actor does not answer for, or who has none
     */
    public void reset(Actor operator, long personId, String reason) {
        operator.must(Permission.RUN_PORTAL);
        String why = ReasonRefused.checked(reason);
        UserAccount account = takeAway(operator, personId, why);
        Long merchant = account.merchantId();
        if (merchant != null) {
            merchants.tell(
                    NotificationEvent.SECOND_FACTOR_RESET_ON_BEHALF,
                    merchant,
                    Map.of("name", account.name(), "by", operator.name(), "reason", why));
        }
    }

    private UserAccount takeAway(Actor actor, long personId, String reason) {
        if (holders(actor, personId).isEmpty() || !factors.remove(personId)) {
            throw new MemberUnknown();
        }
        UserAccount account = account(personId);
        told(actor, account, "RESET", reason);
        return account;
    }

    private int told(Actor actor, UserAccount account, String what, String reason) {
        String action = "second_factor_" + what.toLowerCase(Locale.ROOT);
        Long merchant = account.merchantId();
        if (merchant == null || Objects.equals(merchant, actor.merchantId())) {
            audit.writeAt(actor, account.portalId(), action, "user " + account.id(), reason);
        } else {
            audit.writeOnBehalf(actor, merchant, action, "user " + account.id(), reason);
        }
        mails.tellOfSecondFactor(account, what, actor);
        return accounts.endSessions(account.id());
    }

    private UserAccount account(long id) {
        return accounts.byId(id).orElseThrow(MemberUnknown::new);
    }

    /** @return the portal of an operator, null for who runs all and for a merchant's owner */
    private @Nullable Long answers(Actor actor) {
        if (actor.merchantId() != null) {
            actor.must(Permission.MANAGE_TEAM);
            return null;
        }
        actor.must(Permission.RUN_PORTAL);
        return account(actor.id()).portalId();
    }
}
