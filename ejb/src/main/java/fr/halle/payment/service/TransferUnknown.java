package fr.halle.payment.service;

import java.util.List;

/** Nobody knows whether these parts' shares were transferred, and asking again is not safe any more: shown to the operator by the job. */
public class TransferUnknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    TransferUnknown(List<String> parts) {
        super("no answer while the key was known: " + String.join(", ", parts));
    }
}
