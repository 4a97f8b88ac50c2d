package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** "Traité" means that a settled order was entered elsewhere: one that is not settled cannot be (S16). */
public final class DossierNotSettled extends BusinessException {

    private static final long serialVersionUID = 1;
}
