package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.outside.service.OutsideCatalogue;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.shared.model.Actor;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prestations of an outside catalogue (S29, S30): its price is asked of the outside system itself, before anything is locked. */
@Stateless
public class CatalogueLines {

    @Inject
    private QuoteStore store;

    @Inject
    private OutsideCatalogue catalogue;

    @EJB
    private QuoteLines lines;

    @EJB
    private QuoteOffers offers;

    /** @param days on which it was offered */
    public record Wanted(String code, String outsideId, QuoteOffers.Stay days) {}

    /**
     * Adds a product of ours at the catalogue's price.
     *
     * @throws QuoteLineUnknown when the catalogue has no such product, or not of this one of ours
     */
    public long add(Actor actor, long quoteId, Wanted wanted, Choice choice, Map<String, String> detail) {
        OutsideProduct product = product(actor, quoteId, wanted);
        return lines.addFromCatalogue(actor, quoteId, wanted.code(), product, choice, detail);
    }

    /**
     * Adds what is not sold on line (S30, S32).
     *
     * @param startsAt one of the product's times, null where it has none
     * @param shopId who sells it, where the desk sells for several merchants; else null
     * @throws QuoteLineUnknown when the catalogue has no such product, or not at that time
     * @throws QuoteRefused where nobody is chosen who sells it
     */
    public long addNotOnLine(
            Actor actor,
            long quoteId,
            Wanted wanted,
            @Nullable Instant startsAt,
            @Nullable Long shopId,
            long quantity) {
        OutsideProduct product = product(actor, quoteId, wanted);
        OutsideProduct.Place place = startsAt == null && product.places().isEmpty()
                ? null
                : product.places().stream()
                        .filter(one -> Objects.equals(one.startsAt(), startsAt))
                        .findFirst()
                        .orElseThrow(QuoteLineUnknown::new);
        if (place != null && place.free() != null && place.free() < quantity) {
            throw new PlacesGone(List.of(product.label()));
        }
        return lines.addNotOnLine(actor, quoteId, wanted.code(), product, place, shopId, quantity);
    }

    private OutsideProduct product(Actor actor, long quoteId, Wanted wanted) {
        QuoteHead head = store.find(actor, quoteId);
        if (!offers.codes(actor, quoteId).contains(wanted.code())) {
            throw new QuoteLineUnknown();
        }
        QuoteOffers.Stay days = wanted.days();
        return catalogue.products(head.deskId(), wanted.code(), days.from(), days.to(), head.language()).stream()
                .filter(one -> one.id().equals(wanted.outsideId()))
                .findFirst()
                .orElseThrow(QuoteLineUnknown::new);
    }
}
