package fr.halle.notification.service;

import java.util.ArrayList;
import java.util.List;

/** Several prestations in one letter: a merchant's (K11), or the whole order's (C28, M19), with a chapter per merchant. */
final class Recap {

    private Recap() {}

    static Letter confirmation(Brief brief) {
        return whole(brief, "confirmed");
    }

    static Letter sentAgain(Brief brief) {
        return whole(brief, "recap");
    }

    static Letter ofPart(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Draft draft = new Draft(
                        brief,
                        words.say("confirmed.subject", "order", part.number()),
                        part.shop().name(),
                        words.say("confirmed.title"))
                .say(words.say(
                        "line.hello",
                        "first",
                        part.customer().firstName(),
                        "merchant",
                        part.merchant().name(),
                        "part",
                        part.number()));
        chapter(brief, draft, part);
        return draft.button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    private static Letter whole(Brief brief, String key) {
        Words words = brief.words();
        Facts.Order order = brief.order();
        List<Facts.Part> parts = brief.parts();
        Draft draft = new Draft(
                        brief,
                        words.say(key + ".subject", "order", order.number()),
                        words.count(
                                "prestation",
                                parts.stream()
                                        .mapToLong(part -> brief.lines(part).size())
                                        .sum()),
                        words.say(key + ".title"))
                .say(words.say("recap.hello", "first", order.firstName(), "order", order.number()));
        long sum = 0;
        for (Facts.Part part : parts) {
            draft.say(words.say(
                    "recap.shop",
                    "shop",
                    part.shop().name(),
                    "part",
                    part.number(),
                    "phone",
                    part.shop().phone()));
            chapter(brief, draft, part);
            sum += part.totalCents();
        }
        LetterRefused.unlessEqual("The total of " + order.number(), order.totalCents(), sum);
        return draft.table(List.of(Letter.Line.strong(words.say("recap.total"), words.money(sum))))
                .button(words.say("button.order"), brief.links().order(order))
                .fromOperator();
    }

    private static void chapter(Brief brief, Draft draft, Facts.Part part) {
        Words words = brief.words();
        Handover handover = new Handover(words, part);
        if (handover.isAny()) {
            draft.say(handover.toCustomer());
        }
        List<Facts.Line> lines = brief.lines(part);
        List<Letter.Line> rows = new ArrayList<>(NewOrder.lines(words, part, lines));
        lines.forEach(line -> brief.balanceOf(line).ifPresent(balance -> {
            LineConfirmed.checkSchedule(line, brief.balanceOf(line));
            rows.add(Letter.Line.of(
                    words.say("line.balance", "day", words.fullDay(balance.dueOn())), words.money(balance.cents())));
        }));
        draft.table(rows);
    }
}
