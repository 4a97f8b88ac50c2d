package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.testing.TestSale;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mail of documents 000 and 002, word for word: one part, with everything its merchant needs (M01, M06, M07). */
class AMerchantReadsItsNewOrderTest {

    private final Mailbag bag = new Mailbag();
    private final Mailbag.Stored mail = sent();

    private Mailbag.Stored sent() {
        Mailbag.SQL.update(
                "update customer_order set phone = '+33612345678', street = '3 rue du Port', postcode = '14390', city = 'Cabourg'"
                        + " where id = ?",
                bag.sale.orderId);
        long id = bag.queue(NotificationEvent.NEW_ORDER, Channel.MAIL, "morel@exemple.fr", "fr");
        bag.sender(new Outbox()).send(List.of(id));
        return Mailbag.stored(id);
    }

    /** M06: subject, date and hour of the order, total, lines with their quantity and amount, mode and hour of the pickup. */
    @Test
    void saysWhatTheSampleSays() {
        assertThat(mail.error()).isNull();
        assertThat(mail.subject()).contains("Nouvelle commande", bag.goods.number(), "114,00\u00a0€");
        assertThat(mail.text())
                .contains("Passée le")
                .contains("Lot de 3 chaussettes", "3 unités", "12,00\u00a0€")
                .contains("Bar sauvage", "×\u00a03", "102,00\u00a0€")
                .contains("Mode de retrait", "lundi 23 novembre", "10:30");
    }

    /** M01, M45, M50: all its prestations and its customer's details; K28: nothing of the other merchant's. */
    @Test
    void saysWhoBoughtAndNothingOfTheOtherMerchants() {
        assertThat(mail.text())
                .contains("Client\u00a0: Léa Martin", "lea@exemple.fr", "3 rue du Port, 14390 Cabourg")
                .containsPattern("Téléphone\u00a0: 06.12.34.56.78")
                .doesNotContain("Edelweiss", "Chalets du Praz");
    }

    /** M07: « voir la commande », behind the sign-in, opens this very part; M43: check it first. */
    @Test
    void leadsToThePart() {
        assertThat(mail.text()).contains("/pro/orders/view?id=" + bag.goods.id());
        assertThat(String.valueOf(mail.html())).contains("Voir la commande");
        assertThat(mail.text()).as("M43").containsIgnoringCase("vérifiez");
        assertThat(mail.text())
                .as("M46: a call before a cancellation, for another product or another day")
                .containsPattern("Appelez votre client au .?06.12.34.56.78")
                .contains("un autre produit ou une autre date");
    }

    /** What is prepared for whom: a rental's size, a pupil's name and age, a stay's persons, and what is still to be paid. */
    @Test
    void saysForWhomEachIsAndWhatIsStillToPay() {
        Mailbag.SQL.update("update order_line set size = '42' where id = ?", bag.goodsLine);
        Mailbag.SQL.update(
                "update order_line set unit_text = 'la nuit', detail = '{\"age\":\"8\",\"firstName\":\"Noé\"}' where id = ?",
                bag.stayLine);
        assertThat(sentOf(bag.goods).text()).contains("3 unités, taille 42");
        assertThat(sentOf(bag.stay).text())
                .contains("13 février 2027, 2 adultes, 1 enfant, Noé, 8\u00a0ans")
                .contains("Acompte payé\u00a0: 370,34\u00a0€", "864,14\u00a0€")
                .as("a stay's price is not per night")
                .doesNotContain("la nuit");
    }

    /** C07: a stay's deposit is not the stay; what was paid and what is asked for by when, also in few words on a telephone (M04). */
    @Test
    void saysWhatIsPaidWhereItIsADepositOnly() {
        assertThat(mail.text()).contains("Elle est payée en ligne.").doesNotContain("reste à payer");
        assertThat(sentOf(bag.stay).text())
                .contains("Votre client a payé 370,34\u00a0€ en ligne. Il lui reste à payer 864,14\u00a0€ avant le ")
                .doesNotContain("est payée en ligne");
        assertThat(smsOf(bag.stay)).contains("1 prestation, solde à venir").doesNotContain("370", "864");
        assertThat(smsOf(bag.goods)).doesNotContain("solde");
        Mailbag.SQL.update("update balance_due set state = 'PAID' where line_id = ?", bag.stayLine);
        assertThat(sentOf(bag.stay).text()).contains("Elle est payée en ligne.");
    }

    private String smsOf(TestSale.Part part) {
        long id = bag.queue(NotificationEvent.NEW_ORDER, Channel.SMS, "+33612345678", "fr");
        Mailbag.SQL.update("update notification set merchant_order_id = ? where id = ?", part.id(), id);
        bag.sender(new Outbox()).send(List.of(id));
        return Mailbag.stored(id).text();
    }

    private Mailbag.Stored sentOf(TestSale.Part part) {
        long id = bag.queue(NotificationEvent.NEW_ORDER, Channel.MAIL, "morel@exemple.fr", "fr");
        Mailbag.SQL.update("update notification set merchant_order_id = ? where id = ?", part.id(), id);
        bag.sender(new Outbox()).send(List.of(id));
        return Mailbag.stored(id);
    }
}
