package fr.halle.cart.web;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartPart.Missing;
import fr.halle.cart.service.CartView;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a basket in words. The week of slots is drawn where one is missing, or where the visitor asks to change it. */
@RequestScoped
public class BasketWords {

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private PrestationWords prestations;

    @Inject
    private SlotWeeks weeks;

    /** One week of slots at a time: the one asked for, else that of the first part where a choice is missing. */
    List<BasketPart> parts(CartView cart, HttpServletRequest request) {
        long turn = turn(cart, request);
        return cart.parts().stream()
                .map(part -> part(part, part.shop().id() == turn, request))
                .toList();
    }

    private static long turn(CartView cart, HttpServletRequest request) {
        String change = request.getParameter("change");
        String asked = change == null ? request.getParameter("part") : change;
        return cart.parts().stream()
                .filter(part ->
                        part.isCollected() && Long.toString(part.shop().id()).equals(asked))
                .findFirst()
                .or(() -> cart.parts().stream()
                        .filter(part -> !part.missing().isEmpty())
                        .findFirst())
                .map(part -> part.shop().id())
                .orElse(0L);
    }

    private BasketPart part(CartPart part, boolean choosing, HttpServletRequest request) {
        boolean open = choosing && part.shop().pickup();
        return new BasketPart(
                part,
                part.lines().stream().map(this::line).toList(),
                open ? weeks.of(part, request.getParameter("from")) : null,
                choosing ? null : chosen(part),
                choosing,
                words.duration(part.shop().leadMinutes()),
                problems(part));
    }

    private BasketPart.Line line(CartLine line) {
        Priced priced = line.priced();
        ChoiceRefused refusal = line.refusal();
        return new BasketPart.Line(
                line,
                details(line),
                priced.kind() != ProductKind.LODGING && priced.kind() != ProductKind.INSURANCE,
                refusal == null ? null : words.refusal(refusal),
                words.text("basket.fewer", priced.name()),
                words.text("basket.more", priced.name()),
                words.text(priced.byWeight() ? "basket.grams" : "basket.quantity", priced.name()));
    }

    /** {@code 2 × huîtres}, {@code 750 g de comté}, for a recap. */
    public String name(CartLine line) {
        String amount = prestations.amount(prestation(line));
        return amount.isEmpty()
                ? line.priced().name()
                : amount + " " + line.priced().name();
    }

    public String details(CartLine line) {
        return prestations.details(prestation(line));
    }

    /** How it will be collected, in a sentence; null where nothing is, or where that is still open. */
    public @Nullable String chosen(CartPart part) {
        if (!part.isCollected() || part.chosen() == null) {
            return null;
        }
        if (part.isDelivery()) {
            return words.text("basket.chosen.DELIVERY");
        }
        Instant start = part.slotStart();
        Instant end = part.slotEnd();
        return start == null || end == null ? null : words.text("basket.chosen.PICKUP", formats.slot(start, end));
    }

    static Prestation prestation(CartLine line) {
        Priced priced = line.priced();
        return new Prestation(
                priced.kind(),
                priced.variant(),
                priced.unitText(),
                line.quantity(),
                priced.byWeight(),
                priced.unitCents(),
                priced.startsOn(),
                priced.endsOn(),
                priced.startsAt(),
                priced.endsAt(),
                line.choice().size(),
                line.choice().adults(),
                line.choice().children(),
                line.detail(),
                priced.taxCents());
    }

    private List<BasketPart.Problem> problems(CartPart part) {
        List<BasketPart.Problem> problems = new ArrayList<>();
        for (CartLine line : part.lines()) {
            ChoiceRefused refusal = line.refusal();
            if (refusal != null) {
                problems.add(new BasketPart.Problem(
                        "#line-" + line.id(),
                        words.text("checkout.error.line", line.priced().name(), words.refusal(refusal))));
            }
        }
        for (Missing missing : part.missing()) {
            problems.add(new BasketPart.Problem(
                    "#part-" + part.shop().id(),
                    words.text("basket.missing." + missing.name(), part.shop().name())));
        }
        return problems;
    }
}
