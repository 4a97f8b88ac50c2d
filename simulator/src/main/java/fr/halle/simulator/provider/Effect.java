package fr.halle.simulator.provider;

import static fr.halle.simulator.provider.Operation.CARD;
import static fr.halle.simulator.provider.Operation.HOOK;
import static fr.halle.simulator.provider.Operation.PAYIN_REFUND;
import static fr.halle.simulator.provider.Operation.PAYOUT;
import static fr.halle.simulator.provider.Operation.TRANSFER;
import static fr.halle.simulator.provider.Operation.TRANSFER_REFUND;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can go wrong, and with what. */
public enum Effect {
    // @formatter:off
    //                    goes wrong with                                          what happens
    ERROR_BEFORE         (calls()),                                             // 503, and nothing was done
    TIMEOUT_AFTER_COMMIT (calls()),                                             // done, but the answer comes too late
    ERROR_AFTER_COMMIT   (calls()),                                             // done, but the answer is 504
    FAIL                 (of(TRANSFER, TRANSFER_REFUND, PAYIN_REFUND, PAYOUT)), // answered, with Status FAILED
    RETURN               (of(PAYOUT)),                                          // paid, then sent back by the bank
    DECLINE              (of(CARD)),                                            // whatever card is typed
    ABANDON              (of(CARD)),                                            // as if the customer had gone away
    CHARGEBACK           (of(CARD)),                                            // paid, then disputed
    LATE                 (of(HOOK)),
    TWICE                (of(HOOK)),
    REORDER              (of(HOOK)),                                            // held back until later ones overtake it
    LOSE                 (of(HOOK));
    // @formatter:on

    private final Set<Operation> operations;

    Effect(Set<Operation> operations) {
        this.operations = operations;
    }

    public boolean suits(Operation operation) {
        return operations.contains(operation);
    }

    /** As it is written in a scenario: {@code timeout-after-commit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Effect> labelled(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }

    private static Set<Operation> calls() {
        return EnumSet.complementOf(EnumSet.of(CARD, HOOK));
    }

    private static Set<Operation> of(Operation... operations) {
        return EnumSet.copyOf(Arrays.asList(operations));
    }
}
