package fr.halle.demo.service;

import java.time.Instant;
import java.util.function.LongSupplier;

/** The first version of each portal's legal footer, as its operator published it (P11, K27). */
final class DemoFooter {

    private static final String FRENCH =
            "%s exploite le portail %s. Chaque marchand est seul vendeur de ses produits et en répond. Vos coordonnées ne servent qu’à"
                    + " votre commande ou à votre demande\u00a0; vos droits\u00a0: %s.";
    private static final String ENGLISH =
            "%s runs the portal %s. Each merchant is the only seller of its products and answers for them. Your details serve your order"
                    + " or request and nothing else; your rights: %s.";

    private final Inserts inserts;
    private final LongSupplier ids;
    private final Instant now;

    DemoFooter(Inserts inserts, LongSupplier ids, Instant now) {
        this.inserts = inserts;
        this.ids = ids;
        this.now = now;
    }

    void of(long portalId, PortalFile portal) {
        publish(portalId, "fr", FRENCH, portal);
        publish(portalId, "en", ENGLISH, portal);
    }

    private void publish(long portalId, String language, String text, PortalFile portal) {
        inserts.add(
                "legal_footer",
                "id, portal_id, language, version, body, published_at, published_by",
                ids.getAsLong(),
                portalId,
                language,
                1,
                String.format(text, portal.operator(), portal.name(), portal.supportEmail()),
                now,
                portal.operator());
    }
}
