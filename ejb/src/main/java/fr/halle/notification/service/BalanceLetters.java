package fr.halle.notification.service;

import java.util.ArrayList;
import java.util.List;

/** The balance of a stay: its link, once more, and the receipt (C07, T01); and what its merchant learns of it (M51). */
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
        Facts.Part part = brief.part();
        Facts.Balance balance = brief.balance();
        Facts.Line line = brief.line(balance.lineId());
        String amount = words.money(balance.cents());
        return new Draft(
                        brief,
                        words.say("balance.paid.subject", "name", line.name()),
                        words.say("balance.paid.preview", "amount", amount),
                        words.say("balance.paid.title"))
                .picture(line)
                .say(words.say(
                        "balance.paid.body",
                        "first",
                        part.customer().firstName(),
                        "amount",
                        amount,
                        "merchant",
                        part.merchant().name()))
                .table(List.of(
                        Letter.Line.heading(Plain.clean(line.name()), new Prestation(words, line).when(), ""),
                        Letter.Line.of(words.say("balance.total"), words.money(line.totalCents())),
                        Letter.Line.of(
                                words.say("balance.left"),
                                words.money(line.totalCents() - line.dueNowCents() - balance.cents()))))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    static Letter received(Brief brief) {
        Words words = brief.words();
        Facts.Line line = brief.line(brief.balance().lineId());
        long left = line.totalCents() - line.dueNowCents() - brief.balance().cents();
        return toMerchant(
                brief,
                "balance.received",
                List.of(
                        Letter.Line.of(words.say("balance.total"), words.money(line.totalCents())),
                        Letter.Line.of(words.say("balance.left"), words.money(left))));
    }

    static Letter missed(Brief brief) {
        Words words = brief.words();
        return toMerchant(
                brief,
                "balance.missed",
                List.of(Letter.Line.of(
                        words.say("balance.dueOn"),
                        words.fullDay(brief.balance().dueOn()))));
    }

    private static Letter toMerchant(Brief brief, String key, List<Letter.Line> particular) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Facts.Line line = brief.line(brief.balance().lineId());
        String amount = words.money(brief.balance().cents());
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.heading(Plain.clean(line.name()), new Prestation(words, line).when(), ""));
        rows.add(Letter.Line.strong(words.say("balance.amount"), amount));
        rows.addAll(particular);
        rows.addAll(NewOrder.customer(words, part));
        return new Draft(
                        brief,
                        words.say(key + ".subject", "amount", amount, "part", part.number()),
                        words.say(
                                key + ".preview",
                                "name",
                                line.name(),
                                "day",
                                words.day(brief.balance().dueOn())),
                        words.say(key + ".title", "amount", amount))
                .say(words.say(
                        key + ".body",
                        "merchant",
                        part.merchant().name(),
                        "amount",
                        amount,
                        "day",
                        words.fullDay(brief.balance().dueOn())))
                .table(rows)
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .aboutCustomerOf(part);
    }

    private static Letter ask(Brief brief, String key) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Facts.Balance balance = brief.balance();
        Facts.Line line = brief.line(balance.lineId());
        if (!balance.isAsked()) {
            throw new LetterRefused("a balance that is still to be paid");
        }
        LetterRefused.unlessEqual(
                "Deposit and balance of " + part.number(), line.dueNowCents() + balance.cents(), line.totalCents());
        String amount = words.money(balance.cents());
        String due = words.fullDay(balance.dueOn());
        return new Draft(
                        brief,
                        words.say(key + ".subject", "amount", amount, "day", words.day(balance.dueOn())),
                        words.say(key + ".preview", "name", line.name()),
                        words.say(key + ".title"))
                .picture(line)
                .say(words.say(
                        key + ".body",
                        "first",
                        part.customer().firstName(),
                        "name",
                        line.name(),
                        "when",
                        new Prestation(words, line).when(),
                        "day",
                        due))
                .table(List.of(
                        Letter.Line.of(
                                words.say(line.taxCents() > 0 ? "balance.stayAndTax" : "balance.stay"),
                                words.money(line.totalCents())),
                        Letter.Line.of(
                                words.say("balance.deposit", "day", words.day(part.placedAt())),
                                words.money(-line.dueNowCents())),
                        Letter.Line.strong(words.say("balance.toPay"), amount)))
                .button(
                        words.say("button.balance", "amount", amount),
                        brief.links().balance(balance))
                .from(part);
    }
}
