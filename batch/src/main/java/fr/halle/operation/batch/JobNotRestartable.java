package fr.halle.operation.batch;

import fr.halle.shared.model.BusinessException;

/** The run cannot be gone on with: it is done, a later one went on from it, or it is not kept any more. Details: its number. */
public final class JobNotRestartable extends BusinessException {

    private static final long serialVersionUID = 1;

    public JobNotRestartable(long executionId) {
        super(executionId);
    }
}
