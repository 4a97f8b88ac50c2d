package fr.halle.cart.service;

import fr.halle.shared.model.FieldRefusal;

/** The way of collecting a part cannot be had (C09–C12). Details: the shop's name. */
public final class CollectionRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    /**
     * @param field {@code mode}, {@code slot}, {@code street}, {@code postcode}, {@code city} or {@code note}
     * @param reason such as {@code NOT_OFFERED}, {@code TOO_LONG}, or why a slot is not free: {@code FULL}, {@code TOO_EARLY} …
     */
    public CollectionRefused(String field, String reason, String shopName) {
        super(field, reason, shopName);
    }
}
