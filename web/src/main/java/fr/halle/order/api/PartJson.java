package fr.halle.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.OrderLine;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartPage;
import fr.halle.order.service.PartRow;
import fr.halle.order.service.Transaction;
import fr.halle.shared.api.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part as a program reads it.
 *
 * @param total what was ordered
 * @param standing what of it stands, once lines or all of it are cancelled: what the calendar counts
 * @param version to be sent back with a move
 * @param delivery where it is brought; absent in lists, and where nothing is brought
 * @param moves what the caller may ask of it now; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartJson(
        String number,
        String state,
        int version,
        Instant placedAt,
        Customer customer,
        @Nullable Delivery delivery,
        MoneyJson total,
        MoneyJson standing,
        MoneyJson shipping,
        @Nullable MoneyJson unpaid,
        String mode,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        LocalDate serviceDate,
        List<Line> lines,
        @Nullable List<String> moves,
        @Nullable List<Money> transactions,
        @Nullable List<Step> history,
        @Nullable String note) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<PartJson> parts, @Nullable Long next) {

        static Page of(PartPage page) {
            return new Page(page.rows().stream().map(PartJson::of).toList(), page.next());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Customer(
            String name,
            String email,
            String phone,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city) {}

    public record Delivery(String street, String postcode, String city) {}

    /** @param detail what the customer said of it, such as {@code skier} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long id,
            String kind,
            String name,
            String variant,
            String unit,
            long quantity,
            boolean byWeight,
            MoneyJson unitPrice,
            MoneyJson total,
            int vatBasisPoints,
            String state,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String size,
            @Nullable Integer adults,
            @Nullable Integer children,
            Map<String, String> detail) {}

    /** A payment's share or a refund; a refund's amount is negative. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Money(
            String kind,
            String state,
            Instant at,
            MoneyJson amount,
            MoneyJson fee,
            MoneyJson net,
            @Nullable String reference) {}

    /** @param reasonCode why it was cancelled, one of the list */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            Instant at,
            String move,
            String to,
            String by,
            boolean onBehalf,
            @Nullable CancelReason reasonCode,
            @Nullable String reason) {}

    static PartJson of(PartRow part) {
        Customer customer = new Customer(part.customer(), part.email(), part.phone(), null, null, null);
        return of(part, customer, null, null, null, null, null);
    }

    static PartJson of(PartDetail detail) {
        PartDetail.Customer known = detail.customer();
        Customer customer = new Customer(
                known.name(), known.email(), known.phone(), known.street(), known.postcode(), known.city());
        PartDetail.Place brought = detail.delivery();
        return of(
                detail.part(),
                customer,
                brought == null ? null : new Delivery(brought.street(), brought.postcode(), brought.city()),
                detail.moves().stream().map(Enum::name).toList(),
                detail.transactions().stream().map(PartJson::money).toList(),
                detail.history().stream()
                        .map(move -> new Step(
                                move.at(),
                                move.transition().name(),
                                move.to().name(),
                                move.name(),
                                move.onBehalf(),
                                move.reason().reason(),
                                move.reason().wordsOrNull()))
                        .toList(),
                detail.note());
    }

    private static PartJson of(
            PartRow part,
            Customer customer,
            @Nullable Delivery delivery,
            @Nullable List<String> moves,
            @Nullable List<Money> transactions,
            @Nullable List<Step> history,
            @Nullable String note) {
        return new PartJson(
                part.number(),
                part.state().name(),
                part.version(),
                part.placedAt(),
                customer,
                delivery,
                MoneyJson.euros(part.totalCents()),
                MoneyJson.euros(part.standingCents()),
                MoneyJson.euros(part.shippingCents()),
                part.unpaidCents() == 0 ? null : MoneyJson.euros(part.unpaidCents()),
                part.mode(),
                part.slotStart(),
                part.slotEnd(),
                part.serviceDate(),
                part.lines().stream().map(PartJson::line).toList(),
                moves,
                transactions,
                history,
                note);
    }

    private static Money money(Transaction transaction) {
        return new Money(
                transaction.isRefund() ? "REFUND" : "PAYMENT",
                transaction.stateName(),
                transaction.at(),
                MoneyJson.euros(transaction.cents()),
                MoneyJson.euros(transaction.feeCents()),
                MoneyJson.euros(transaction.netCents()),
                transaction.reference());
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.id(),
                line.kind().name(),
                line.name(),
                line.variant(),
                line.unitText(),
                line.quantity(),
                line.byWeight(),
                MoneyJson.euros(line.unitCents()),
                MoneyJson.euros(line.totalCents()),
                line.vatBp(),
                line.state().name(),
                line.startsOn(),
                line.endsOn(),
                line.startsAt(),
                line.endsAt(),
                line.size(),
                line.adults(),
                line.children(),
                line.detail());
    }
}
