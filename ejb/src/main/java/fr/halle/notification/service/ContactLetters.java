package fr.halle.notification.service;

import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.MailTemplate;
import fr.halle.sales.model.ReplyAddress;
import fr.halle.sales.model.SalesSettings;
import fr.halle.shared.service.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the form of a commercial desk brings about: the customer's acknowledgement, and the desk's own news (C21, P07, P22). */
final class ContactLetters {

    private static final String BEGINS = "contact.";

    private ContactLetters() {}

    /**
     * "Contact - Accusé de réception" (C21, P08), in the desk's words. It does not repeat the message: a form that mails a stranger's
     * text to any address would be somebody else's way of sending advertisements.
     */
    static Letter acknowledged(Brief brief) {
        Words words = brief.words();
        DeskFacts.Asked asked = brief.asked();
        DeskFacts.Desk desk = brief.desk(asked);
        Draft draft = begun(brief, "acknowledged", "desk", desk.name())
                .lines(MailTemplate.fill(desk.content(words, MailContentKind.ACKNOWLEDGEMENT), fields(words, asked)))
                .signed(desk)
                .table(stay(words, asked));
        if (!asked.token().isEmpty()) {
            draft.button(words.say("button.conversation"), brief.links().conversation(asked.token()));
        }
        return draft.fromDesk(desk, replyTo(brief, asked, desk));
    }

    /** To the address of the object (P07), where the desk works in Halle: what came in and where it is answered, which is not by mail. */
    static Letter arrived(Brief brief) {
        Words words = brief.words();
        DeskFacts.Asked asked = brief.asked();
        return toDesk(brief, asked, "arrived")
                .button(words.say("button.request"), brief.links().requestOfDesk(asked.id()))
                .answeredOnPage();
    }

    /** The whole of it, to a desk that works by mail: an answer to this mail is an answer to the customer (P22). */
    static Letter forwarded(Brief brief) {
        DeskFacts.Asked asked = brief.asked();
        return toDesk(brief, asked, "forwarded").aboutAsker(asked.email());
    }

    /** A content as its customers would read it, sent to whoever is wording it (P13). */
    static Letter tried(Brief brief) {
        Words words = brief.words();
        DeskFacts.Desk desk = brief.desk(Long.parseLong(brief.data(DeskFactsReader.DESK)));
        String kind = brief.data("kind");
        Draft draft = begun(brief, "tried", "content", words.say("contentName." + kind))
                .lines(brief.data("text"));
        String signature = brief.data("signature");
        return (signature.isBlank() ? draft : draft.lines(signature)).fromDesk(desk, desk.email());
    }

    /** The values of a content's fields, as {@link MailTemplate} names them. */
    static Map<String, String> fields(Words words, DeskFacts.Asked asked) {
        return Map.of(
                "prenom",
                Plain.clean(asked.firstName().isEmpty() ? asked.lastName() : asked.firstName()),
                "nom",
                Plain.clean(asked.lastName()),
                "sejour",
                stayed(words, asked),
                "objet",
                object(words, asked));
    }

    /** Where the answer of a customer goes: back into the conversation where the portal reads its mail, else to the desk. */
    static String replyTo(Brief brief, DeskFacts.Asked asked, DeskFacts.Desk desk) {
        String mailbox = asked.objectEmail().isEmpty() ? desk.email() : asked.objectEmail();
        return asked.mailKey().isEmpty()
                ? mailbox
                : ReplyAddress.of(brief.portal().settings().get(SalesSettings.REPLY_ADDRESS), asked.mailKey(), mailbox);
    }

    private static Draft toDesk(Brief brief, DeskFacts.Asked asked, String what) {
        Words words = brief.words();
        Draft draft = begun(brief, what, "name", asked.name(), "object", object(words, asked))
                .table(who(words, asked))
                .table(stay(words, asked));
        return asked.message().isEmpty() ? draft : draft.lines(asked.message());
    }

    static List<Letter.Line> who(Words words, DeskFacts.Asked asked) {
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.strong(words.say("contact.name"), Plain.clean(asked.name())));
        rows.add(Letter.Line.of(words.say("newOrder.email"), Plain.clean(asked.email())));
        if (!asked.phone().isEmpty()) {
            rows.add(Letter.Line.of(words.say("newOrder.phone"), Phones.shown(asked.phone())));
        }
        rows.add(Letter.Line.of(words.say("contact.language"), words.say("contact.language." + asked.language())));
        String category = asked.category(words.language());
        if (!category.isEmpty()) {
            rows.add(Letter.Line.of(words.say("contact.category"), Plain.clean(category)));
        }
        if (!asked.page().isEmpty()) {
            rows.add(Letter.Line.of(words.say("contact.page"), Plain.clean(asked.page())));
        }
        return rows;
    }

    static List<Letter.Line> stay(Words words, DeskFacts.Asked asked) {
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.of(words.say("contact.object"), object(words, asked)));
        String dates = dates(words, asked);
        if (!dates.isEmpty()) {
            rows.add(Letter.Line.of(words.say("contact.stay"), dates));
        }
        String persons = persons(words, asked);
        if (!persons.isEmpty()) {
            rows.add(Letter.Line.of(words.say("contact.persons"), persons));
        }
        return rows;
    }

    /** Where a desk has worded none, every request is one for information (P02). */
    static String object(Words words, DeskFacts.Asked asked) {
        return asked.object().isEmpty() ? words.say("contact.object.default") : Plain.clean(asked.object());
    }

    private static String persons(Words words, DeskFacts.Asked asked) {
        List<String> persons = new ArrayList<>();
        if (asked.adults() != null) {
            persons.add(words.count("adult", asked.adults()));
        }
        if (asked.children() != null && asked.children() > 0) {
            persons.add(words.count("child", asked.children()));
        }
        return String.join(", ", persons);
    }

    private static String dates(Words words, DeskFacts.Asked asked) {
        return asked.arrivesOn() == null || asked.leavesOn() == null
                ? ""
                : words.say(
                        "when.fromTo", "from", words.fullDay(asked.arrivesOn()), "to", words.fullDay(asked.leavesOn()));
    }

    /** Within a sentence of the desk's. */
    private static String stayed(Words words, DeskFacts.Asked asked) {
        LocalDate from = asked.arrivesOn();
        LocalDate to = asked.leavesOn();
        return from == null || to == null
                ? ""
                : Formats.in(words.locale().getLanguage()).fromTo(from, to);
    }

    private static Draft begun(Brief brief, String what, String... values) {
        Words words = brief.words();
        return new Draft(
                brief,
                words.say(BEGINS + what + ".subject", values.clone()),
                words.say(BEGINS + what + ".preview", values.clone()),
                words.say(BEGINS + what + ".title", values.clone()));
    }
}
