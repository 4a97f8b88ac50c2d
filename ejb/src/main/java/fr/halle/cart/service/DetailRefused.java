package fr.halle.cart.service;

import fr.halle.shared.model.FieldRefusal;

/** A text that goes with a choice cannot be kept. Details: the limit. */
public final class DetailRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    public DetailRefused(String field, String reason, int most) {
        super(field, reason, most);
    }
}
