package fr.halle.payment.model;

import fr.halle.ledger.model.FeeTariff;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import fr.halle.portal.model.Settings;
import java.util.List;

/** What the platform takes of a payment, frozen on the order when it is placed (K4, K5). */
public final class FeeSettings {

    /** Of the amount with VAT, in basis points: « 2,9 % sur le montant TTC » (M63). */
    public static final Setting<Integer> RATE_BP = Setting.number(
                    "fees.rate_bp", 0, 10_000, FeeTariff.DEFAULT.basisPoints())
            .asked("M63");

    /** In cents: « + 0,25 € par transaction » (M63). */
    public static final Setting<Integer> FIXED_CENTS = Setting.number(
                    "fees.fixed_cents", 0, 10_000, (int) FeeTariff.DEFAULT.fixedCents())
            .asked("M63");

    /** What « transaction » means (K5). */
    public static final Setting<FeeTariff.Scope> FIXED_SCOPE = Setting.choice(
                    "fees.fixed_scope", FeeTariff.Scope.class, FeeTariff.DEFAULT.scope())
            .asked("K5");

    /**
     * Where the fee is taken (K4). The entries of the ledger are the same: from the sale on, the fee is the platform's. What differs
     * is where the money lies until then, and so what the provider is asked.
     */
    public enum Collect {
        /** From each share as it reaches the merchant's e-money account (M61). */
        AT_SOURCE,
        /** From the payout. */
        AT_PAYOUT
    }

    /** K4: document 000 keeps the fee at source, document 001 deducts it from the payout. */
    public static final Setting<Collect> COLLECT = Setting.choice("fees.collect", Collect.class, Collect.AT_SOURCE)
            .in(Preset.TOWN_ORDERS, Collect.AT_PAYOUT)
            .asked("K4");

    public static final List<Setting<?>> ALL = List.of(RATE_BP, FIXED_CENTS, FIXED_SCOPE, COLLECT);

    private FeeSettings() {}

    /** @param settings those frozen on the order */
    public static boolean atPayout(Settings settings) {
        return settings.get(COLLECT) == Collect.AT_PAYOUT;
    }

    /** @param settings those frozen on the order */
    public static FeeTariff tariff(Settings settings) {
        return new FeeTariff(settings.get(RATE_BP), settings.get(FIXED_CENTS), settings.get(FIXED_SCOPE));
    }
}
