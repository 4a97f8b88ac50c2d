package fr.halle.checkout.web;

import fr.halle.order.model.OrderLineState;
import fr.halle.order.service.CustomerOrders;
import fr.halle.order.service.FollowedOrder;
import fr.halle.order.service.OrderUnknown;
import fr.halle.shared.model.Vat;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /order-receipt/EP-00042?token=…}: the order, or one part of it, as it is printed: sellers, lines, VAT, what was paid. */
@Named
@RequestScoped
public class OrderReceiptPage {

    @Inject
    private CustomerOrders orders;

    @Inject
    private OrderWords shown;

    @Inject
    private CurrentPortal portal;

    @Inject
    private HttpServletRequest request;

    private @Nullable FollowedOrder order;
    private List<PartShown> parts = List.of();

    /** VAT within the amounts, at one rate. */
    public record VatLine(int rate, long grossCents, long vatCents) {}

    public void load() {
        try {
            FollowedOrder found =
                    orders.byToken(portal.getId(), OrderAddress.number(request), OrderAddress.token(request));
            String only = request.getParameter("part");
            order = found;
            parts = shown.parts(found).stream()
                    .filter(part -> only == null || part.part().number().equals(only))
                    .toList();
            if (parts.isEmpty()) {
                SeeOther.nowhere();
            }
        } catch (OrderUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    public @Nullable FollowedOrder getOrder() {
        return order;
    }

    public List<PartShown> getParts() {
        return parts;
    }

    public boolean isWhole() {
        FollowedOrder placed = order;
        return placed != null && parts.size() == placed.parts().size();
    }

    public long getTotalCents() {
        return parts.stream().mapToLong(part -> part.part().totalCents()).sum();
    }

    public long getCancelledCents() {
        return parts.stream().mapToLong(part -> part.part().cancelledCents()).sum();
    }

    public long getRefundedCents() {
        FollowedOrder placed = order;
        return placed == null
                ? 0
                : parts.stream()
                        .mapToLong(part -> placed.refundedCents(part.part()))
                        .sum();
    }

    public List<TransactionShown> getTransactions() {
        FollowedOrder placed = order;
        return placed == null || !isWhole() ? List.of() : shown.transactions(placed);
    }

    /** Prices are shown with VAT in them; no VAT is in the tourist tax, nor in what was cancelled. */
    public List<VatLine> vat(PartShown part) {
        Map<Integer, Long> gross = new TreeMap<>();
        if (!part.part().isCancelled()) {
            part.part().lines().stream()
                    .filter(line -> line.state() != OrderLineState.CANCELLED)
                    .forEach(line -> gross.merge(line.vatBp(), line.totalCents() - line.taxCents(), Long::sum));
        }
        return gross.entrySet().stream()
                .map(rate ->
                        new VatLine(rate.getKey(), rate.getValue(), Vat.includedIn(rate.getValue(), rate.getKey())))
                .toList();
    }

    public String getHref() {
        return OrderAddress.of(OrderAddress.number(request), OrderAddress.token(request)) + "&follow=1";
    }
}
