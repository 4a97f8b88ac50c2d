package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.order.service.BalanceMoved;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.CustomerIsTold;
import fr.halle.order.service.GivingBack;
import fr.halle.order.service.Happened;
import fr.halle.order.service.MerchantIsTold;
import fr.halle.order.service.OrderLinks;
import fr.halle.order.service.RefundWish;
import fr.halle.payment.model.RefundTransition;
import fr.halle.payment.service.IdleRunner;
import fr.halle.payment.service.RefundMoved;
import fr.halle.payment.service.RefundNotices;
import fr.halle.payment.service.Refunds;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.payout.service.PayoutMoved;
import fr.halle.payout.service.PayoutNotices;
import fr.halle.shared.model.Actor;
import fr.halle.testing.Beans;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestTransactions;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens is told to whom it concerns, once, in the language that is theirs: the customer's is the order's, the
 * merchant's its account's. Each fact happens twice here, as after a crash, and each letter leaves.
 */
class EachIsToldOnceTest {

    private final Mailbag bag = new Mailbag();
    private final Beans beans = new Beans(Mailbag.SQL, new TestIds(), bag.clock)
            .observing(CustomerIsTold.class, MerchantIsTold.class, RefundNotices.class, PayoutNotices.class);
    private final Actor morel = Actor.merchant(1, "Maison Morel", bag.goods.merchantId());
    private final Actor operator = Actor.operator(2, "Mairie");
    private final String shop = "m" + bag.goods.merchantId() + "@exemple.fr";
    private final String lodger = "m" + bag.stay.merchantId() + "@exemple.fr";
    private String customer = "";

    /** As a bean that tells what happened. */
    static class World {
        @Inject
        private Event<Object> happens;
    }

    @BeforeEach
    void anEnglishCustomerAndAFrenchAndAnEnglishMerchant() {
        bag.town.account(bag.goods.merchantId(), "fr");
        bag.town.account(bag.stay.merchantId(), "en");
        Mailbag.SQL.update("update customer_order set language = 'en' where id = ?", bag.sale.orderId);
        customer = Mailbag.SQL
                .one("select email from customer_order where id = ?", row -> row.text("email"), bag.sale.orderId)
                .orElseThrow();
    }

    /** C14, M42, T07. */
    @Test
    void theCustomerOfEveryStepOfAPart() {
        twice(Happened.moved(bag.goods.id(), MerchantOrderTransition.PROCESS, morel, null));
        assertThat(told()).containsExactly("PART_MOVED " + customer + " en");
    }

    /** M42: « mise à part Annulée et Erreur ». */
    @Test
    void nobodyOfAnError() {
        twice(Happened.moved(bag.goods.id(), MerchantOrderTransition.FAIL, Actor.SYSTEM, "?"));
        assertThat(told()).isEmpty();
    }

    /** K8, C15: the notice of cancellation and refund; the merchant knows what it did. */
    @Test
    void theCustomerAloneWhereTheMerchantCancels() {
        twice(Happened.moved(bag.goods.id(), MerchantOrderTransition.CANCEL, morel, "Plus en stock"));
        assertThat(told()).containsExactly("PART_CANCELLED " + customer + " en");
    }

    /** K18, O01: the operator acts in the merchant's name, and the merchant learns it. */
    @Test
    void bothWhereTheOperatorCancels() {
        twice(Happened.moved(bag.stay.id(), MerchantOrderTransition.CANCEL, operator, "Fermé"));
        assertThat(told())
                .containsExactly("PART_CANCELLED " + customer + " en", "PART_CANCELLED_ON_BEHALF " + lodger + " en");
    }

