package fr.halle.notification.service;

import java.util.List;

/** What is written in a conversation with a commercial desk, as the other side gets it (C23). */
final class ConversationLetters {

    /** Names the message in the row's data. */
    static final String MESSAGE = "message";

    private ConversationLetters() {}

    /** The answer as it was written, the desk's signature, the files by name: they are had on the conversation's page, which the button opens. */
    static Letter answered(Brief brief) {
        Words words = brief.words();
        DeskFacts.Asked asked = brief.asked();
        DeskFacts.Desk desk = brief.desk(asked);
        DeskFacts.Said said = brief.said(Long.parseLong(brief.data(MESSAGE)));
        Draft draft = new Draft(
                brief,
                words.say("conversation.subject", "desk", desk.name(), "object", ContactLetters.object(words, asked)),
                words.say("conversation.preview"),
                words.say("conversation.title", "desk", desk.name()));
        if (!said.body().isEmpty()) {
            draft.lines(said.body());
        }
        if (!said.files().isEmpty()) {
            draft.table(files(words.say("conversation.file"), said.files()));
        }
        return draft.button(words.say("button.conversation"), brief.links().conversation(asked.token()))
                .signed(desk)
                .fromDesk(desk, ContactLetters.replyTo(brief, asked, desk));
    }

    /** To the desk: the message as it came, the files by name, who asked for what. Whoever wrote may not be who asked. */
    static Letter wrote(Brief brief) {
        Words words = brief.words();
        DeskFacts.Asked asked = brief.asked();
        DeskFacts.Said said = brief.said(Long.parseLong(brief.data(MESSAGE)));
        String[] values = {"name", Plain.clean(said.author()), "object", ContactLetters.object(words, asked)};
        return new Draft(
                        brief,
                        words.say("wrote.subject", values),
                        words.say("wrote.preview", values),
                        words.say("wrote.title", values))
                .lines(said.body())
                .table(files(words.say("wrote.file"), said.files()))
                .table(ContactLetters.who(words, asked))
                .table(ContactLetters.stay(words, asked))
                .button(words.say("button.request"), brief.links().requestOfDesk(asked.id()))
                .answeredOnPage();
    }

    /** To the desk: what its customer makes of the quote, in the customer's words where there are some. */
    static Letter quoteAnswered(Brief brief) {
        Words words = brief.words();
        DeskFacts.Asked asked = brief.asked();
        String answer = brief.data("answer");
        String[] values = {"name", asked.name(), "no", brief.data("no"), "object", ContactLetters.object(words, asked)};
        return new Draft(
                        brief,
                        words.say("quote.answered.subject." + answer, values),
                        words.say("quote.answered.preview." + answer, values),
                        words.say("quote.answered.title." + answer, values))
                .lines(brief.data("reason"))
                .table(ContactLetters.who(words, asked))
                .table(ContactLetters.stay(words, asked))
                .button(words.say("button.request"), brief.links().requestOfDesk(asked.id()))
                .answeredOnPage();
    }

    private static List<Letter.Line> files(String label, List<String> names) {
        return names.stream()
                .map(name -> Letter.Line.of(label, Plain.clean(name)))
                .toList();
    }
}
