package fr.halle.order.model;

import fr.halle.shared.model.Texts;

/** What a part carries of its buyer, folded, so that it is found by any piece of it (M11). */
public final class BuyerWords {

    private BuyerWords() {}

    public static String of(String email, String firstName, String lastName) {
        return Texts.fold(email + " " + firstName + " " + lastName);
    }
}