    /** O08, K18: the operator is never in contact with the customer: the merchant speaks, and reads the answer. */
    @Test
    void theMerchantSpeaksToItsCustomerWhereTheOperatorActs() {
        Actor named = Actor.operator(2, "Exploitation Halle");
        twice(Happened.moved(bag.stay.id(), MerchantOrderTransition.CANCEL, named, "Fermé"));
        Mailbag.Stored notice = stored("PART_CANCELLED");
        assertThat(notice.sender()).isEqualTo("Chalets du Praz");
        assertThat(notice.replyTo()).isEqualTo(lodger);
        assertThat(String.valueOf(notice.html()) + notice.text() + notice.subject())
                .contains("Fermé")
                .doesNotContain("Exploitation Halle", "aide@exemple.fr");
        Mailbag.Stored merchant = stored("PART_CANCELLED_ON_BEHALF");
        assertThat(merchant.text()).as("O14").contains("Exploitation Halle", "Fermé", "aide@exemple.fr");
        assertThat(merchant.replyTo()).isEqualTo("aide@exemple.fr");
    }

    private Mailbag.Stored stored(String event) {
        long id = Mailbag.SQL.number(
                "select id from notification where portal_id = ? and event = ?", bag.town.portalId, event);
        bag.sender(new Outbox()).send(List.of(id));
        return Mailbag.stored(id);
    }

    /** K8: a portal may switch the notice off; what the operator did, the merchant learns all the same. */
    @Test
    void theCustomerNotWherethePortalHasItSo() {
        Mailbag.SQL.update(
                "update customer_order set settings = settings || '{\"notify.cancel\": \"false\"}' where id = ?",
                bag.sale.orderId);
        twice(Happened.moved(bag.goods.id(), MerchantOrderTransition.CANCEL, operator, "Fermé"));
        assertThat(told()).containsExactly("PART_CANCELLED_ON_BEHALF " + shop + " fr");
    }

    /** K8, K9, M21: what went back while the part lived was told then; the recap tells all of it. */
    @Test
    void theCustomerOfWhatTheCancellationItselfGivesBack() {
        cancelledAfter(RefundWish.amount(7034));
        Mailbag.Stored notice = stored("PART_CANCELLED");
        assertThat(notice.error()).isNull();
        assertThat(notice.text()).contains("You get €300.00 back automatically").doesNotContain("€370.34");
        assertThat(notice.html()).as("the preview too").doesNotContain("€370.34");
        assertThat(stored("PART_CANCELLED_ON_BEHALF").error()).isNull();
        long recap = bag.queue(NotificationEvent.ORDER_RECAP, Channel.MAIL, customer, "en");
        bag.sender(new Outbox()).send(List.of(recap));
        assertThat(Mailbag.stored(recap).text()).contains("€370.34 back");
    }

    @Test
    void theCustomerThatAllOfItWentBackBefore() {
        cancelledAfter(RefundWish.all());
        assertThat(stored("PART_CANCELLED").text())
                .contains("already refunded: €370.34")
                .doesNotContain("back automatically", "The merchant refunds you");
    }

