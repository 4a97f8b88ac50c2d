package fr.halle.notification.model;

import fr.halle.portal.model.Setting;
import java.util.List;

/** What a portal decides about its messages. */
public final class NotificationSettings {

    /** K13: no SMS leaves from this hour on (Europe/Paris), until the other; equal hours switch the rest off. */
    public static final Setting<Integer> SMS_QUIET_FROM_HOUR =
            Setting.number("sms.quietFromHour", 0, 23, 22).asked("K13");

    public static final Setting<Integer> SMS_QUIET_UNTIL_HOUR =
            Setting.number("sms.quietUntilHour", 0, 23, 7).asked("K13");

    /** When a merchant finds the button that sends its customer the whole order in one mail. */
    public enum RecapButton {
        /** « Cette fonctionnalité s'affiche uniquement dans certains cas »: several prestations, a change since, or a mail that died. */
        WHEN_USEFUL,
        ALWAYS,
        NEVER
    }

    /** K12. */
    public static final Setting<RecapButton> MAIL_RECAP = Setting.choice(
                    "mail.recap", RecapButton.class, RecapButton.WHEN_USEFUL)
            .asked("K12");

    public static final List<Setting<?>> ALL = List.of(SMS_QUIET_FROM_HOUR, SMS_QUIET_UNTIL_HOUR, MAIL_RECAP);

    private NotificationSettings() {}
}
