package fr.halle.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.shared.model.Seeded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalEntryTest {

    private static JournalEntry.Builder entry() {
        return JournalEntry.of("accepted", "EP-00042", "accepted:7");
    }

    @Test
    void keepsDebitsPositiveAndCreditsNegative() {
        JournalEntry sale = entry().debit(AccountRef.PSP, 11400)
                .credit(AccountRef.pending(1), 1200)
                .credit(AccountRef.pending(2), 10200)
                .build();
        assertThat(sale.postings())
                .containsExactly(
                        new Posting(AccountRef.PSP, 11400),
                        new Posting(AccountRef.pending(1), -1200),
                        new Posting(AccountRef.pending(2), -10200));
        assertThat(sale.on(AccountRef.pending(2))).isEqualTo(-10200);
        assertThat(sale.postings().get(0).isDebit()).isTrue();
    }

    @Test
    void refusesAnEntryOutOfBalance() {
        JournalEntry.Builder off = entry().debit(AccountRef.PSP, 11400).credit(AccountRef.pending(1), 9900);
        assertThatIllegalStateException().isThrownBy(off::build).withMessageContaining("1500 cents");
    }

    @Test
    void refusesAnEntryWithOneLegOrNone() {
        assertThatIllegalStateException().isThrownBy(() -> entry().build());
        assertThatIllegalStateException()
                .isThrownBy(() -> entry().debit(AccountRef.PSP, 1).build());
        assertThatIllegalStateException()
                .isThrownBy(() -> entry().debit(AccountRef.PSP, 0)
                        .credit(AccountRef.pending(1), 0)
                        .build());
    }

    @Test
    void refusesNegativeAmountsAndPostingsOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry().debit(AccountRef.PSP, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> entry().credit(AccountRef.PSP, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(AccountRef.PSP, 0));
    }

    @Test
    void doesNotBalanceByOverflow() {
        List<Posting> wrapping = List.of(
                new Posting(AccountRef.PSP, Long.MAX_VALUE),
                new Posting(AccountRef.REFUND_CLEARING, Long.MAX_VALUE),
                new Posting(AccountRef.PAYOUT_IN_TRANSIT, 2));
        assertThatThrownBy(() -> new JournalEntry("accepted", "EP-00042", "accepted:7", wrapping))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isBuiltExactlyWhenItsAmountsSumToZero() {
        Seeded.forAll(3_000, random -> {
            long[] credits = Seeded.weights(random, 6, 50_000);
            long error = random.nextInt(3) - 1;
            JournalEntry.Builder builder =
                    entry().debit(AccountRef.PSP, Arrays.stream(credits).sum() + error);
            for (int i = 0; i < credits.length; i++) {
                builder.credit(AccountRef.pending(i + 1), credits[i]);
            }
            if (error == 0) {
                assertThat(builder.build().postings().stream()
                                .mapToLong(Posting::cents)
                                .sum())
                        .isZero();
                return;
            }
            assertThatIllegalStateException().isThrownBy(builder::build);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAccountsCodeReadsBack(AccountType type) {
        AccountRef account = new AccountRef(type, type.isOwned() ? 17 : 0);
        assertThat(AccountRef.parse(account.code())).isEqualTo(account);
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountRef(type, type.isOwned() ? 0 : 17));
    }

    @Test
    void anAccountsCodeNamesItsOwner() {
        assertThat(AccountRef.pending(17).code()).isEqualTo("merchant_pending:17");
        assertThat(AccountRef.PSP.code()).isEqualTo("psp");
        assertThatIllegalArgumentException().isThrownBy(() -> AccountRef.parse("petty_cash"));
        assertThatIllegalArgumentException().isThrownBy(() -> AccountRef.parse("psp:17"));
    }
}
