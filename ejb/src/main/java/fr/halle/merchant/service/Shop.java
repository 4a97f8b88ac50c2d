package fr.halle.merchant.service;

import fr.halle.merchant.model.OpeningHours;

/**
 * A shop as customers meet it: where it is, how its goods are collected and when (C09–C12).
 *
 * @param deliveryFeeCents what the merchant asks for bringing a part (O04)
 * @param leadMinutes how long it needs before a pickup (K19)
 * @param slotCapacity how many pickups one half-hour takes (K19)
 * @param active false once it has closed for good: nothing of it can be ordered
 */
public record Shop(
        long id,
        long merchantId,
        long portalId,
        String slug,
        String name,
        String picture,
        String street,
        String postcode,
        String city,
        String phone,
        boolean pickup,
        boolean delivery,
        long deliveryFeeCents,
        String deliveryAreaFr,
        String deliveryAreaEn,
        int leadMinutes,
        int slotCapacity,
        boolean active,
        OpeningHours hoursFr,
        OpeningHours hoursEn) {

    /** The same hours in both languages; only the merchant's words about an exception differ. */
    public OpeningHours hours(String language) {
        return "fr".equals(language) ? hoursFr : hoursEn;
    }

    public String deliveryArea(String language) {
        return "fr".equals(language) ? deliveryAreaFr : deliveryAreaEn;
    }

    /** One line, as a recap says it: {@code 12 rue des Bains, 14390 Valmer-Plage}. */
    public String address() {
        return street + ", " + postcode + " " + city;
    }
}
