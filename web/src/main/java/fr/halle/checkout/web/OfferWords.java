package fr.halle.checkout.web;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.service.PartLine;
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
        PartLine asOrdered = asOrdered(line);
        String quantity = line.quantity() == 1 && !line.byWeight() ? "" : parts.quantity(asOrdered) + " · ";
        return quantity + parts.detail(asOrdered);
    }

    private static PartLine asOrdered(OrderDraft.Line line) {
        return new PartLine(
                0,
                0,
                line.kind(),
                line.name(),
                line.family(),
                line.seller(),
                line.variant(),
                line.unitText(),
                line.quantity(),
                line.byWeight(),
                line.unitCents(),
                line.totalCents(),
                line.vatBp(),
                line.taxCents(),
                line.startsOn(),
                line.endsOn(),
                line.startsAt(),
                line.endsAt(),
                line.size(),
                line.adults(),
                line.children(),
                line.detail(),
                OrderLineState.CONFIRMED);
    }
}
