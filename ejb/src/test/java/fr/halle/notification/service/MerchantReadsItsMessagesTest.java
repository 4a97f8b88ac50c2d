package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.service.Audit;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.testing.TestIds;
import fr.halle.testing.Wired;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A merchant finds what left about its own parts and sends it again (M17, M19, C27, C28); nobody else's. */
class MerchantReadsItsMessagesTest {

    private final Mailbag bag = new Mailbag();
    private final Messages messages = Wired.with(new Messages(), Mailbag.SQL);
    private final Resends resends = Wired.with(
            new Resends(),
            Mailbag.SQL,
            new TestIds(),
            bag.clock,
            Wired.with(new Audit(), Mailbag.SQL, new TestIds(), bag.clock),
            bag.lifecycle(),
            bag.notifications(),
            bag.event(),
            messages);
    private final Actor morel = Actor.merchant(1, "Maison Morel", bag.goods.merchantId());
    private final Actor lodger = Actor.merchant(2, "Chalets du Praz", bag.stay.merchantId());
    private final Actor operator = Actor.operator(3, "Exploitante");
    private final long mail = bag.queue(NotificationEvent.ORDER_LINE_CONFIRMED, Channel.MAIL, "lea@exemple.fr", "fr");

    @Test
    void seesItsOwnAndNobodyElses() {
        assertThat(ids(messages.of(morel, bag.town.portalId, all()))).containsExactly(mail);
        assertThat(ids(messages.of(lodger, bag.town.portalId, all()))).isEmpty();
        assertThat(messages.body(lodger, bag.town.portalId, mail)).isEmpty();
        assertThatThrownBy(() -> resends.one(lodger, bag.town.portalId, mail)).isInstanceOf(MessageUnknown.class);
        assertThatThrownBy(() -> resends.confirmations(lodger, bag.goods.id())).isInstanceOf(MessageUnknown.class);
        assertThatThrownBy(() -> resends.recap(lodger, bag.goods.id())).isInstanceOf(MessageUnknown.class);
    }

    @Test
    void doesNotGetTheKeyToTheCustomersPage() {
        send(mail);
        assertThat(Mailbag.stored(mail).html()).contains("token=secret");
        Message.Body shown = messages.body(morel, null, mail).orElseThrow();
        assertThat(shown.html() + shown.text()).contains("/order/EP-").doesNotContain("secret");
    }

    @Test
    void anOperatorSeesItsPortalOnly() {
        assertThat(ids(messages.of(operator, bag.town.portalId, all()))).containsExactly(mail);
        assertThat(ids(messages.of(operator, bag.town.portalId + 1, all()))).isEmpty();
        assertThat(messages.body(operator, bag.town.portalId + 1, mail)).isEmpty();
    }

    @Test
    void isFoundByTheOrdersNumberOrAPartOfTheAddress() {
        assertThat(ids(messages.of(
                        morel,
                        null,
                        MessageSearch.of(bag.goods.number().toLowerCase(java.util.Locale.ROOT), null, null))))
                .containsExactly(mail);
        assertThat(ids(messages.of(morel, null, MessageSearch.of("LEA@", Channel.MAIL, null))))
                .containsExactly(mail);
        assertThat(ids(messages.of(morel, null, MessageSearch.of("100%", null, null))))
                .isEmpty();
        assertThat(ids(messages.of(morel, null, MessageSearch.of("", Channel.SMS, null))))
                .isEmpty();
        assertThat(ids(messages.of(morel, null, MessageSearch.of("", null, mail))))
                .isEmpty();
    }

    @Test
    void sendsAgainWhatWasSentAsANewMessageWithItsTrace() {
        send(mail);
        bag.woken.clear();
        assertThat(resends.confirmations(morel, bag.goods.id())).isEqualTo(1);
        assertThat(bag.woken).hasSize(1).doesNotContain(mail);
        send(bag.woken.get(0));
        assertThat(Mailbag.stored(bag.woken.get(0)).state()).isEqualTo("SENT");
        assertThat(resends.confirmations(morel, bag.goods.id()))
                .as("what was sent again is not sent again twice")
                .isEqualTo(1);
        assertThat(Mailbag.SQL.number(
                        "select count(*) from audit_entry where action = 'confirmations_resent' and subject = ? and actor_name = ?",
                        bag.goods.number(),
                        "Maison Morel"))
                .isEqualTo(2);
    }

    @Test
    void resendsADeadOneByItsOwnRowAndRefusesAWaitingOne() {
        assertThatThrownBy(() -> resends.one(morel, null, mail)).isInstanceOf(MoveRefused.class);
        Mailbag.SQL.update("update notification set state = 'DEAD', attempts = 6 where id = ?", mail);
        assertThat(ids(messages.dead(operator, bag.town.portalId))).containsExactly(mail);
        bag.woken.clear();
        resends.one(operator, bag.town.portalId, mail);
        assertThat(bag.woken).containsExactly(mail);
        send(mail);
        assertThat(Mailbag.stored(mail).state()).isEqualTo("SENT");
        assertThat(messages.dead(operator, bag.town.portalId)).isEmpty();
    }

    @Test
    void sendsTheWholeOrderInOneMail() {
        bag.woken.clear();
        resends.recap(morel, bag.goods.id());
        send(bag.woken.get(0));
        Mailbag.Stored recap = Mailbag.stored(bag.woken.get(0));
        assertThat(recap.error()).isNull();
        assertThat(recap.text()).contains("Bar sauvage").contains("Edelweiss");
    }

    private void send(long id) {
        bag.sender(new Outbox()).send(List.of(id));
    }

    private static MessageSearch all() {
        return MessageSearch.of("", null, null);
    }

    private static List<Long> ids(List<Message> found) {
        return found.stream().map(Message::id).toList();
    }
}
