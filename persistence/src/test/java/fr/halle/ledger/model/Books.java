package fr.halle.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A ledger in memory for the tests: it refuses a key twice and keeps the accounts that may not go below zero above it. */
final class Books {

    private final Map<AccountRef, Long> balances = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    void post(Collection<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            assertThat(keys.add(entry.key()))
                    .as("%s is written once", entry.key())
                    .isTrue();
            entry.postings().forEach(posting -> balances.merge(posting.account(), posting.cents(), Long::sum));
        }
        check();
    }

    /** Debits positive: what we owe somebody is negative. */
    long of(AccountRef account) {
        return balances.getOrDefault(account, 0L);
    }

    /** What a merchant has on an account, as it reads it: positive. */
    long owed(AccountRef account) {
        return -of(account);
    }

    private void check() {
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
        balances.forEach((account, cents) -> {
            switch (account.type()) {
                case PSP ->
                    assertThat(cents).as("a debt is what the platform advanced").isGreaterThanOrEqualTo(-debts());
                case MERCHANT_DEBT -> assertThat(cents).as(account.code()).isNotNegative();
                default -> assertThat(cents).as("%s below zero", account.code()).isNotPositive();
            }
        });
    }

    private long debts() {
        return balances.entrySet().stream()
                .filter(balance -> balance.getKey().type() == AccountType.MERCHANT_DEBT)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
