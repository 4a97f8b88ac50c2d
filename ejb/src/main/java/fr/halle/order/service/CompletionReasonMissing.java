package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** The operator completes a part before what the portal waits for: that needs a reason (K17). */
public final class CompletionReasonMissing extends BusinessException {

    private static final long serialVersionUID = 1;
}
