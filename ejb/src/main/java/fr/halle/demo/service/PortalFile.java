package fr.halle.demo.service;

import fr.halle.portal.model.Preset;
import java.util.List;

/**
 * A portal as {@code demo/<slug>/portal.json} tells it.
 *
 * @param terms the name of the template of its own terms of use
 * @param merchants the names of the files beside it, in the order of the list of merchants
 */
record PortalFile(
        String slug,
        String name,
        Words tagline,
        Words runBy,
        String operator,
        String supportEmail,
        String supportPhone,
        List<String> hosts,
        Preset preset,
        String commune,
        String postcode,
        String terms,
        List<Category> categories,
        List<String> merchants) {

    record Category(String slug, Words name, String picture) {}
}
