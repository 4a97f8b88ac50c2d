package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** P22, C21: what a form said to a desk that works by mail leaves with the mail, and an acknowledgement says that a program wrote it. */
class ADeskWorksByMailTest {

    private static final Mailbag BAG = new Mailbag();

    private final List<Rendered> sent = new ArrayList<>();

    @Test
    void andNothingOfTheRequestIsKept() {
        long id = BAG.queue(NotificationEvent.CONTACT_FORWARDED, Channel.MAIL, "accueil@ecole.fr", "fr");
        assertThat(data(id)).contains("Avez-vous un cours");
        BAG.sender(leaving()).send(List.of(id));
        Rendered mail = sent.get(0);
        assertThat(mail.replyTo()).as("an answer is an answer to the customer").isEqualTo("lea@exemple.fr");
        assertThat(TextLetter.write(java.util.Objects.requireNonNull(mail.letter())))
                .contains("Avez-vous un cours ?", "2 adultes");
        assertThat(data(id)).isEqualTo("{}");
        assertThat(Mailbag.stored(id).html()
                        + Mailbag.stored(id).text()
                        + Mailbag.stored(id).replyTo())
                .doesNotContain("cours ?", "lea@exemple.fr", "2 adultes");
    }

    @Test
    void butARowThatCouldNotLeaveKeepsItForTheNextTry() {
        long id = BAG.queue(NotificationEvent.CONTACT_FORWARDED, Channel.MAIL, "accueil@ecole.fr", "fr");
        BAG.sender(refusing()).send(List.of(id));
        assertThat(Mailbag.stored(id).state()).isEqualTo("RETRYING");
        assertThat(data(id)).contains("Avez-vous un cours");
    }

    @Test
    void andNoProgramIsToAnswerAnAcknowledgement() {
        BAG.sender(leaving())
                .send(List.of(BAG.queue(NotificationEvent.CONTACT_ACKNOWLEDGED, Channel.MAIL, "lea@exemple.fr", "fr")));
        assertThat(sent.get(0).submitted()).isEqualTo("auto-replied");
        assertThat(TextLetter.write(java.util.Objects.requireNonNull(sent.get(0).letter())))
                .contains("Bonjour Léa", "/conversation?token=jeton");
    }

    /** P07: what is about groups is answered to whoever reads about groups. */
    @Test
    void andAnAnswerToTheAcknowledgementGoesToTheAddressOfItsObject() {
        assertThat(DeskFactsReader.carried(Map.of("mailbox", "groupes@ecole.fr"))
                        .objectEmail())
                .isEqualTo("groupes@ecole.fr");
    }

    private static String data(long id) {
        return Mailbag.SQL
                .one("select data::text as data from notification where id = ?", row -> row.text("data"), id)
                .orElseThrow();
    }

    private MailTransport leaving() {
        return transport(sent::add);
    }

    private static MailTransport refusing() {
        return transport(mail -> {
            throw new DeliveryFailed("the server is away", null);
        });
    }

    private static MailTransport transport(java.util.function.Consumer<Rendered> carrier) {
        return new MailTransport() {
            @Override
            public boolean isOutside() {
                return true;
            }

            @Override
            public Trip begin() {
                return new Trip() {
                    @Override
                    public void carry(Rendered mail, List<Enclosed> files) {
                        carrier.accept(mail);
                    }

                    @Override
                    public void close() {
                        // There is no connection.
                    }
                };
            }
        };
    }
}
