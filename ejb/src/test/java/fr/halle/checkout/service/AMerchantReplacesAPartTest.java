package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.checkout.service.Counter.Stocked;
import fr.halle.notification.service.Resends;
import fr.halle.notification.service.SentJustNow;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.Transaction;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** K10, M46, M53: the product is gone; after a call, another takes its place in a new order, and only the difference moves. */
class AMerchantReplacesAPartTest {

    private final Counter counter = new Counter(Preset.TOWN_PICKUP);
    private final Stocked lobster = counter.stocked("Homard", 3_000, 5);
    private final Stocked crab = counter.stocked("Tourteau", 2_400, 5);
    private final Stocked turbot = counter.stocked("Turbot", 4_200, 5);

    @Test
    void atTheSamePriceNothingTravels() {
        Stocked other = counter.stocked("Langouste", 3_000, 5);
        long part = counter.ordered(lobster, 1);
        counter.choose(part, other, 1);
        long replacement = counter.confirm(part);

        assertThat(counter.state(part)).isEqualTo("CANCELLED");
        assertThat(counter.state(replacement)).isEqualTo("RECORDED");
        assertThat(counter.left(part)).isZero();
        assertThat(counter.left(replacement)).isEqualTo(3_000);
        assertThat(counter.taken(lobster)).isZero();
        assertThat(counter.taken(other)).isEqualTo(1);
        assertThat(counter.number("select count(*) from refund where merchant_order_id in (?, ?)", part, replacement))
                .isZero();
        assertThat(counter.number("select count(*) from balance_due where merchant_order_id = ?", replacement))
                .isZero();
        assertThat(counter.letters(replacement)).as("one letter for both").containsExactly("ORDER_REPLACED");
        assertThat(counter.letters(part)).as("no notice of its own").doesNotContain("PART_CANCELLED");
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void theEffectIsShownInEurosAndThatIsWhatHappens() {
        long part = counter.ordered(lobster, 1);
        counter.choose(part, crab, 1);
        SubstitutionEffect effect = counter.preview(part);
        assertThat(effect.isPossible()).isTrue();
        assertThat(effect.paid()).isEqualTo(Money.euros(3_000));
        assertThat(effect.total()).isEqualTo(Money.euros(2_400));
        assertThat(effect.back()).isEqualTo(Money.euros(600));
        assertThat(effect.link()).isEqualTo(Money.ZERO);

        long replacement = counter.confirm(part);
        counter.refund();
        assertThat(counter.onCards()).as("the difference, and no more").isEqualTo(600);
        assertThat(counter.left(replacement)).isEqualTo(2_400);
        assertThat(counter.off()).isEmpty();
    }

    /** K7. */
    @Test
    void theLetterKnowsWhetherTheDifferenceWaitsToBeSent() {
        for (String mode : new String[] {"MANUAL", "AUTO_ON_CANCEL"}) {
            long part = counter.ordered(Map.of("refund.mode", mode), Map.of(lobster, 1L));
            counter.choose(part, crab, 1);
            long replacement = counter.confirm(part);
            assertThat(counter.number(
                            "select count(*) from notification where merchant_order_id = ? and event = 'ORDER_REPLACED' and data ->> 'waits' = 'true'",
                            replacement))
                    .as(mode)
                    .isEqualTo(mode.equals("MANUAL") ? 1 : 0);
        }
    }

    @Test
    void whatCostsMoreIsAskedForByALinkAndPaidOnce() {
        long part = counter.ordered(lobster, 1);
        counter.choose(part, turbot, 1);
        assertThat(counter.preview(part).link()).isEqualTo(Money.euros(1_200));
        long replacement = counter.confirm(part);

        assertThat(counter.text("select state from balance_due where merchant_order_id = ?", replacement))
                .as("the letter has the link")
                .isEqualTo("LINK_SENT");
        counter.payBalance(replacement);
        assertThat(counter.left(replacement)).isEqualTo(4_200);
        assertThat(counter.number("select sum(total_cents) from order_line where merchant_order_id = ?", replacement))
                .isEqualTo(4_200);
        assertThat(counter.off()).isEmpty();
        assertThat(booked(part)).as("each transaction's own").containsExactly("carried_out", "accepted fee");
        assertThat(booked(replacement)).containsExactly("accepted fee", "carried_in");
    }

    /** M21: the letter of the substitution is lost; the merchant sends the link to pay the difference again, and that alone. */
    @Test
    void theLinkToPayTheDifferenceCanBeSentAgain() {
        long part = counter.ordered(lobster, 1);
        counter.choose(part, turbot, 1);
        long replacement = counter.confirm(part);
        Resends resends = counter.till.beans.get(Resends.class);
        assertThat(resends.of(counter.maud, replacement).balance())
                .as("the letter has not left yet")
                .isFalse();
        counter.till.sql.update(
                "update notification set state = 'SENT', sent_at = now() where merchant_order_id = ? and event = 'ORDER_REPLACED'",
                replacement);
        assertThat(resends.of(counter.maud, replacement).balance()).isTrue();
        counter.inTransaction(() -> resends.balance(counter.maud, replacement));

        assertThat(counter.number(
                        "select count(*) from notification n join balance_due b on b.bill_id = n.subject_id where n.event = 'BALANCE_LINK'"
                                + " and n.state = 'QUEUED' and b.merchant_order_id = ? and n.merchant_order_id = b.merchant_order_id",
                        replacement))
                .isEqualTo(1);
        assertThat(counter.text("select state from balance_due where merchant_order_id = ?", replacement))
                .isEqualTo("LINK_SENT");
        assertThatThrownBy(() -> counter.inTransaction(() -> resends.balance(counter.maud, replacement)))
                .isInstanceOf(SentJustNow.class);
        counter.payBalance(replacement);
        assertThat(resends.of(counter.maud, replacement).balance()).isFalse();
    }

    @Test
    void theNewOrderIsTheSameCustomersOnTheSameTerms() {
        long part = counter.ordered(Map.of("fees.on_refund", "KEPT"), Map.of(lobster, 1L));
        counter.choose(part, crab, 1);
        long replacement = counter.confirm(part);
        for (String column : new String[] {"email", "phone", "last_name", "street", "language", "settings"}) {
            assertThat(ofOrder(replacement, column)).isEqualTo(ofOrder(part, column));
        }
        assertThat(ofOrder(replacement, "order_no")).isNotEqualTo(ofOrder(part, "order_no"));
        assertThat(ofOrder(replacement, "token")).isNotEqualTo(ofOrder(part, "token"));
        assertThat(counter.text("select number from merchant_order where id = ?", replacement))
                .endsWith("-001");
    }

    /** The events of the entries of each of a part's transactions, the newest first. */
    private List<String> booked(long part) {
        return counter.till.beans.get(MerchantOrders.class).byId(counter.maud, part).transactions().stream()
                .map(transaction -> transaction.booked().stream()
                        .map(Transaction.Booked::event)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private String ofOrder(long part, String column) {
        return counter.till.text(
                "select it from (select o." + column
                        + "::text as it from customer_order o join merchant_order m on m.order_id = o.id"
                        + " where m.id = ?) x",
                part);
    }

    @Test
    void cancelledLaterItGivesBackExactlyWhatWasCarriedOver() {
        long part = counter.ordered(lobster, 2);
        counter.choose(part, crab, 2);
        long replacement = counter.confirm(part);
        counter.inTransaction(() ->
                counter.cancellation.cancel(replacement, counter.version(replacement), Counter.GONE, counter.maud));
        counter.refund();
        assertThat(counter.onCards())
                .as("1 200 with the substitution, 4 800 with the cancellation")
                .isEqualTo(6_000);
        assertThat(counter.left(replacement)).isZero();
        assertThat(counter.taken(crab)).isZero();
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void itIsCollectedAndReleasedLikeAnyOther() {
        long part = counter.ordered(lobster, 1);
        counter.choose(part, crab, 1);
        long replacement = counter.confirm(part);
        counter.refund();
        counter.capture();
        assertThat(counter.number("select transfer_cents from payment_share where merchant_order_id = ?", replacement))
                .isEqualTo(2_400);
        for (var move : new fr.halle.order.model.MerchantOrderTransition[] {
            fr.halle.order.model.MerchantOrderTransition.PROCESS, fr.halle.order.model.MerchantOrderTransition.COMPLETE
        }) {
            counter.inTransaction(() -> counter.lifecycle.apply(replacement, move, counter.maud, null));
        }
        counter.till.clock.moveForward(java.time.Duration.ofDays(30));
        assertThat(counter.release()).isEqualTo(1);
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void afterItsCollectionItIsTheMerchantsMoneyThatFollows() {
        long part = counter.ordered(lobster, 1);
        counter.capture();
        counter.choose(part, crab, 1);
        long replacement = counter.confirm(part);
        assertThat(counter.text("select transfer_id from payment_share where merchant_order_id = ?", replacement))
                .isEqualTo(counter.text("select transfer_id from payment_share where merchant_order_id = ?", part));
        counter.inTransaction(() ->
                counter.cancellation.cancel(replacement, counter.version(replacement), Counter.GONE, counter.maud));
        counter.refund();
        assertThat(counter.onCards()).isEqualTo(3_000);
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void aReplacementCanBeReplaced() {
        long part = counter.ordered(lobster, 1);
        counter.choose(part, turbot, 1);
        long second = counter.confirm(part);
        counter.payBalance(second);
        counter.choose(second, crab, 1);
        assertThat(counter.preview(second).back()).isEqualTo(Money.euros(1_800));
        long third = counter.confirm(second);
        counter.refund();
        assertThat(counter.left(third)).isEqualTo(2_400);
        assertThat(counter.onCards()).isEqualTo(1_800);
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void whatThePartItselfHoldsCountsAsFree() {
        Stocked last = counter.stocked("Bar de ligne", 1_000, 3);
        long part = counter.ordered(last, 3);
        counter.choose(part, last, 2);
        long replacement = counter.confirm(part);
        assertThat(counter.taken(last)).isEqualTo(2);
        assertThat(counter.left(replacement)).isEqualTo(2_000);
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void bothPagesSayWhatBecameOfTheOther() {
        long part = counter.ordered(lobster, 1);
        counter.choose(part, crab, 1);
        long replacement = counter.confirm(part);
        assertThat(counter.number(
                        "select count(*) from substitution where from_part_id = ? and to_part_id = ? and whole and carried_cents = 2400"
                                + " and refunded_cents = 600 and actor_name = 'Maud Bréhal' and reason_code = 'UNAVAILABLE'",
                        part,
                        replacement))
                .isEqualTo(1);
    }
}
