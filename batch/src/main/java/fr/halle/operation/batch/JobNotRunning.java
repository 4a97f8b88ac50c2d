package fr.halle.operation.batch;

import fr.halle.shared.model.BusinessException;

/** The run that was to stop has ended already. Details: its number. */
public final class JobNotRunning extends BusinessException {

    private static final long serialVersionUID = 1;

    public JobNotRunning(long executionId) {
        super(executionId);
    }
}
