package fr.halle.order.model;

import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import java.util.List;

/** The settings that a part obeys, read from those frozen on its order. */
public final class OrderSettings {

    /** K1: 001 offers « Annulée » in the status menu, 002 refuses it once the order is validated. */
    public static final Setting<CancelLimit> CANCEL_MERCHANT_UNTIL = Setting.choice(
                    "cancel.merchant_until", CancelLimit.class, CancelLimit.DEFAULT)
            .in(Preset.TOWN_ORDERS, CancelLimit.BEFORE_COMPLETED)
            .asked("K1");

    /** K9: 002 cancels a shop's part whole; stays and lessons are cancelled one by one. */
    public static final Setting<CancelGranularity> CANCEL_GRANULARITY = Setting.choice(
                    "cancel.granularity", CancelGranularity.class, CancelGranularity.PART)
            .in(Preset.MOUNTAIN, CancelGranularity.LINE)
            .asked("K9");

    /** K17. */
    public static final Setting<CompletionRule> COMPLETE_REQUIRES = Setting.choice(
                    "complete.requires", CompletionRule.class, CompletionRule.NOTHING)
            .asked("K17");

    /** K17: so many days after the last day of the service, at midnight in Paris, the clock completes what its rule leaves to it. */
    public static final Setting<Integer> COMPLETE_AUTO_DAYS =
            Setting.number("complete.auto_days", 1, 90, 7).asked("K17");

    /** Hours that the shop is open, after which a merchant who has not accepted a part is reminded; 0 never. */
    public static final Setting<Integer> ACCEPT_REMIND_HOURS =
            Setting.number("accept.remind_hours", 0, 200, 2).asked("O18");

    /** Open hours after which the operator is told of it; 0 never. */
    public static final Setting<Integer> ACCEPT_ESCALATE_HOURS =
            Setting.number("accept.escalate_hours", 0, 200, 8).asked("O18");

    /** Open hours after which it is cancelled and refunded; 0 never. */
    public static final Setting<Integer> ACCEPT_CANCEL_HOURS =
            Setting.number("accept.cancel_hours", 0, 200, 24).asked("O18");

    /** K8: whether the customer gets the notice of cancellation and refund. */
    public static final Setting<Boolean> NOTIFY_CANCEL =
            Setting.flag("notify.cancel", true).asked("K8");

    /** How many days before a balance is due its customer is reminded (C07); the documents leave it open. */
    public static final Setting<Integer> BALANCE_REMINDER_DAYS =
            Setting.number("balance.reminder_days", 0, 60, 3).asked("C07");

    /** K10: how many days the customer has to pay what a replacement costs more, but no longer than until its day; the documents leave it open. */
    public static final Setting<Integer> REPLACE_PAY_DAYS =
            Setting.number("replace.pay_days", 1, 60, 7).asked("K10");

    public static final List<Setting<?>> ALL = List.of(
            CANCEL_MERCHANT_UNTIL,
            CANCEL_GRANULARITY,
            COMPLETE_REQUIRES,
            COMPLETE_AUTO_DAYS,
            ACCEPT_REMIND_HOURS,
            ACCEPT_ESCALATE_HOURS,
            ACCEPT_CANCEL_HOURS,
            NOTIFY_CANCEL,
            BALANCE_REMINDER_DAYS,
            REPLACE_PAY_DAYS);

    private OrderSettings() {}
}
