package fr.halle.sales.service;

import fr.halle.sales.model.RequestStage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers are looked for; null or empty where any will do.
 *
 * @param q part of a name, a mail address or a telephone number
 * @param dueBefore those whose next act is due by that day
 */
public record DossierFilter(
        String q,
        @Nullable RequestStage stage,
        @Nullable Long categoryId,
        @Nullable Long assignedTo,
        boolean unread,
        @Nullable LocalDate dueBefore) {

    public static final DossierFilter ALL = new DossierFilter("", null, null, null, false, null);

    public boolean isAny() {
        return q.isEmpty() && stage == null && categoryId == null && assignedTo == null && !unread && dueBefore == null;
    }
}
