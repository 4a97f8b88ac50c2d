package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.order.model.PickupCode;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A merchant finds what left about its own parts and sends it again (M17, M19, C27, C28); nobody else's. */
class MerchantReadsItsMessagesTest {

    private final Mailbag bag = new Mailbag();
    private final Messages messages = Wired.with(new Messages(), Mailbag.SQL);
    private final Resends resends = bag.resends();
    private final Actor morel = Actor.merchant(1, "Maison Morel", bag.goods.merchantId());
    private final Actor lodger = Actor.merchant(2, "Chalets du Praz", bag.stay.merchantId());
    private final Actor operator = Actor.operator(bag.town.operator(bag.town.portalId), "Exploitante");
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

    /** M19, K11, K28: that it left, and when; not what the other merchant sold. */
    @Test
    void seesThatItsCustomerWasToldOfTheWholeOrderAndReadsItWhereItSellsAlone() {
        Mailbag.SQL.update("update notification set merchant_order_id = null, line_id = null where id = ?", mail);
        send(mail);
        bag.woken.clear();
        resends.recap(morel, bag.goods.id());
        long recap = bag.woken.get(0);
        send(recap);
        Actor stranger = Actor.merchant(3, "Autre", bag.town.merchant("Autre"));
        for (long whole : List.of(mail, recap)) {
            for (Actor seller : List.of(morel, lodger)) {
                assertThat(ids(messages.of(seller, null, all()))).contains(whole);
                Message.Body shown = messages.body(seller, null, whole).orElseThrow();
                assertThat(shown.message().isSent()).isTrue();
                assertThat(shown).isEqualTo(new Message.Body(shown.message(), null, null, null, null));
            }
            assertThat(messages.body(operator, null, whole).orElseThrow().text())
                    .contains("Bar sauvage", "Edelweiss");
            assertThat(messages.body(stranger, null, whole)).isEmpty();
        }
        assertThat(messages.of(stranger, null, all())).isEmpty();

        Mailbag.SQL.update(
                "update merchant_order set merchant_id = ? where id = ?", bag.goods.merchantId(), bag.stay.id());
        assertThat(messages.body(morel, null, recap).orElseThrow().text()).contains("Bar sauvage", "Edelweiss");
    }

    @Test
    void knowsWhetherTheRecipientWasRefused() {
        Mailbag.SQL.update("update notification set state = 'DEAD' where id = ?", mail);
        assertThat(messages.body(morel, null, mail).orElseThrow().message().bounced())
                .isFalse();
        Mailbag.SQL.update("update notification set bounced_at = now() where id = ?", mail);
        assertThat(messages.body(morel, null, mail).orElseThrow().message().bounced())
                .isTrue();
    }

    @Test
    void doesNotGetTheKeyToTheCustomersPage() {
        send(mail);
        assertThat(Mailbag.stored(mail).html()).contains("token=secret");
        Message.Body shown = messages.body(morel, null, mail).orElseThrow();
        assertThat(shown.html() + shown.text()).contains("/order/EP-").doesNotContain("secret");
    }

    /** K17: the code is shown by the customer, or it proves nothing. */
    @Test
    void doesNotReadTheCodeThatTheCustomerShows() {
        Mailbag.SQL.update(
                "update customer_order set settings = settings || '{\"complete.requires\":\"PICKUP_CODE\"}' where id = ?",
                bag.sale.orderId);
        long ready = bag.queue(NotificationEvent.PART_MOVED, Channel.MAIL, "lea@exemple.fr", "fr");
        send(ready);
        String code = Mailbag.SQL
                .one(
                        "select token from customer_order where id = ?",
                        row -> PickupCode.of(row.text("token"), bag.goods.number()),
                        bag.sale.orderId)
                .orElseThrow()
                .shown();
        assertThat(Mailbag.stored(ready).html()).contains(code, "/order-code?part=" + bag.goods.number());
        assertThat(Mailbag.stored(ready).text()).contains(code);
        for (Actor reader : List.of(morel, operator)) {
            Message.Body shown = messages.body(reader, null, ready).orElseThrow();
            assertThat(shown.html() + shown.text())
                    .contains("•••-•••")
                    .doesNotContain(code, code.replace("-", ""), "/order-code");
        }
    }

    @Test
    void aMailFromBeforeLettersWereKeptIsReadAsItWasWritten() {
        Mailbag.SQL.update(
                "update notification set state = 'SENT', html = '<p>Bonjour</p>', text = 'Bonjour' where id = ?", mail);
        Message.Body shown = messages.body(morel, null, mail).orElseThrow();
        assertThat(shown.html()).isEqualTo("<p>Bonjour</p>");
        assertThat(shown.text()).isEqualTo("Bonjour");
    }

