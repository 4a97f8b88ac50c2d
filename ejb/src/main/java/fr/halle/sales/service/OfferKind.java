package fr.halle.sales.service;

import fr.halle.catalog.model.ProductKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds that "Ajouter une prestation" offers (S05), as the documents call them. */
public enum OfferKind {
    LESSONS("ski", ProductKind.GROUP_LESSON, ProductKind.PRIVATE_LESSON),
    ACTIVITIES("activity", ProductKind.ACTIVITY),
    PASSES("pass", ProductKind.PASS),
    RENTAL("gear", ProductKind.RENTAL),
    LODGING("bed", ProductKind.LODGING),
    INSURANCE("shield", ProductKind.INSURANCE),
    GOODS("products", ProductKind.GOODS),
    /** "Divers": worded and priced by the desk (S06). */
    FREE("edit");

    private final String icon;
    private final List<ProductKind> kinds;

    OfferKind(String icon, ProductKind... kinds) {
        this.icon = icon;
        this.kinds = List.of(kinds);
    }

    public String icon() {
        return icon;
    }

    public List<ProductKind> kinds() {
        return kinds;
    }

    public static OfferKind of(ProductKind kind) {
        return Arrays.stream(values())
                .filter(one -> one.kinds.contains(kind))
                .findFirst()
                .orElse(FREE);
    }

    public static Optional<OfferKind> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
