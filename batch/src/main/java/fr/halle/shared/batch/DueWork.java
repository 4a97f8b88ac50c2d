package fr.halle.shared.batch;

import java.util.List;

/**
 * Something to be done to many rows by the clock: which are due, and what is done to one. What is done must be harmless when it is
 * done twice, since a run may die after the work and before its checkpoint; it makes its own transactions, so that none spans a
 * call to the outside.
 */
public interface DueWork {

    /** As the job's definition names it. */
    String name();

    /** Ids of what is due now, rising, greater than {@code afterId}. */
    List<Long> due(long afterId, int most);

    void workOn(long id);

    /** For work that is set-based; otherwise one by one, each failing for itself. */
    default boolean isTogether() {
        return false;
    }

    /** All of a chunk at once. */
    default void workOnAll(List<Long> ids) {
        ids.forEach(this::workOn);
    }
}
