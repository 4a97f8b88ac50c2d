package fr.halle.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of design.md, "Money", line by line, on the documents' own order: A 12,00 € and B 102,00 €. */
class PostingsTest {

    private static final long A = 1;
    private static final long B = 2;
    private final Books books = new Books();

    private void acceptBoth() {
        books.post(Postings.accepted("EP-00042", "7", List.of(new Share(A, 1200, 60), new Share(B, 10200, 321))));
    }

    @Test
    void anAcceptedPaymentIsPendingNetOfItsFees() {
        List<JournalEntry> entries =
                Postings.accepted("EP-00042", "7", List.of(new Share(A, 1200, 60), new Share(B, 10200, 321)));
        books.post(entries);
        assertThat(entries).extracting(JournalEntry::key).containsExactly("accepted:7", "fee:7");
        assertThat(books.of(AccountRef.PSP)).isEqualTo(11400);
        assertThat(books.of(AccountRef.pending(A))).isEqualTo(-1140);
        assertThat(books.of(AccountRef.pending(B))).isEqualTo(-9879);
        assertThat(books.of(AccountRef.PLATFORM_FEES)).isEqualTo(-381);
    }

    @Test
    void aFreeOrderMovesNothing() {
        assertThat(Postings.accepted("EP-00042", "7", List.of(new Share(A, 0, 0))))
                .isEmpty();
        assertThat(Postings.released("EP-00042-001", "1", A, 0, 500)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(A, 100, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(A, 100, -1));
    }

    @Test
    void releasedMoneyIsPaidOutThroughTransit() {
        acceptBoth();
        books.post(Postings.released("EP-00042-002", "2", B, 9879, 0));
        assertThat(books.of(AccountRef.available(B))).isEqualTo(-9879);
        books.post(Postings.payoutSent("VIR-0042", B, 9879));
        assertThat(books.of(AccountRef.available(B))).isZero();
        assertThat(books.of(AccountRef.PAYOUT_IN_TRANSIT)).isEqualTo(-9879);
        books.post(Postings.payoutPaid("VIR-0042", 9879));
        assertThat(books.of(AccountRef.PAYOUT_IN_TRANSIT)).isZero();
        assertThat(books.of(AccountRef.PSP)).isEqualTo(11400 - 9879);
    }

    @Test
    void aPayoutThatComesBackIsAvailableAgainBeforeOrAfterItWasPaid() {
        acceptBoth();
        books.post(Postings.released("EP-00042-002", "2", B, 9879, 0));
        books.post(Postings.payoutSent("VIR-0042", B, 9879));
        books.post(Postings.payoutReturned("VIR-0042", B, 9879, false));
        assertThat(books.of(AccountRef.available(B))).isEqualTo(-9879);
        books.post(Postings.payoutSent("VIR-0043", B, 9879));
        books.post(Postings.payoutPaid("VIR-0043", 9879));
        books.post(Postings.payoutReturned("VIR-0043", B, 9879, true));
        assertThat(books.of(AccountRef.available(B))).isEqualTo(-9879);
        assertThat(books.of(AccountRef.PAYOUT_IN_TRANSIT)).isZero();
        assertThat(books.of(AccountRef.PSP)).isEqualTo(11400);
    }

    @Test
    void aRefundBeforeReleaseTakesThePendingMoneyOfItsOwnPartOnly() {
        acceptBoth();
        books.post(Postings.feeReturned("EP-00042-002", "9", B, 321, false));
        books.post(Postings.refundAsked("EP-00042-002", "9", B, 10200, 10200, 0));
        assertThat(books.of(AccountRef.pending(B))).isZero();
        assertThat(books.of(AccountRef.REFUND_CLEARING)).isEqualTo(-10200);
        books.post(Postings.refundSucceeded("EP-00042-002", "9", 10200));
        assertThat(books.of(AccountRef.REFUND_CLEARING)).isZero();
        assertThat(books.of(AccountRef.PSP)).isEqualTo(1200);
        assertThat(books.of(AccountRef.PLATFORM_FEES)).isEqualTo(-60);
        assertThat(books.of(AccountRef.pending(A)))
                .as("C16: the other part is untouched")
                .isEqualTo(-1140);
    }

    @Test
    void aRefundAfterPayoutTakesWhatIsAvailableThenMakesADebtThatLaterSalesPay() {
        acceptBoth();
        books.post(Postings.released("EP-00042-002", "2", B, 9879, 0));
        books.post(Postings.payoutSent("VIR-0042", B, 9000));
        books.post(Postings.refundAsked("EP-00042-002", "9", B, 10200, 0, 879));
        assertThat(books.of(AccountRef.available(B))).isZero();
        assertThat(books.of(AccountRef.debt(B))).as("what B owes").isEqualTo(9321);

        books.post(Postings.accepted("EP-00050", "8", List.of(new Share(B, 10000, 0))));
        books.post(Postings.released("EP-00050-001", "3", B, 10000, 9321));
        assertThat(books.of(AccountRef.debt(B))).isZero();
        assertThat(books.of(AccountRef.available(B))).isEqualTo(-679);
    }

    @Test
    void touristTaxGoesToItsCommuneAndComesBackWithARefund() {
        acceptBoth();
        books.post(Postings.taxCollected("EP-00042-002", "2", B, 73, 990));
        assertThat(books.of(AccountRef.touristTax(73))).isEqualTo(-990);
        assertThat(books.of(AccountRef.pending(B))).isEqualTo(-9879 + 990);
        books.post(Postings.taxReturned("EP-00042-002", "9", B, 73, 990, false));
        assertThat(books.of(AccountRef.touristTax(73))).isZero();
        assertThat(books.of(AccountRef.pending(B))).isEqualTo(-9879);
    }
}
