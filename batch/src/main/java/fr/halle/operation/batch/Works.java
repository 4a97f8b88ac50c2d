package fr.halle.operation.batch;

import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds the work that a job's definition names. */
@Service
public class Works {

    @Inject
    @Any
    private Instance<DueWork> works;

    /** @throws IllegalArgumentException for a name that is no work's */
    public DueWork named(String name) {
        return works.stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No work is named " + name));
    }
}