    /** As letters were first kept, on 2026-11-22: whatever becomes of {@link Letter}, these are read. */
    @Test
    void aLetterOfTheFirstDayIsStillRead() {
        Mailbag.SQL.update("update notification set state = 'SENT', letter = ?::json where id = ?", """
                {"language":"fr","brand":{"name":"Vieux-Marsac","home":"http://t/","logo":"http://t/l.png","accent":"#4f6119"},
                "sender":"Maison Morel","replyTo":"m@exemple.fr","subject":"Confirmation EP-00001","preview":"Morel","progress":null,
                "title":"Votre commande est enregistrée","picture":null,"blocks":[{"text":"Bonjour \\u0001Léa\\u0001."},
                {"lines":[{"label":"Bar sauvage","small":"3 unités","value":"34,00 €","weight":"BOLD"}]},
                {"title":"La suite","steps":["Passez à l’heure"]}],"button":null,
                "footer":{"speaker":"Maison Morel","answer":"","operator":"Mairie","links":[{"words":"Aide","address":"http://t/help"}]}}""", mail);
        Message.Body shown = messages.body(morel, null, mail).orElseThrow();
        assertThat(shown.html()).contains("<b>Léa</b>", "Bar sauvage", "La suite", "Mairie");
        assertThat(shown.text())
                .contains("Bonjour Léa.", "Bar sauvage (3 unités)\u00a0: 34,00 €", "1. Passez à l’heure");
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
        bag.clock.moveForward(ResendPace.BETWEEN);
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
        assertThat(recap.text())
                .contains("Bar sauvage", "Edelweiss")
                .as("a line that was cancelled, or money given back of a part that lives on (M21, K9)")
                .contains("Remboursé\u00a0: −114,00\u00a0€")
                .doesNotContain("Annulée");
    }

    @Test
    void sendsAllThatDiedAndNobodyElses() {
        long second = bag.queue(NotificationEvent.ORDER_LINE_CONFIRMED, Channel.MAIL, "zoe@exemple.fr", "fr");
        Mailbag.SQL.update("update notification set state = 'DEAD', attempts = 6 where id in (?, ?)", mail, second);
        bag.woken.clear();
        assertThat(resends.dead(lodger, bag.town.portalId)).isZero();
        assertThat(resends.dead(morel, bag.town.portalId)).isEqualTo(2);
        assertThat(bag.woken).containsExactlyInAnyOrder(mail, second);
        assertThat(resends.dead(operator, bag.town.portalId)).isZero();
    }

    @Test
    void notTwiceWithinTenMinutesNorMoreThanFiveTimesADay() {
        send(mail);
        resends.confirmations(morel, bag.goods.id());
        assertThatThrownBy(() -> resends.confirmations(morel, bag.goods.id()))
                .isInstanceOfSatisfying(
                        SentJustNow.class,
                        refused ->
                                assertThat(refused.details()).containsExactly(TestClock.instantOf("2026-11-20T10:40")));
        resends.recap(morel, bag.goods.id());
        assertThatThrownBy(() -> resends.recap(lodger, bag.stay.id()))
                .as("the other merchant's button fills the same inbox")
                .isInstanceOf(SentJustNow.class);
        for (int i = 1; i < ResendPace.MOST_A_DAY; i++) {
            bag.clock.moveForward(ResendPace.BETWEEN);
            resends.confirmations(morel, bag.goods.id());
        }
        bag.clock.moveForward(ResendPace.BETWEEN);
        assertThatThrownBy(() -> resends.confirmations(morel, bag.goods.id())).isInstanceOf(SentJustNow.class);
        bag.clock.moveForward(ResendPace.DAY);
        assertThat(resends.confirmations(morel, bag.goods.id())).isEqualTo(1);
    }

    @Test
    void thePressOfAnOperatorIsWrittenAsDoneForTheMerchant() {
        send(mail);
        resends.confirmations(operator, bag.goods.id());
        assertThat(Mailbag.SQL.number(
                        "select count(*) from audit_entry where action = 'confirmations_resent' and subject = ? and on_behalf_of = ?",
                        bag.goods.number(),
                        bag.goods.merchantId()))
                .as("K18")
                .isEqualTo(1);
        Actor elsewhere = Actor.operator(bag.town.operator(TestShop.in(Preset.TOWN_PICKUP).portalId), "Ailleurs");
        assertThatThrownBy(() -> resends.of(elsewhere, bag.goods.id())).isInstanceOf(MessageUnknown.class);
        assertThatThrownBy(() -> resends.confirmations(elsewhere, bag.goods.id()))
                .isInstanceOf(MessageUnknown.class);
    }

