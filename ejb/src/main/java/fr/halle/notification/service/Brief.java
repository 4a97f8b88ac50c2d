package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import fr.halle.portal.model.Portal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One letter's order: to whom, about what. What a letter needs and the row does not name is a mistake of whoever queued it.
 *
 * @param legal the newest of the portal's legal footers in the letter's language: the operator's, which no content replaces (K27)
 */
record Brief(Due due, Portal portal, Words words, Links links, Facts facts, String legal) {

    Facts.Part part() {
        return need("part", facts.parts().get(due.partId()));
    }

    /** All the parts of the order, in its order. */
    List<Facts.Part> parts() {
        return facts.parts().values().stream()
                .filter(part -> Long.valueOf(part.order().id()).equals(due.orderId()))
                .toList();
    }

    List<OrderLine> lines(Facts.Part of) {
        return need("lines", facts.linesOfPart().get(of.id()));
    }

    List<OrderLine> lines() {
        return need("lines", facts.linesOfPart().get(due.partId()));
    }

    OrderLine line() {
        return line(need("line", due.lineId()));
    }

    OrderLine line(long id) {
        return lines().stream()
                .filter(line -> line.id() == id)
                .findFirst()
                .orElseThrow(() -> new LetterRefused("a line of its part"));
    }

    Facts.Order order() {
        Facts.Order alone = facts.orders().get(due.orderId());
        return alone == null ? part().order() : alone;
    }

    /** What was accepted with the order: the portal's terms, and these parts' merchants'. */
    List<Facts.Terms> terms(List<Facts.Part> of) {
        List<Long> merchants = of.stream().map(part -> part.merchant().id()).toList();
        return facts.termsOfOrder().getOrDefault(order().id(), List.of()).stream()
                .filter(terms -> terms.merchantId() == null || merchants.contains(terms.merchantId()))
                .toList();
    }

    Facts.Balance balance() {
        return need("balance", facts.balances().get(due.subjectId()));
    }

    /** The balance whose link pays what the row's data name. */
    Facts.Balance bill() {
        return need("bill", facts.balances().get(Long.valueOf(data("bill"))));
    }

    Optional<Facts.Balance> balanceOf(OrderLine line) {
        return facts.balances().values().stream()
                .filter(balance -> balance.lineId() == line.id())
                .findFirst();
    }

    Facts.Refund refund() {
        return need("refund", facts.refunds().get(due.subjectId()));
    }

    Facts.GivenBack givenBack(Facts.Part of) {
        return facts.givenBackOfPart().getOrDefault(of.id(), Facts.GivenBack.NOTHING);
    }

    Facts.Payout payout() {
        return need("payout", facts.payouts().get(due.subjectId()));
    }

    Facts.Merchant merchant() {
        return need("merchant", facts.merchants().get(due.merchantId()));
    }

    /** What somebody asked of a commercial desk: the request that is kept, or what its row carries where none is. */
    DeskFacts.Asked asked() {
        return due.subjectId() == null
                ? DeskFactsReader.carried(due.data())
                : need("request", facts.desks().requests().get(due.subjectId()));
    }

    DeskFacts.Desk desk(DeskFacts.Asked asked) {
        return desk(asked.deskId());
    }

    DeskFacts.Desk desk(long id) {
        return need("desk", facts.desks().desks().get(id));
    }

    DeskFacts.Said said(long messageId) {
        return need("message", facts.desks().said().get(messageId));
    }

    String data(String name) {
        return need("data " + name, due.data().get(name));
    }

    long cents(String name) {
        return Long.parseLong(data(name));
    }

    private static <T> T need(String what, @Nullable T value) {
        if (value == null) {
            throw new LetterRefused("its " + what);
        }
        return Objects.requireNonNull(value);
    }
}
