package fr.halle.merchant.model;

import fr.halle.portal.model.Setting;
import java.util.List;

/** What a portal holds its merchants' particulars to. */
public final class MerchantSettings {

    /** How long no money leaves for an IBAN that took another's place; 0: it leaves at once. */
    public static final Setting<Integer> IBAN_FREEZE_DAYS =
            Setting.number("merchant.ibanFreezeDays", 0, 60, 3).asked("§10");

    public static final List<Setting<?>> ALL = List.of(IBAN_FREEZE_DAYS);

    private MerchantSettings() {}
}
