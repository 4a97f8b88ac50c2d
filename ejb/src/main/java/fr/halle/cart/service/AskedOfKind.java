package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;

/** What of a choice its kind asks for. The rest says nothing and would make two lines of the same: it is not kept. */
final class AskedOfKind {

    private AskedOfKind() {}

    static Choice of(ProductKind kind, Choice choice) {
        boolean begins = kind != ProductKind.GOODS && kind != ProductKind.INSURANCE && !isAtAnHour(kind);
        boolean ends = kind == ProductKind.RENTAL || kind == ProductKind.LODGING;
        boolean party = kind == ProductKind.LODGING;
        return new Choice(
                choice.productId(),
                choice.variantId(),
                choice.quantity(),
                begins ? choice.startsOn() : null,
                ends ? choice.endsOn() : null,
                isAtAnHour(kind) ? choice.startsAt() : null,
                kind == ProductKind.RENTAL ? choice.size() : null,
                party ? choice.adults() : null,
                party ? choice.children() : null);
    }

    /** Asking twice for the same is asking once: one stay, one insurance. */
    static boolean isOnce(ProductKind kind) {
        return kind == ProductKind.INSURANCE || kind == ProductKind.LODGING;
    }

    private static boolean isAtAnHour(ProductKind kind) {
        return kind == ProductKind.PRIVATE_LESSON || kind == ProductKind.ACTIVITY;
    }
}
