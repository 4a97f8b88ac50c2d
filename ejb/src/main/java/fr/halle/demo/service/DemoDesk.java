package fr.halle.demo.service;

import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** The commercial desk of the ski school, as its secretary set it (documents 003, 004): objects, contents, categories. */
final class DemoDesk {

    private static final String SCHOOL = "ecole";
    private static final String DOMAIN = "@esf-belleroche.demo";

    private final Inserts inserts;
    private final LongSupplier ids;
    private final Instant now;

    DemoDesk(Inserts inserts, LongSupplier ids, Instant now) {
        this.inserts = inserts;
        this.ids = ids;
        this.now = now;
    }

    void of(long portalId, long merchantId, String slug, String name) {
        if (!slug.equals(SCHOOL)) {
            return;
        }
        long desk = ids.getAsLong();
        inserts.add("sales_desk", "id, portal_id, merchant_id", desk, portalId, merchantId);
        objects(desk, "fr", List.of("Demande d’informations", "Demande de cours privés", "Demande de groupe"));
        objects(desk, "en", List.of("Information request", "Private lessons", "Groups"));
        category(desk, 0, "COLLECTIF", "Cours collectifs", "Group lessons");
        category(desk, 1, "PRIVE", "Cours privés", "Private lessons");
        category(desk, 2, "GROUPE", "Groupes", "Groups");
        category(desk, 3, "ENGLISH", "English", "English");
        category(desk, 4, "NSP", "Je ne sais pas", "I don’t know");
        catalogue(desk, 0, "ESF-PRIVE", "Cours privés, non vendus en ligne");
        catalogue(desk, 1, "ESF-TO-12", "Tour-opérateurs, −12 %");
        content(
                desk,
                "ACKNOWLEDGEMENT",
                "fr",
                "Bonjour {prenom},\n\nNous avons bien reçu votre demande et vous répondrons sous un jour ouvré.");
        content(
                desk,
                "ACKNOWLEDGEMENT",
                "en",
                "Hello {prenom},\n\nWe have received your request and will reply within one working day.");
        content(desk, "SIGNATURE", "fr", "Sandrine Laloy\n" + name);
        content(desk, "SIGNATURE", "en", "Sandrine Laloy\n" + name);
    }

    private void objects(long desk, String language, List<String> labels) {
        List<String> mailboxes = "fr".equals(language)
                ? List.of("accueil", "prives", "groupes")
                : List.of("accueil", "english", "groupes");
        for (int i = 0; i < labels.size(); i++) {
            inserts.add(
                    "contact_object",
                    "id, desk_id, language, label, email, position",
                    ids.getAsLong(),
                    desk,
                    language,
                    labels.get(i),
                    mailboxes.get(i) + DOMAIN,
                    i);
        }
    }

    private void category(long desk, int position, String code, String french, String english) {
        inserts.add(
                "sales_category",
                "id, desk_id, code, label_fr, label_en, position",
                ids.getAsLong(),
                desk,
                code,
                french,
                english,
                position);
    }

    /** One that the stand-in for the outside system has. */
    private void catalogue(long desk, int position, String code, String label) {
        inserts.add(
                "sales_catalogue",
                "id, desk_id, code, label, position, checked_at",
                ids.getAsLong(),
                desk,
                code,
                label,
                position,
                now);
    }

    private void content(long desk, String kind, String language, String body) {
        inserts.add(
                "mail_content",
                "desk_id, kind, language, body, changed_at, changed_by",
                desk,
                kind,
                language,
                body,
                now,
                "Sandrine Laloy");
    }
}
