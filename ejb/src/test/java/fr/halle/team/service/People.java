package fr.halle.team.service;

import fr.halle.identity.model.NewAccount;
import fr.halle.identity.service.AccountKeys;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.identity.service.Tokens;
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

/** The people of one shop, put together as the container does it. Their mails are written as the sender would: by their key. */
final class People {

    static final String PASSWORD = "une marée de sardines";

    final Sql sql = TestDatabase.sql();
    final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    final TestClock clock = new TestClock("2026-11-22T09:00");
    final Audit audit = Wired.with(new Audit(), sql, new TestIds(), clock);
    final Accounts accounts = Wired.with(new Accounts(), sql, new TestIds(), clock, audit);
    final AccountKeys keys = Wired.with(new AccountKeys(), sql, new TestIds(), clock);
    final Tokens tokens = Wired.with(new Tokens(), sql, new TestIds(), clock, accounts, audit);
    private final Notifications notifications =
            Wired.with(new Notifications(), sql, new TestIds(), clock, new TestEvent<NotificationsQueued>());
    private final AccountMails mails = Wired.with(new AccountMails(), sql, new TestIds(), notifications);
    final Team team = Wired.with(new Team(), sql, accounts, keys, mails, audit);
    final Passwords passwords = Wired.with(new Passwords(), accounts, keys, mails, audit, clock);

    final Actor owner = somebody(Role.OWNER, shop.merchantId);

    Actor somebody(Role role, long merchantId) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT) + TestIds.id() + "@exemple.fr";
        long id = accounts.create(
                new NewAccount(login, login, role.name(), PASSWORD, role, shop.portalId, merchantId, "fr"));
        return Actor.merchant(id, role.name(), merchantId, role);
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
