package fr.halle.portal.model;

import fr.halle.shared.model.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One town or resort. Read often and changed rarely: a record, cached by {@code Portals}.
 *
 * @param hosts the host names it answers to, without port
 * @param accent its own colour, null for the preset's
 */
public record Portal(
        long id,
        String slug,
        String name,
        String taglineFr,
        String taglineEn,
        String runByFr,
        String runByEn,
        String operatorName,
        String supportEmail,
        String supportPhone,
        List<String> hosts,
        List<String> languages,
        @Nullable String accent,
        String commune,
        Region region,
        Settings settings) {

    public String tagline(String language) {
        return "fr".equals(language) ? taglineFr : taglineEn;
    }

    public String runBy(String language) {
        return "fr".equals(language) ? runByFr : runByEn;
    }
}
