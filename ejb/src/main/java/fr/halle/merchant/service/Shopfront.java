package fr.halle.merchant.service;

import org.jspecify.annotations.Nullable;

/**
 * What a shop says of itself to passers-by, in one language, and what the law wants to be said of its merchant.
 *
 * @param mediator who settles a dispute (Code de la consommation L612-1)
 * @param regulatedAs the register of a regulated profession, such as ORIAS; null for the others
 * @param products how many can be bought in it
 */
public record Shopfront(
        long shopId,
        long merchantId,
        String slug,
        String name,
        String tagline,
        String about,
        String picture,
        String legalName,
        String siret,
        String vatNumber,
        String mediator,
        @Nullable String regulatedAs,
        int products) {}
