package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.LifecycleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the part since the page was read: nothing is overwritten. Details: its number, the state it has now, who
 * changed it last and when.
 */
public final class PartMoved extends BusinessException {

    private static final long serialVersionUID = 1;

    private final boolean bySomebody;

    /** @param by a name, null where it was no person, or where nobody changed it and the version is a forged one */
    public PartMoved(String number, LifecycleState stateNow, @Nullable String by, @Nullable Instant at) {
        super(number, stateNow, by == null ? "" : by, at == null ? "" : at);
        bySomebody = by != null;
    }

    @Override
    public String variant() {
        return bySomebody ? "by" : "";
    }
}
