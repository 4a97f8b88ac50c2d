package fr.halle.notification.service;

import java.util.Arrays;
import java.util.List;

/** Some prestations of a part are cancelled and the others live on: told to the customer, and to the merchant it was done for (K9). */
final class LinesCancelled {

    private LinesCancelled() {}

    static Letter toCustomer(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        long cents = brief.cents("cents");
        Draft draft = new Draft(
                        brief,
                        words.say("lines.cancelled.subject", "part", part.number()),
                        Refunded.preview(brief, cents),
                        words.say("lines.cancelled.title"))
                .say(words.say(
                        "lines.cancelled.body",
                        "first",
                        part.customer().firstName(),
                        "shop",
                        part.shop().name()))
                .table(rows(brief))
                .say(words.say("cancelled.reason", "reason", Refunded.reason(brief)));
        return Refunded.sayBack(draft, brief, cents, "cancelled.refund")
                .say(words.say("lines.cancelled.others"))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    static Letter toMerchant(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Draft draft = new Draft(
                        brief,
                        words.say("onBehalf.lines.subject", "part", part.number()),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("onBehalf.lines.title"))
                .say(words.say("onBehalf.lines.body", "by", brief.data("by"), "part", part.number()))
                .table(rows(brief))
                .say(words.say("onBehalf.reason", "reason", Refunded.reason(brief)));
        return Refunded.sayBack(draft, brief, brief.cents("cents"), "onBehalf.refunded")
                .say(words.say("onBehalf.customer"))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .fromOperator();
    }

    static List<Letter.Line> rows(Brief brief) {
        return Arrays.stream(brief.data("lines").split(","))
                .map(id -> NewOrder.row(brief.words(), brief.line(Long.parseLong(id))))
                .toList();
    }
}
