package fr.halle.payout.model;

import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Region;
import java.util.List;

/** The settings a payout obeys, frozen on the order (K2): each of the three documents has its own delay, and its preset here. */
public final class PayoutSettings {

    public static final Setting<PayoutRule.Trigger> TRIGGER = Setting.choice(
                    "payout.trigger", PayoutRule.Trigger.class, PayoutRule.Trigger.COMPLETED)
            .in(Preset.TOWN_ORDERS, PayoutRule.Trigger.PAID);

    public static final Setting<Integer> DELAY =
            Setting.number("payout.delay", 0, 10_000, 48).in(Preset.TOWN_ORDERS, 10);

    public static final Setting<PayoutRule.Unit> DELAY_UNIT = Setting.choice(
                    "payout.delay_unit", PayoutRule.Unit.class, PayoutRule.Unit.HOURS)
            .in(Preset.TOWN_ORDERS, PayoutRule.Unit.BUSINESS_DAYS);

    public static final List<Setting<?>> ALL = List.of(TRIGGER, DELAY, DELAY_UNIT);

    private PayoutSettings() {}

    /** @param settings those frozen on the order, or the portal's own for what is not ordered yet */
    public static PayoutRule rule(Settings settings, Region region) {
        return new PayoutRule(settings.get(TRIGGER), settings.get(DELAY), settings.get(DELAY_UNIT), region);
    }
}
