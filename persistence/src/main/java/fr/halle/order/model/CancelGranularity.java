package fr.halle.order.model;

/** What a merchant cancels at once: setting {@code cancel.granularity} (K9). */
public enum CancelGranularity {
    /** 002: « l'annulation d'au moins un produit entraîne l'annulation pour tous les produits de la commande ». */
    PART,
    /** 000, 001: every prestation has a status of its own; the others live on. */
    LINE
}
