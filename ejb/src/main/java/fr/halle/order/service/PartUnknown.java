package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** There is no such part, or it is another merchant's: whoever asks learns no difference (K28). */
public final class PartUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
