package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;

/** Total is not Σ lines + shipping, or a line's parts are not its whole: such an order is refused (K29). Details: line, 0 for the order. */
public final class DraftOutOfBalance extends BusinessException {

    private static final long serialVersionUID = 1;

    private final int lineNo;

    public DraftOutOfBalance(int lineNo) {
        super(lineNo);
        this.lineNo = lineNo;
    }

    public int lineNo() {
        return lineNo;
    }
}
