package fr.halle.notification.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A customer takes back what the law lets it take back: both have it in writing, with what and when (L221-21). */
final class WithdrawalLetters {

    private WithdrawalLetters() {}

    static Letter toCustomer(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        return new Draft(
                        brief,
                        words.say("withdrawn.subject", "part", part.number()),
                        part.shop().name(),
                        words.say("withdrawn.title"))
                .say(said(brief, "withdrawn.body"))
                .table(LinesCancelled.rows(brief))
                .say(words.say("withdrawn.next"))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    static Letter toMerchant(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        List<Letter.Line> rows = new ArrayList<>(LinesCancelled.rows(brief));
        rows.addAll(NewOrder.customer(words, part));
        return new Draft(
                        brief,
                        words.say("withdrawn.merchant.subject", "part", part.number()),
                        Plain.clean(part.customer().name()),
                        words.say("withdrawn.merchant.title"))
                .say(said(brief, "withdrawn.merchant.body"))
                .table(rows)
                .say(words.say("withdrawn.merchant.next"))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .aboutCustomerOf(part);
    }

    private static String said(Brief brief, String key) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Instant at = Instant.parse(brief.data("at"));
        return words.say(
                key,
                "first",
                part.customer().firstName(),
                "shop",
                part.shop().name(),
                "part",
                part.number(),
                "day",
                words.fullDay(at),
                "time",
                words.time(at));
    }
}
