package fr.halle.team.service;

import fr.halle.identity.model.NewAccount;
import fr.halle.identity.service.AccountKeys;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.identity.service.Door;
import fr.halle.identity.service.Tokens;
import fr.halle.notification.service.MerchantMails;
import fr.halle.notification.service.Notifications;
import fr.halle.notification.service.NotificationsQueued;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestEvent;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of one shop, put together as the container does it. Their mails are written as the sender would: by their key. */
final class People {

    static final String PASSWORD = "une marée de sardines";

    final Sql sql = TestDatabase.sql();
    final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    final TestClock clock = new TestClock("2026-11-22T09:00");
    final Door door = new Door(clock);
    final Audit audit = door.audit;
    final Accounts accounts = door.accounts;
    final AccountKeys keys = Wired.with(new AccountKeys(), sql, new TestIds(), clock);
    final Tokens tokens = door.tokens;
    private final Notifications notifications =
            Wired.with(new Notifications(), sql, new TestIds(), clock, new TestEvent<NotificationsQueued>());
    private final AccountMails mails = Wired.with(new AccountMails(), sql, new TestIds(), notifications);
    private final MerchantMails merchantMails = Wired.with(new MerchantMails(), sql, new TestIds(), notifications);
    final Team team = Wired.with(new Team(), sql, accounts, keys, mails, audit);
    final SecondFactorDesk factors =
            Wired.with(new SecondFactorDesk(), sql, accounts, door.factors, door.again, mails, merchantMails, audit);
    final Passwords passwords = Wired.with(new Passwords(), accounts, keys, mails, audit, clock);

    final Actor owner = somebody(Role.OWNER, shop.merchantId);

    Actor somebody(Role role, long merchantId) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT) + TestIds.id() + "@exemple.fr";
        long id = accounts.create(
                new NewAccount(login, login, role.name(), PASSWORD, role, shop.portalId, merchantId, "fr"));
        return Actor.merchant(id, role.name(), merchantId, role);
    }

    /** @param portal null for who runs all of them */
    Actor operator(@Nullable Long portal) {
        String login = "operator" + TestIds.id() + "@exemple.fr";
        long id = accounts.create(new NewAccount(login, login, "Ana", PASSWORD, Role.OPERATOR, portal, null, "fr"));
        return Actor.operator(id, "Ana");
    }

    /** @return which of its passwords and second factors it is */
    int setsUpASecondFactor(Actor somebody) {
        secretOf(somebody);
        return accounts.stillIn(somebody.id()).orElseThrow().passwordNo();
    }

    /** Sets a second factor up. @return what the app was told */
    String secretOf(Actor somebody) {
        factors.begin(somebody, PASSWORD);
        String secret = door.factors.begun(somebody.id()).orElseThrow();
        factors.confirm(somebody, Door.code(secret, clock.instant()));
        return secret;
    }

    String address() {
        return "jeanne" + TestIds.id() + "@exemple.fr";
    }

    String login(long account) {
        return sql.one("select login from user_account where id = ?", row -> row.text("login"), account)
                .orElseThrow();
    }

    /** What the last mail of somebody's opens. */
    String linkOf(long account) {
        long key = sql.number(
                "select n.subject_id from notification n join account_key k on k.id = n.subject_id where k.user_id = ?"
                        + " order by n.id desc limit 1",
                account);
        return keys.secretOf(key).orElse("closed");
    }

    List<String> mailsTo(String address) {
        return sql.list(
                "select event from notification where recipient = ? order by id", row -> row.text("event"), address);
    }

    List<String> audited(long account) {
        return sql.list(
                "select action from audit_entry where subject = ? order by id",
                row -> row.text("action"),
                "user " + account);
    }
}
