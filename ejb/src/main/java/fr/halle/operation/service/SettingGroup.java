package fr.halle.operation.service;

import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.identity.model.IdentitySettings;
import fr.halle.merchant.model.MerchantSettings;
import fr.halle.notification.model.NotificationSettings;
import fr.halle.order.model.OrderSettings;
import fr.halle.payment.model.FeeSettings;
import fr.halle.payment.model.RefundSettings;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Setting;
import fr.halle.sales.model.QuoteSettings;
import fr.halle.sales.model.SalesSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting there is, as the operator finds them together. */
public enum SettingGroup {
    ORDERS(
            OrderSettings.CANCEL_MERCHANT_UNTIL,
            OrderSettings.CANCEL_GRANULARITY,
            OrderSettings.COMPLETE_REQUIRES,
            OrderSettings.COMPLETE_AUTO_DAYS,
            OrderSettings.ACCEPT_REMIND_HOURS,
            OrderSettings.ACCEPT_ESCALATE_HOURS,
            OrderSettings.ACCEPT_CANCEL_HOURS,
            RefundSettings.MODE,
            CheckoutSettings.HOLD_MINUTES,
            CheckoutSettings.CGV_BOX,
            OrderSettings.BALANCE_REMINDER_DAYS,
            OrderSettings.REPLACE_PAY_DAYS),
    MONEY(
            FeeSettings.RATE_BP,
            FeeSettings.FIXED_CENTS,
            FeeSettings.FIXED_SCOPE,
            FeeSettings.COLLECT,
            RefundSettings.FEES_ON_REFUND,
            PayoutSettings.TRIGGER,
            PayoutSettings.DELAY,
            PayoutSettings.DELAY_UNIT,
            PayoutSettings.LATEST_DAYS,
            MerchantSettings.IBAN_FREEZE_DAYS),
    MESSAGES(
            CheckoutSettings.MAIL_CONFIRMATION,
            NotificationSettings.MAIL_RECAP,
            OrderSettings.NOTIFY_CANCEL,
            CheckoutSettings.SMS_NEW_ORDER,
            NotificationSettings.SMS_QUIET_FROM_HOUR,
            NotificationSettings.SMS_QUIET_UNTIL_HOUR),
    SALES(SalesSettings.REPLY_ADDRESS, SalesSettings.FORM_ORIGINS),
    QUOTES(
            QuoteSettings.HOLDS,
            QuoteSettings.DEPOSIT_BP,
            QuoteSettings.VALID_DAYS,
            QuoteSettings.BALANCE_DAYS,
            QuoteSettings.ON_DATES_CHANGE),
    ACCESS(IdentitySettings.SECOND_FACTOR);

    private final List<Setting<?>> settings;

    SettingGroup(Setting<?>... settings) {
        this.settings = List.of(settings);
    }

    public List<Setting<?>> settings() {
        return settings;
    }

    public static List<Setting<?>> all() {
        return Arrays.stream(values()).flatMap(group -> group.settings.stream()).toList();
    }

    public static Optional<Setting<?>> byKey(String key) {
        return all().stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