    /** K7: nobody has sent it, and nobody is told that it comes by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void bothThatTheMoneyWaitsToBeSentByHand(String language) {
        frozen("refund.mode", "MANUAL");
        readIn(language);
        cancelled();
        assertThat(words("PART_CANCELLED"))
                .contains(language.equals("fr") ? "vous rembourse lui-même 370,34" : "refunds you €370.34");
        assertThat(words("PART_CANCELLED_ON_BEHALF"))
                .contains(language.equals("fr") ? "restent à rembourser" : "€370.34 are still to be refunded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void bothThatTheMoneyOfSomePrestationsWaits(String language) {
        frozen("refund.mode", "MANUAL");
        frozen("cancel.granularity", "LINE");
        readIn(language);
        long part = bag.goods.id();
        Beans desk = desk();
        TestDatabase.inTransaction(() -> desk.get(Cancellation.class)
                .cancelLines(part, version(part), Set.of(bag.goodsLine), Why.said("Fermé"), town()));
        assertThat(words("LINES_CANCELLED"))
                .contains(language.equals("fr") ? "vous rembourse lui-même 12,00" : "refunds you €12.00");
        assertThat(words("LINES_CANCELLED_ON_BEHALF"))
                .contains(language.equals("fr") ? "restent à rembourser" : "€12.00 are still to be refunded");
    }

    /** T04: a payment that was disputed and lost is cancelled as ever, and gives no card its money a second time. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void bothThatTheBankGaveTheMoneyBack(String language) {
        readIn(language);
        Mailbag.SQL.update(
                "update payment set state = 'DISPUTED', disputed_whole = true where id = ?", bag.sale.paymentId);
        cancelled();
        assertThat(words("PART_CANCELLED"))
                .contains(
                        language.equals("fr") ? "Votre banque vous a déjà rendu" : "Your bank has already given you",
                        "370")
                .doesNotContain("Annulation et remboursement", "Cancellation and refund", "rembourse", "reviennent");
        assertThat(words("PART_CANCELLED_ON_BEHALF"))
                .contains(language.equals("fr") ? "lui a déjà rendu" : "bank has already given", "370");
    }

    /** O18: what nobody accepted goes back at once, also where the merchant sends its refunds itself. */
    @Test
    void theCustomerThatWhatWaitedWasSent() {
        frozen("refund.mode", "MANUAL");
        cancelled();
        TestDatabase.inTransaction(() -> desk().get(Refunds.class).send(bag.stay.id()));
        assertThat(stored("PART_CANCELLED").text()).contains("You get €370.34 back automatically");
        assertThat(stored("PART_CANCELLED_ON_BEHALF").text()).contains("Your customer is refunded €370.34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void bothWithoutAWordOfMoneyWhereNothingWasPaid(String language) {
        readIn(language);
        twice(Happened.moved(bag.stay.id(), MerchantOrderTransition.CANCEL, operator, "Fermé"));
        assertThat(words("PART_CANCELLED"))
                .doesNotContainIgnoringCase("rembours")
                .doesNotContain("refund");
        assertThat(words("PART_CANCELLED_ON_BEHALF"))
                .doesNotContainIgnoringCase("rembours")
                .doesNotContain("refund");
    }

    /** Subject, preview and letter; never that money comes by itself. */
    private String words(String event) {
        Mailbag.Stored letter = stored(event);
        assertThat(letter.error()).isNull();
        String all = letter.subject() + "\n" + letter.html() + "\n" + letter.text();
        assertThat(all).doesNotContain("automati", "48 h", "est remboursé", "is refunded");
        return all;
    }

    /** C16: of two shops both cancel, one after the other. */
    @Test
    void theCustomerThatTheRestStaysOnlyWhereThereIsAny() {
        twice(Happened.moved(bag.goods.id(), MerchantOrderTransition.CANCEL, morel, "Plus en stock"));
        assertThat(stored("PART_CANCELLED").text())
                .contains("Part of your order is cancelled", "stays valid with the other merchants");
        Mailbag.SQL.update("delete from notification where portal_id = ?", bag.town.portalId);
        Mailbag.SQL.update("update merchant_order set state = 'CANCELLED' where id = ?", bag.goods.id());
        twice(Happened.moved(bag.stay.id(), MerchantOrderTransition.CANCEL, operator, "Fermé"));
        assertThat(stored("PART_CANCELLED").text())
                .contains("Your order is cancelled")
                .doesNotContain("stays valid");
    }

    private void readIn(String language) {
        Mailbag.SQL.update("update customer_order set language = ? where id = ?", language, bag.sale.orderId);
        for (long merchant : List.of(bag.goods.merchantId(), bag.stay.merchantId())) {
            Mailbag.SQL.update("update user_account set language = ? where merchant_id = ?", language, merchant);
        }
    }

    private void frozen(String key, String value) {
        Mailbag.SQL.update(
                "update customer_order set settings = settings || jsonb_build_object(?::text, ?::text) where id = ?",
                key,
                value,
                bag.sale.orderId);
    }

    /** The stay, of which 370,34 € were paid, a day after something of it was given back. */
    private void cancelledAfter(RefundWish wish) {
        Actor chalets = Actor.merchant(1, "Chalets du Praz", bag.stay.merchantId());
        GivingBack giving = desk().get(GivingBack.class);
        TestDatabase.inTransaction(() -> giving.give(bag.stay.id(), wish, 37034, "Geste commercial", chalets));
        bag.clock.moveForward(Duration.ofDays(1));
        cancelled();
    }

    private void cancelled() {
        long part = bag.stay.id();
        Cancellation cancellation = desk().get(Cancellation.class);
        TestDatabase.inTransaction(() -> cancellation.cancel(part, version(part), "Fermé", town()));
    }

    private Beans desk() {
        return new Beans(Mailbag.SQL, new TestIds(), bag.clock, new IdleRunner(), new TestTransactions().afterCommit)
                .observing(CustomerIsTold.class, MerchantIsTold.class);
    }

    private static int version(long part) {
        return (int) Mailbag.SQL.number("select version from merchant_order where id = ?", part);
    }

    private Actor town() {
        return Actor.operator(bag.town.operator(bag.town.portalId), "Mairie");
    }

    /** C15, T06. */
    @Test
    void theCustomerOfMoneyOnItsWayBack() {
        twice(new RefundMoved(bag.refund, RefundTransition.SUCCEED));
        assertThat(told()).containsExactly("REFUND_SUCCEEDED " + customer + " en");
    }

    /** M51; the customer's own receipt is written with the payment (C07). */
    @Test
    void theMerchantOfABalanceThatIsPaidOrMissed() {
        twice(new BalanceMoved(bag.balance, BalanceDueTransition.PAY));
        twice(new BalanceMoved(bag.balance, BalanceDueTransition.MISS));
        assertThat(told()).containsExactly("BALANCE_MISSED " + lodger + " en", "BALANCE_RECEIVED " + lodger + " en");
    }

    /** M62, M67, T04. */
    @Test
    void theMerchantOfMoneyThatLeavesForItsBankAndComesBack() {
        twice(new PayoutMoved(bag.payout, PayoutTransition.PAY));
        twice(new PayoutMoved(bag.payout, PayoutTransition.RETURN));
        twice(new PayoutMoved(bag.payout, PayoutTransition.FAIL));
        assertThat(told()).containsExactly("PAYOUT_RETURNED " + shop + " fr", "PAYOUT_SENT " + shop + " fr");
    }

    /** C27: the link goes to the order's own address, once in ten minutes, and to nobody who guesses. */
    @Test
    void theCustomerWhoLostTheLink() {
        OrderLinks links = beans.get(OrderLinks.class);
        String number = bag.goods.number().substring(0, bag.goods.number().length() - 4);
        links.send(bag.town.portalId, number, "espion@exemple.fr");
        assertThat(told()).isEmpty();
        links.send(bag.town.portalId, number, customer);
        links.send(bag.town.portalId, number, customer);
        assertThat(told()).containsExactly("ORDER_LINK " + customer + " en");
        bag.clock.moveForward(Duration.ofMinutes(10));
        links.send(bag.town.portalId, number, customer);
        assertThat(told()).hasSize(2);
    }

    private void twice(Object fact) {
        Event<Object> happens = beans.get(World.class).happens;
        happens.fire(fact);
        happens.fire(fact);
    }

    /** Whom the letters reached, each of them sent. */
    private List<String> told() {
        List<Long> ids = Mailbag.SQL.list(
                "select id from notification where portal_id = ?", row -> row.number("id"), bag.town.portalId);
        bag.sender(new Outbox()).send(ids);
        assertThat(ids).allSatisfy(id -> assertThat(Mailbag.stored(id).error()).isNull());
        return Mailbag.SQL.list(
                "select event, recipient, language from notification where portal_id = ? order by event, id",
                row -> row.text("event") + " " + row.text("recipient") + " " + row.text("language"),
                bag.town.portalId);
    }
}
