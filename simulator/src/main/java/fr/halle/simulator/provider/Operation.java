package fr.halle.simulator.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a tester can make go wrong: the calls that do something, reading, the customer at the card page, the notifications. */
public enum Operation {
    USER,
    WALLET,
    BANK_ACCOUNT,
    PAYIN,
    PAYIN_REFUND,
    TRANSFER,
    TRANSFER_REFUND,
    PAYOUT,
    HOOK_REGISTRATION,
    READ,
    CARD,
    HOOK;

    /** As it is written in a scenario: {@code payin-refund}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Operation> labelled(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }
}
