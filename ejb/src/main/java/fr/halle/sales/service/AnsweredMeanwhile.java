package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** Somebody else of the desk answered while this answer was being written: both are shown, and the writer decides. */
public final class AnsweredMeanwhile extends BusinessException {

    private static final long serialVersionUID = 1;

    public AnsweredMeanwhile(String author) {
        super(author);
    }
}
