package fr.halle.cart.service;

import fr.halle.merchant.service.Shop;
import fr.halle.shared.model.Texts;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a part is to be collected: whether the shop does it, and what was written about it. */
final class CollectionCheck {

    private static final int STREET_MOST = 200;
    private static final int CITY_MOST = 100;
    private static final int NOTE_MOST = 500;
    private static final Pattern POSTCODE = Pattern.compile("[\\p{Alnum}][\\p{Alnum} -]{1,11}");

    private final String shop;

    private CollectionCheck(String shop) {
        this.shop = shop;
    }

    /** @throws CollectionRefused naming the field */
    static Collection of(Shop shop, Collection asked) {
        CollectionCheck check = new CollectionCheck(shop.name());
        boolean offered = asked.mode() == Collection.Mode.PICKUP ? shop.pickup() : shop.delivery();
        if (!offered) {
            throw check.refused("mode", "NOT_OFFERED");
        }
        String note = check.text("note", asked.note(), NOTE_MOST);
        return asked.mode() == Collection.Mode.PICKUP
                ? new Collection(asked.mode(), asked.slotStart(), null, null, null, note)
                : check.delivery(asked, note);
    }

    /** An address of its own is whole, or none: then the customer's own is taken, which checkout asks for. */
    private Collection delivery(Collection asked, @Nullable String note) {
        String street = text("street", asked.street(), STREET_MOST);
        String postcode = text("postcode", asked.postcode(), 12);
        String city = text("city", asked.city(), CITY_MOST);
        if (street == null && postcode == null && city == null) {
            return new Collection(asked.mode(), null, null, null, null, note);
        }
        if (street == null || postcode == null || city == null) {
            throw refused(street == null ? "street" : postcode == null ? "postcode" : "city", "MISSING");
        }
        if (!POSTCODE.matcher(postcode).matches()) {
            throw refused("postcode", "SYNTAX");
        }
        return new Collection(asked.mode(), null, street, postcode, city, note);
    }

    private @Nullable String text(String field, @Nullable String typed, int most) {
        String text = typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.length() > most) {
            throw refused(field, "TOO_LONG");
        }
        if (Texts.hidesInLines(text)) {
            throw refused(field, "SYNTAX");
        }
        return text.isEmpty() ? null : text;
    }

    private CollectionRefused refused(String field, String reason) {
        return new CollectionRefused(field, reason, shop);
    }
}
