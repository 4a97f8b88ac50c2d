package fr.halle.checkout.service;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Collection;
import fr.halle.catalog.model.Priced;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Freezes a basket that can be ordered: its lines are numbered through, its collections get their addresses. */
final class DraftOf {

    private final CartView cart;
    private final Customer customer;
    private final LocalDate today;
    private int lines;

    DraftOf(CartView cart, Customer customer, LocalDate today) {
        this.cart = cart;
        this.customer = customer;
        this.today = today;
    }

    OrderDraft with(List<OrderDraft.Terms> terms, String language, Map<String, String> settings) {
        List<Part> parts = new ArrayList<>();
        for (CartPart part : cart.parts()) {
            parts.add(part(part));
        }
        return new OrderDraft(customer, language, parts, terms, settings, null);
    }

    private Part part(CartPart part) {
        Collection how = part.chosen();
        boolean delivery = part.isDelivery();
        // A delivery goes to the customer's own address, unless another was given for this part.
        Collection elsewhere = how != null && how.street() != null ? how : null;
        List<Line> ofPart = part.lines().stream().map(this::line).toList();
        return new Part(
                part.shop().merchantId(),
                part.shop().id(),
                how == null ? "NONE" : how.mode().name(),
                part.slotStart(),
                part.slotEnd(),
                delivery ? (elsewhere == null ? customer.street() : elsewhere.street()) : null,
                delivery ? (elsewhere == null ? customer.postcode() : elsewhere.postcode()) : null,
                delivery ? (elsewhere == null ? customer.city() : elsewhere.city()) : null,
                how == null ? null : how.note(),
                part.shippingCents(),
                serviceDate(part.slotStart(), ofPart),
                ofPart);
    }

    /** The first day on which the merchant has something to do. */
    private LocalDate serviceDate(@Nullable Instant slot, List<Line> ofPart) {
        List<LocalDate> days = new ArrayList<>();
        if (slot != null) {
            days.add(slot.atZone(HalleClock.PARIS).toLocalDate());
        }
        for (Line line : ofPart) {
            LocalDate startsOn = line.startsOn();
            Instant startsAt = line.startsAt();
            if (startsOn != null) {
                days.add(startsOn);
            } else if (startsAt != null) {
                days.add(startsAt.atZone(HalleClock.PARIS).toLocalDate());
            }
        }
        return days.stream().min(LocalDate::compareTo).orElse(today);
    }

    private Line line(CartLine line) {
        Priced priced = line.priced();
        return new Line(
                ++lines,
                priced.productId(),
                priced.kind(),
                priced.name(),
                priced.family(),
                priced.seller(),
                priced.variant(),
                priced.unitText(),
                line.quantity(),
                priced.byWeight(),
                priced.unitCents(),
                priced.totalCents(),
                priced.vatBp(),
                priced.taxCents(),
                priced.dueNowCents(),
                priced.withdrawal(),
                priced.startsOn(),
                priced.endsOn(),
                priced.startsAt(),
                priced.endsAt(),
                line.choice().size(),
                line.choice().adults(),
                line.choice().children(),
                line.detail(),
                priced.picture(),
                priced.balance(),
                priced.claims());
    }
}
