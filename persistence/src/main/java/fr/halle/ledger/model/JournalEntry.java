package fr.halle.ledger.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What moved between accounts and why, never changed once written: a mistake gets a correcting entry. An entry has two postings or
 * more and their sum is zero; what is not so cannot be built, and a deferred constraint of the database checks it again.
 *
 * @param event what happened, such as {@code refund_asked}
 * @param subject what it happened to, such as a part's number
 * @param key unique, so that one fact is written once however often it is told
 */
public record JournalEntry(String event, String subject, String key, List<Posting> postings) {

    /** @throws IllegalStateException on fewer than two postings, or a sum other than zero */
    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalStateException("An entry of " + postings.size() + " leg(s): " + key);
        }
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.cents());
        }
        if (sum != 0) {
            throw new IllegalStateException("An entry out of balance by " + sum + " cents: " + key);
        }
    }

    public static Builder of(String event, String subject, String key) {
        return new Builder(event, subject, key);
    }

    /** What the entry does to {@code account}, debits positive. */
    public long on(AccountRef account) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account))
                .mapToLong(Posting::cents)
                .sum();
    }

    /** Collects postings; amounts are in cents, zero or more, and a zero leaves no posting. */
    public static final class Builder {

        private final String event;
        private final String subject;
        private final String key;
        private final List<Posting> postings = new ArrayList<>();

        private Builder(String event, String subject, String key) {
            this.event = event;
            this.subject = subject;
            this.key = key;
        }

        public Builder debit(AccountRef account, long cents) {
            return add(account, notNegative(cents));
        }

        public Builder credit(AccountRef account, long cents) {
            return add(account, -notNegative(cents));
        }

        /** Whether every amount was zero: a free order moves no money and has no entry. */
        public boolean isEmpty() {
            return postings.isEmpty();
        }

        /** @throws IllegalStateException when the entry has one leg or does not balance */
        public JournalEntry build() {
            return new JournalEntry(event, subject, key, postings);
        }

        private Builder add(AccountRef account, long signedCents) {
            if (signedCents != 0) {
                postings.add(new Posting(account, signedCents));
            }
            return this;
        }

        private static long notNegative(long cents) {
            if (cents < 0) {
                throw new IllegalArgumentException("A debit or a credit cannot be negative: " + cents);
            }
            return cents;
        }
    }
}
