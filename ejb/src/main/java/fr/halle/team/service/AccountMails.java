package fr.halle.team.service;

import fr.halle.identity.model.UserAccount;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mails about an account, to the account's own address and in its language. */
@Service
class AccountMails {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private Notifications notifications;

    /**
     * @param key what the mail's link opens, where it has one; its secret is made when the mail is written
     * @param asked the portal where it was asked for, which speaks where the account has none of its own
     */
    void tell(NotificationEvent event, UserAccount account, @Nullable Long key, @Nullable Long asked) {
        queue(event, account, key, asked, Map.of());
    }

    /** What became of the account's second factor, and by whom. @param what {@code ON}, {@code OFF} or {@code RESET} */
    void tellOfSecondFactor(UserAccount account, String what, Actor by) {
        queue(NotificationEvent.SECOND_FACTOR_CHANGED, account, null, null, Map.of("what", what, "by", by.name()));
    }

    private void queue(
            NotificationEvent event,
            UserAccount account,
            @Nullable Long key,
            @Nullable Long asked,
            Map<String, String> more) {
        Map<String, String> data = new HashMap<>(more);
        data.put("name", account.name());
        data.put("role", account.role().name());
        long portal = sql.number(
                "select coalesce(?::bigint, ?::bigint, (select min(id) from portal))", account.portalId(), asked);
        notifications.queue(new NewNotification(
                portal,
                Channel.MAIL,
                event,
                "account:" + account.id() + ":" + (key == null ? ids.next() : key),
                account.email(),
                account.language(),
                null,
                null,
                null,
                key,
                account.merchantId(),
                data));
    }
}
