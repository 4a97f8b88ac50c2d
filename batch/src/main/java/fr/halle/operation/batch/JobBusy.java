package fr.halle.operation.batch;

import fr.halle.shared.model.BusinessException;

/** The job is running already. Details: its definition. */
public final class JobBusy extends BusinessException {

    private static final long serialVersionUID = 1;

    public JobBusy(Job job) {
        super(job.definition());
    }
}
