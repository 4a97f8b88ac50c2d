package fr.halle.notification.service;

import java.time.LocalDate;
import java.util.List;

/** A quote's mails to its customer: the quote itself in the desk's words (C24, P21), and the reminder of its last day. */
final class QuoteMails {

    private QuoteMails() {}

    /** As its writer left it: the words are complete, and nothing in them is a field any more. */
    static Letter sent(Brief brief) {
        Words words = brief.words();
        return signed(
                brief,
                new Draft(
                                brief,
                                Plain.clean(brief.data("subject")),
                                words.say("quote.preview", "total", total(brief), "until", until(brief)),
                                words.say("quote.title", "no", brief.data("no")))
                        .lines(brief.data("text")));
    }

    static Letter reminder(Brief brief) {
        Words words = brief.words();
        String when = isSet(brief, "lastDay") ? ".today" : "";
        String lead = words.say("quote.reminder.lead", "until", until(brief));
        return signed(
                brief,
                new Draft(
                                brief,
                                words.say("quote.reminder.subject" + when, "no", brief.data("no")),
                                words.say("quote.reminder.preview", "until", until(brief)),
                                words.say("quote.reminder.title" + when))
                        .say(isSet(brief, "places") ? lead + " " + words.say("quote.reminder.places") : lead));
    }

    private static boolean isSet(Brief brief, String name) {
        return "true".equals(brief.due().data().get(name));
    }

    private static Letter signed(Brief brief, Draft draft) {
        Words words = brief.words();
        DeskFacts.Asked asked = brief.asked();
        DeskFacts.Desk desk = brief.desk(asked);
        return draft.table(List.of(
                        Letter.Line.of(words.say("quote.no"), words.say("quote.number", "no", brief.data("no"))),
                        Letter.Line.strong(words.say("quote.total"), total(brief)),
                        Letter.Line.of(words.say("quote.dueNow"), words.money(brief.cents("dueNowCents"))),
                        Letter.Line.of(words.say("quote.validUntil"), until(brief))))
                .button(words.say("button.quote"), brief.links().quote(brief.data("token")))
                .signed(desk)
                .fromDesk(desk, ContactLetters.replyTo(brief, asked, desk));
    }

    private static String total(Brief brief) {
        return brief.words().money(brief.cents("totalCents"));
    }

    private static String until(Brief brief) {
        return brief.words().fullDay(LocalDate.parse(brief.data("validUntil")));
    }
}
