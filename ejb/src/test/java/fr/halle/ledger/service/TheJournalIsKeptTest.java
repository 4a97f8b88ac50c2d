package fr.halle.ledger.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.JournalEntry;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.SqlFailure;
import fr.halle.testing.AtOnce;
import fr.halle.testing.Beans;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestTransactions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Entries are added, never changed; a fact is written once; Σ is always zero. */
class TheJournalIsKeptTest {

    private final TestTransactions transactions = new TestTransactions();
    private final Ledger ledger = new Beans(
                    TestDatabase.sql(),
                    new TestIds(),
                    new TestClock("2026-11-21T09:00"),
                    transactions,
                    transactions.afterCommit)
            .get(Ledger.class);
    private final long merchant = TestIds.id();
    private final String order = OrderNumbers.format(500_000_000 + TestIds.id());

    private void post(List<JournalEntry> entries) {
        transactions.inNew(() -> {
            ledger.post(entries);
            return "";
        });
    }

    private List<JournalEntry> sale(String payment, long gross, long fee) {
        return Postings.accepted(order, payment, List.of(new Share(merchant, gross, fee)));
    }

    @Test
    void whatWeOweAMerchantIsANegativeBalance() {
        post(sale(order, 11400, 381));
        assertThat(ledger.balance(AccountRef.pending(merchant))).isEqualTo(-(11400 - 381));
        assertThat(ledger.balance(AccountRef.available(merchant))).isZero();
    }

    @Test
    void aFactToldTwiceIsWrittenOnce() {
        post(sale(order, 11400, 381));
        post(sale(order, 11400, 381));
        assertThat(ledger.ofSubject(order)).hasSize(2);
        assertThat(ledger.proof(order)).isEqualTo(new LedgerProof(2, 11781, 11781));
    }

    @Test
    void anAccountThatIsOpenIsPostedToAgain() {
        post(sale(order, 11400, 381));
        post(sale(order + "-again", 1000, 54));
        assertThat(ledger.opens(sale(order, 11400, 381))).isFalse();
        assertThat(ledger.balance(AccountRef.pending(merchant))).isEqualTo(-(11400 - 381) - (1000 - 54));
    }

    @Test
    void anAccountWhoseOpeningIsRolledBackIsOpenedAnew() {
        assertThatThrownBy(() -> transactions.inNew(() -> {
                    ledger.post(sale(order, 11400, 381));
                    throw new IllegalStateException("the order is not to be had");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.opens(sale(order, 11400, 381))).isTrue();
        post(sale(order, 11400, 381));
        assertThat(ledger.balance(AccountRef.pending(merchant))).isEqualTo(-(11400 - 381));
    }

    @Test
    void aPartsEntriesAreFoundWithTheirOrderAndAlone() {
        post(sale(order, 11400, 381));
        post(Postings.refundAsked(order + "-001", order + "-r", merchant, 400, 400, 0));
        assertThat(ledger.ofSubject(order)).hasSize(3);
        assertThat(ledger.ofSubject(order + "-001"))
                .extracting(posted -> posted.entry().event())
                .containsExactly("refund_asked");
        assertThat(ledger.proof(order + "-001")).isEqualTo(new LedgerProof(1, 400, 400));
    }

    @Test
    void theDatabaseRefusesWhatIsChangedOrDoesNotBalance() {
        post(sale(order, 11400, 381));
        assertThatThrownBy(
                        () -> TestDatabase.sql().update("update posting set amount_cents = 1 where subject = ?", order))
                .isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> TestDatabase.sql().update("delete from journal_entry where subject = ?", order))
                .isInstanceOf(SqlFailure.class);
        long entry = ledger.ofSubject(order).get(0).id();
        assertThatThrownBy(() -> TestDatabase.sql()
                        .update(
                                "insert into posting (id, entry_id, account_id, amount_cents, subject)"
                                        + " select ?, ?, min(id), 5, 'x' from ledger_account",
                                TestIds.id(),
                                entry))
                .isInstanceOf(SqlFailure.class);
    }

    /** Accounts are opened at their first use, by whoever comes first; nobody waits for ever, nothing is lost. */
    @Test
    void manyWritersOfNewAccountsLoseNothing() {
        long seed = System.nanoTime();
        long[] merchants = {TestIds.id(), TestIds.id(), TestIds.id(), TestIds.id(), TestIds.id(), TestIds.id()};
        AtOnce.all(LongStream.range(0, 8)
                .<Callable<String>>mapToObj(writer -> () -> {
                    Random random = new Random(seed + writer);
                    for (int i = 0; i < 25; i++) {
                        Share one = new Share(merchants[random.nextInt(6)], 100, 10);
                        Share other = new Share(merchants[random.nextInt(6)], 200, 20);
                        post(Postings.accepted(order, Long.toString(TestIds.id()), List.of(one, other)));
                    }
                    return "";
                })
                .toList());
        assertThat(ledger.proof(order)).as("seed " + seed).isEqualTo(new LedgerProof(400, 200 * 330L, 200 * 330L));
    }
}
