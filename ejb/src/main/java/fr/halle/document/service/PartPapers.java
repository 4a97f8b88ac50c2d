package fr.halle.document.service;

import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartDetail;
import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * A part on paper: « Impression » of the confirmation that its merchant got by mail (M18), and its detail as PDF (M29). Both are this
 * one document: whoever holds one of two that nearly agree would have to ask which is right.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PartPapers {

    @EJB
    private MerchantOrders orders;

    @Inject
    private Portals portals;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Press press;

    /**
     * @param language the reader's, fr or en
     * @throws fr.halle.order.service.PartUnknown when there is no such part, or it is not the actor's to see (K28)
     */
    public Paper of(Actor actor, String number, String language) {
        PartDetail detail = orders.byNumber(actor, number);
        Seller seller = seller(detail.part().id());
        Portal portal = portals.byId(seller.portalId());
        DocumentWords words = DocumentWords.in(language).as(portal.settings().preset());
        String xhtml = new PartPaper(words, detail, seller, portal.name(), clock.instant()).xhtml();
        return new Paper(words.say("file", "number", detail.part().number()), press.print(xhtml));
    }

    private Seller seller(long partId) {
        return sql.one(
                        "select p.portal_id, m.legal_name, m.siret, m.vat_number, m.email, s.phone from merchant_order p"
                                + " join merchant m on m.id = p.merchant_id join shop s on s.id = p.shop_id where p.id = ?",
                        row -> new Seller(
                                row.number("portal_id"),
                                row.text("legal_name"),
                                row.text("siret"),
                                row.text("vat_number"),
                                row.text("email"),
                                row.text("phone")),
                        partId)
                .orElseThrow();
    }
}