    @Test
    void whatWasGroupedForTheWholeOrderIsSentAgainAsItWas() {
        Mailbag.SQL.update("update notification set merchant_order_id = null, line_id = null where id = ?", mail);
        send(mail);
        bag.woken.clear();
        assertThat(resends.confirmations(lodger, bag.stay.id())).as("K11").isEqualTo(1);
        send(bag.woken.get(0));
        assertThat(Mailbag.stored(bag.woken.get(0)).text())
                .contains("Bar sauvage")
                .contains("Edelweiss");
    }

    @Test
    void ofACancelledPartTheNoticeIsSentAgainAndNotTheConfirmation() {
        send(mail);
        long notice = bag.queue(NotificationEvent.PART_CANCELLED, Channel.MAIL, "lea@exemple.fr", "fr");
        send(notice);
        Mailbag.SQL.update("update merchant_order set state = 'CANCELLED' where id = ?", bag.goods.id());
        assertThat(resends.of(morel, bag.goods.id())).isEqualTo(new Resendable(1, true, true, false));
        bag.woken.clear();
        assertThat(resends.confirmations(morel, bag.goods.id())).isEqualTo(1);
        send(bag.woken.get(0));
        assertThat(Mailbag.stored(bag.woken.get(0)).subject()).contains("Annulation");
        bag.woken.clear();
        resends.recap(morel, bag.goods.id());
        send(bag.woken.get(0));
        assertThat(Mailbag.stored(bag.woken.get(0)).text())
                .contains("Annulée depuis\u00a0: 114,00\u00a0€ vous reviennent")
                .contains("Remboursé\u00a0: −114,00\u00a0€");
    }

    @Test
    void theRecapIsOfferedWhereItIsOfUseOrAsThePortalHasIt() {
        Mailbag.SQL.update("delete from balance_due where id = ?", bag.balance);
        Mailbag.SQL.update("delete from refund where id = ?", bag.refund);
        Mailbag.SQL.update(
                "delete from order_line where id <> ? and merchant_order_id in (?, ?)",
                bag.goodsLine,
                bag.goods.id(),
                bag.stay.id());
        assertThat(resends.of(morel, bag.goods.id()).recap())
                .as("K12: one prestation, nothing new")
                .isFalse();
        assertThatThrownBy(() -> resends.recap(morel, bag.goods.id())).isInstanceOf(NothingToSend.class);
        Mailbag.SQL.update("update notification set state = 'DEAD' where id = ?", mail);
        assertThat(resends.of(morel, bag.goods.id()).recap())
                .as("K12: its mail died")
                .isTrue();
    }

    /** M21; nothing to press once it is paid. */
    @Test
    void sendsTheBalancesLinkAgainWhileItIsToBePaid() {
        assertThat(resends.of(lodger, bag.stay.id()).balance())
                .as("no link has left yet")
                .isFalse();
        send(bag.queue(NotificationEvent.BALANCE_LINK, Channel.MAIL, "lea@exemple.fr", "fr"));
        Mailbag.SQL.update("update balance_due set state = 'LINK_SENT' where id = ?", bag.balance);
        bag.woken.clear();
        resends.balance(lodger, bag.stay.id());
        send(bag.woken.get(0));
        assertThat(Mailbag.stored(bag.woken.get(0)).html()).contains("/balance?token=");
        assertThat(Mailbag.SQL.number(
                        "select count(*) from balance_due where id = ? and state = 'LINK_SENT'", bag.balance))
                .isEqualTo(1);
        assertThatThrownBy(() -> resends.balance(lodger, bag.stay.id())).isInstanceOf(SentJustNow.class);
        assertThatThrownBy(() -> resends.balance(morel, bag.stay.id())).isInstanceOf(MessageUnknown.class);
        bag.clock.moveForward(ResendPace.BETWEEN);
        Mailbag.SQL.update("update balance_due set state = 'PAID' where id = ?", bag.balance);
        assertThatThrownBy(() -> resends.balance(lodger, bag.stay.id())).isInstanceOf(NothingToSend.class);
    }

    @Test
    void theMerchantThatSendsTheRecapSpeaksAndReadsTheAnswer() {
        bag.woken.clear();
        resends.recap(lodger, bag.stay.id());
        send(bag.woken.get(0));
        Mailbag.Stored recap = Mailbag.stored(bag.woken.get(0));
        assertThat(recap.sender()).as("K18").isEqualTo("Chalets du Praz");
        assertThat(recap.replyTo()).isEqualTo("m" + bag.stay.merchantId() + "@exemple.fr");
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
