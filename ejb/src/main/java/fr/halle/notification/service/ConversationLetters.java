package fr.halle.notification.service;

import java.util.List;

/** What a commercial desk writes in a conversation, as its customer gets it (C23). */
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
        String object = asked.object().isEmpty() ? words.say("contact.object.default") : Plain.clean(asked.object());
        Draft draft = new Draft(
                brief,
                words.say("conversation.subject", "desk", desk.name(), "object", object),
                words.say("conversation.preview"),
                words.say("conversation.title", "desk", desk.name()));
        if (!said.body().isEmpty()) {
            draft.lines(said.body());
        }
        if (!said.files().isEmpty()) {
            draft.table(files(words, said.files()));
        }
        return draft.button(words.say("button.conversation"), brief.links().conversation(asked.token()))
                .signed(desk)
                .fromDesk(desk, ContactLetters.replyTo(brief, asked, desk));
    }

    private static List<Letter.Line> files(Words words, List<String> names) {
        return names.stream()
                .map(name -> Letter.Line.of(words.say("conversation.file"), Plain.clean(name)))
                .toList();
    }
}
