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
            .in(Preset.TOWN_ORDERS, PayoutRule.Trigger.PAID)
            .asked("K2");

    public static final Setting<Integer> DELAY = Setting.number("payout.delay", 0, 10_000, 48)
            .in(Preset.TOWN_ORDERS, 10)
            .asked("K2");

    public static final Setting<PayoutRule.Unit> DELAY_UNIT = Setting.choice(
                    "payout.delay_unit", PayoutRule.Unit.class, PayoutRule.Unit.HOURS)
            .in(Preset.TOWN_ORDERS, PayoutRule.Unit.BUSINESS_DAYS)
            .asked("K2");

    /**
     * How many days after the order the operator is alarmed where its money has not left: the documents' « dans les 10 jours
     * ouvrés » is an upper bound (M64), two weeks by the calendar. What is sold long before its service waits longer.
     */
    public static final Setting<Integer> LATEST_DAYS = Setting.number("payout.latestDays", 1, 730, 60)
            .in(Preset.MOUNTAIN, 365)
            .in(Preset.TOWN_ORDERS, 14)
            .asked("K2");

    public static final List<Setting<?>> ALL = List.of(TRIGGER, DELAY, DELAY_UNIT, LATEST_DAYS);

    private PayoutSettings() {}

    /** @param settings those frozen on the order, or the portal's own for what is not ordered yet */
    public static PayoutRule rule(Settings settings, Region region) {
        return new PayoutRule(settings.get(TRIGGER), settings.get(DELAY), settings.get(DELAY_UNIT), region);
    }
}
