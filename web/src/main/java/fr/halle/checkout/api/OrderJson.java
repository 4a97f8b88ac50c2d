package fr.halle.checkout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.checkout.service.CheckoutOutcome;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.Why;
import fr.halle.order.service.FollowedOrder;
import fr.halle.shared.api.MoneyJson;
import fr.halle.shared.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer follows it.
 *
 * @param state {@code PLACED}, or what became of the payment as long as there is no order
 * @param total of the whole order, what is paid later included
 * @param toPay what is open: while it is {@code PAYING} what is paid now, then the balances
 * @param redirectUrl the provider's page, while it can still be paid there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderJson(
        String number,
        String state,
        @Nullable Instant placedAt,
        MoneyJson total,
        @Nullable MoneyJson paid,
        @Nullable MoneyJson toPay,
        @Nullable List<Part> parts,
        @Nullable List<Transaction> transactions,
        @Nullable List<Balance> balances,
        @Nullable String redirectUrl) {

    /** @param label the state in the language of the request */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String number,
            String shop,
            String shopName,
            String shopPhone,
            String state,
            String label,
            String mode,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable String cancelReason,
            List<Line> lines,
            MoneyJson shipping,
            MoneyJson total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String name,
            String variant,
            long quantity,
            MoneyJson unit,
            MoneyJson total,
            int vatBasisPoints,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            String state) {}

    /** @param type {@code PAYMENT} or {@code REFUND} */
    public record Transaction(String type, String state, String label, MoneyJson amount, Instant at) {}

    public record Balance(MoneyJson amount, LocalDate dueOn, String state, String payUrl) {}

    static OrderJson of(CheckoutOutcome outcome) {
        return new OrderJson(
                outcome.number(),
                outcome.state().name(),
                null,
                MoneyJson.euros(outcome.totalCents()),
                null,
                outcome.state() == CheckoutOutcome.State.PAYING ? MoneyJson.euros(outcome.dueNowCents()) : null,
                null,
                null,
                null,
                outcome.payPage());
    }

    static OrderJson of(FollowedOrder order, Words words) {
        return new OrderJson(
                order.number(),
                "PLACED",
                order.placedAt(),
                MoneyJson.euros(order.totalCents()),
                MoneyJson.euros(order.paidCents()),
                MoneyJson.euros(order.toPayCents()),
                order.parts().stream().map(part -> part(part, words)).toList(),
                transactions(order, words),
                order.balances().stream().map(OrderJson::balance).toList(),
                null);
    }

    private static Part part(FollowedOrder.Part part, Words words) {
        return new Part(
                part.number(),
                part.seller().slug(),
                part.seller().shop(),
                part.seller().phone(),
                part.state().name(),
                words.state("MerchantOrder", part.state()),
                part.mode(),
                part.slotStart(),
                part.slotEnd(),
                why(part.cancelReason(), words),
                part.lines().stream().map(OrderJson::line).toList(),
                MoneyJson.euros(part.shippingCents()),
                MoneyJson.euros(part.totalCents()));
    }

    private static @Nullable String why(Why why, Words words) {
        String said = why.sentence(words.locale());
        return said.isEmpty() ? null : said;
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.name(),
                line.variant(),
                line.quantity(),
                MoneyJson.euros(line.unitCents()),
                MoneyJson.euros(line.totalCents()),
                line.vatBp(),
                line.startsOn(),
                line.endsOn(),
                line.startsAt(),
                line.endsAt(),
                line.state().name());
    }

    private static List<Transaction> transactions(FollowedOrder order, Words words) {
        List<Transaction> all = new ArrayList<>();
        order.payments()
                .forEach(payment -> all.add(new Transaction(
                        "PAYMENT",
                        payment.state().name(),
                        words.state("Payment", payment.state()),
                        MoneyJson.euros(payment.amountCents()),
                        payment.at())));
        order.refunds()
                .forEach(refund -> all.add(new Transaction(
                        "REFUND",
                        refund.state().name(),
                        words.state("Refund", refund.state()),
                        MoneyJson.euros(refund.amountCents()),
                        refund.requestedAt())));
        return all;
    }

    private static Balance balance(FollowedOrder.Balance balance) {
        return new Balance(
                MoneyJson.euros(balance.amountCents()),
                balance.dueOn(),
                balance.state().name(),
                "/balance?token=" + balance.token());
    }
}
