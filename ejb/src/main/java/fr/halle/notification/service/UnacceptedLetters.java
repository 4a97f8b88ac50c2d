package fr.halle.notification.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is told of a part that its merchant does not accept (O18). */
final class UnacceptedLetters {

    private UnacceptedLetters() {}

    static Letter reminder(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        String end = brief.due().data().get("end");
        return begun(brief, "unaccepted")
                .say(words.say(
                        "unaccepted.body",
                        "shop",
                        part.shop().name(),
                        "day",
                        words.fullDay(part.placedAt()),
                        "time",
                        words.time(part.placedAt())))
                .say(new PaidSoFar(brief).inAMail())
                .say(end == null ? words.say("unaccepted.open") : until(words, Instant.parse(end)))
                .table(facts(words, part))
                .table(NewOrder.lines(words, part, brief.lines()))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .aboutCustomerOf(part);
    }

    static Letter escalation(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.strong(
                words.say("escalated.merchant"), Plain.clean(part.merchant().name())));
        rows.add(Letter.Line.of(
                words.say("newOrder.phone"), Phones.shown(part.merchant().phone())));
        rows.add(Letter.Line.of(words.say("newOrder.email"), part.merchant().email()));
        return begun(brief, "escalated")
                .say(words.say(
                        "escalated.body",
                        "shop",
                        part.shop().name(),
                        "part",
                        part.number(),
                        "day",
                        words.fullDay(part.placedAt()),
                        "time",
                        words.time(part.placedAt())))
                .table(rows)
                .table(facts(words, part))
                .say(words.say("escalated.next"))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .fromOperator();
    }

    static Letter expired(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        return begun(brief, "expired")
                .say(words.say("expired.body", "part", part.number(), "amount", words.money(part.totalCents())))
                .say(words.say("expired.customer"))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .fromOperator();
    }

    private static Draft begun(Brief brief, String key) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        return new Draft(
                brief,
                words.say(
                        key + ".subject",
                        "part",
                        part.number(),
                        "shop",
                        part.shop().name()),
                new Handover(words, part).toMerchant(),
                words.say(key + ".title"));
    }

    private static String until(Words words, Instant end) {
        return words.say("unaccepted.end", "day", words.fullDay(end), "time", words.time(end));
    }

    private static List<Letter.Line> facts(Words words, Facts.Part part) {
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.strong(words.say("newOrder.number"), part.number()));
        rows.add(Letter.Line.of(words.say("newOrder.collection"), new Handover(words, part).toMerchant()));
        rows.addAll(NewOrder.customer(words, part));
        return rows;
    }
}
