package fr.halle.sales.model;

import fr.halle.portal.model.Setting;
import java.util.List;

/** The settings that quotes obey. */
public final class QuoteSettings {

    /** What becomes of the quote in progress when the dates of the stay change (K24). */
    public enum OnDatesChange {
        /** « il sera perdu »: voided, still readable. */
        VOID,
        /** Voided as well, and priced again at once as a new draft. */
        REPRICE
    }

    /** Whether a living quote keeps its places for its customer (S05). */
    public static final Setting<Boolean> HOLDS =
            Setting.flag("quote.holds", true).asked("S05");

    /** Of the total, in basis points; asked with a new quote until somebody writes another (S23, C26). */
    public static final Setting<Integer> DEPOSIT_BP =
            Setting.number("quote.deposit_bp", 100, 10_000, 3000).asked("S23");

    public static final Setting<Integer> VALID_DAYS =
            Setting.number("quote.valid_days", 1, 180, 14).asked("S22");

    /** So many days before the stay begins its balance is due. */
    public static final Setting<Integer> BALANCE_DAYS =
            Setting.number("quote.balance_days", 0, 180, 30).asked("S14");

    /** K24. */
    public static final Setting<OnDatesChange> ON_DATES_CHANGE = Setting.choice(
                    "quote.on_dates_change", OnDatesChange.class, OnDatesChange.VOID)
            .asked("K24");

    public static final List<Setting<?>> ALL = List.of(HOLDS, DEPOSIT_BP, VALID_DAYS, BALANCE_DAYS, ON_DATES_CHANGE);

    private QuoteSettings() {}
}
