package fr.halle.notification.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The balances of a bill, mostly a stay's: their link, once more, and the receipt (C07, T01); and what each merchant learns of its own
 * (M51). A stay alone is spoken of as a stay; several lines together are their order's.
 */
final class BalanceLetters {

    private BalanceLetters() {}

    static Letter link(Brief brief) {
        return ask(brief, "balance.link");
    }

    static Letter reminder(Brief brief) {
        return ask(brief, "balance.reminder");
    }

    static Letter paid(Brief brief) {
        Words words = brief.words();
        Billed billed = Billed.paid(brief);
        Billed.One first = billed.first();
        String amount = words.money(billed.cents());
        boolean stay = isStay(billed);
        String order = first.part().order().number();
        Draft draft = new Draft(
                        brief,
                        stay
                                ? words.say(
                                        "balance.paid.subject",
                                        "name",
                                        first.line().name())
                                : words.say("balance.paid.subject.order", "order", order),
                        words.say("balance.paid.preview", "amount", amount),
                        words.say("balance.paid.title"))
                .say(words.say(
                        stay ? "balance.paid.body" : "balance.paid.body.order",
                        "first",
                        first.part().customer().firstName(),
                        "amount",
                        amount,
                        "merchant",
                        first.part().merchant().name(),
                        "order",
                        order))
                .table(receipt(words, billed))
                .button(
                        words.say("button.order"),
                        brief.links().order(first.part().order()));
        return speaker(draft, billed);
    }

    static Letter received(Brief brief) {
        Words words = brief.words();
        Billed billed = Billed.paid(brief);
        return toMerchant(brief, billed, "balance.received", sums(words, billed).toList());
    }

    static Letter missed(Brief brief) {
        Words words = brief.words();
        Billed billed = Billed.missed(brief);
        return toMerchant(
                brief,
                billed,
                "balance.missed",
                List.of(Letter.Line.of(words.say("balance.dueOn"), words.fullDay(billed.dueOn()))));
    }

    private static Letter toMerchant(Brief brief, Billed billed, String key, List<Letter.Line> particular) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        String amount = words.money(billed.cents());
        List<Letter.Line> rows = new ArrayList<>(lines(words, billed).toList());
        rows.add(Letter.Line.strong(words.say("balance.amount"), amount));
        rows.addAll(particular);
        rows.addAll(NewOrder.customer(words, part));
        return new Draft(
                        brief,
                        words.say(key + ".subject", "amount", amount, "part", part.number()),
                        words.say(key + ".preview", "name", name(words, billed), "day", words.day(billed.dueOn())),
                        words.say(key + ".title", "amount", amount))
                .say(words.say(
                        key + ".body",
                        "merchant",
                        part.merchant().name(),
                        "amount",
                        amount,
                        "day",
                        words.fullDay(billed.dueOn())))
                .table(rows)
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .aboutCustomerOf(part);
    }

    private static Letter ask(Brief brief, String key) {
        Words words = brief.words();
        Billed billed = Billed.asked(brief);
        Billed.One first = billed.first();
        Facts.Order order = first.part().order();
        LetterRefused.unlessEqual(
                "Deposit and balance of " + order.number(),
                billed.paidBeforeCents() + billed.cents(),
                billed.totalCents());
        String amount = words.money(billed.cents());
        boolean stay = isStay(billed);
        Draft draft = new Draft(
                brief,
                words.sayFirst(
                        key + ".subject" + (stay ? "" : ".order"),
                        key + ".subject",
                        "amount",
                        amount,
                        "day",
                        words.day(billed.dueOn()),
                        "order",
                        order.number()),
                words.sayFirst(
                        key + ".preview" + (stay ? "" : ".order"), key + ".preview", "name", name(words, billed)),
                words.sayFirst(key + ".title" + (stay ? "" : ".order"), key + ".title"));
        if (billed.isOne()) {
            draft.picture(first.line());
        }
        draft.say(words.say(
                        key + ".body" + (stay ? "" : ".order"),
                        "first",
                        first.part().customer().firstName(),
                        "name",
                        first.line().name(),
                        "when",
                        new Prestation(words, first.line()).when(),
                        "order",
                        order.number(),
                        "day",
                        words.fullDay(billed.dueOn())))
                .table(Stream.concat(price(words, billed), toPay(words, billed)).toList())
                .button(
                        words.say("button.balance", "amount", amount),
                        brief.links().balance(billed.token()));
        return speaker(draft, billed);
    }

    private static Stream<Letter.Line> price(Words words, Billed billed) {
        if (!isStay(billed)) {
            return billed.all().stream()
                    .map(one -> Letter.Line.item(
                            Plain.clean(one.line().name()),
                            sellerAndWhen(words, one.line()),
                            words.money(one.line().totalCents())));
        }
        String key = billed.first().line().taxCents() > 0 ? "balance.stayAndTax" : "balance.stay";
        return Stream.of(Letter.Line.of(words.say(key), words.money(billed.totalCents())));
    }

    private static Stream<Letter.Line> toPay(Words words, Billed billed) {
        Stream<Letter.Line> before = billed.paidBeforeCents() == 0
                ? Stream.empty()
                : Stream.of(Letter.Line.of(
                        words.say(
                                billed.isOne() ? "balance.deposit" : "balance.deposits",
                                "day",
                                words.day(billed.first().part().placedAt())),
                        words.money(-billed.paidBeforeCents())));
        return Stream.concat(
                before, Stream.of(Letter.Line.strong(words.say("balance.toPay"), words.money(billed.cents()))));
    }

    private static List<Letter.Line> receipt(Words words, Billed billed) {
        List<Letter.Line> rows = new ArrayList<>(lines(words, billed).toList());
        if (!billed.isOne()) {
            rows.add(Letter.Line.strong(words.say("balance.amount"), words.money(billed.cents())));
        }
        rows.addAll(sums(words, billed).toList());
        return rows;
    }

    /** Each with its own balance, where there are several. */
    private static Stream<Letter.Line> lines(Words words, Billed billed) {
        return billed.all().stream()
                .map(one -> Letter.Line.heading(
                        Plain.clean(one.line().name()),
                        new Prestation(words, one.line()).when(),
                        billed.isOne() ? "" : words.money(one.balance().cents())));
    }

    private static Stream<Letter.Line> sums(Words words, Billed billed) {
        long left = billed.totalCents() - billed.paidBeforeCents() - billed.cents();
        return Stream.of(
                Letter.Line.of(
                        words.say(isStay(billed) ? "balance.total" : "balance.price"),
                        words.money(billed.totalCents())),
                Letter.Line.of(words.say("balance.left"), words.money(left)));
    }

    private static String sellerAndWhen(Words words, OrderLine line) {
        String when = new Prestation(words, line).when();
        return Plain.clean(when.isEmpty() ? line.seller() : line.seller() + " · " + when);
    }

    private static String name(Words words, Billed billed) {
        return billed.isOne()
                ? billed.first().line().name()
                : words.count("prestation", billed.all().size());
    }

    private static boolean isStay(Billed billed) {
        return billed.isOne() && billed.first().line().kind() == ProductKind.LODGING;
    }

    /** The merchant; of several, none. */
    private static Letter speaker(Draft draft, Billed billed) {
        return billed.isOfOnePart() ? draft.from(billed.first().part()) : draft.fromOperator();
    }
}
