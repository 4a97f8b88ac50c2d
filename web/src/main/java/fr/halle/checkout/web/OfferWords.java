package fr.halle.checkout.web;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.order.model.OrderLine;
import fr.halle.order.web.PartWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A prestation of a quote in the words in which it will be read once it is ordered. */
@Named
@RequestScoped
public class OfferWords {

    @Inject
    private PartWords parts;

    public String detail(OrderDraft.Line line) {
        OrderLine asOrdered = line.ordered(0, 0);
        String quantity = line.quantity() == 1 && !line.byWeight() ? "" : parts.quantity(asOrdered) + " · ";
        return quantity + parts.detail(asOrdered);
    }
}
