package fr.halle.ledger.service;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.JournalEntry;
import fr.halle.ledger.model.Posting;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The double-entry journal. Entries are only added, in the transaction of the fact they tell; a fact told twice is one entry, by
 * its key. Amounts are cents of euro, debits positive.
 */
@ApplicationScoped
public class Ledger {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    /** Writes what is not written yet. */
    public void post(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            long id = ids.next();
            boolean first = sql.update(
                            "insert into journal_entry (id, occurred_at, event, subject, key) values (?, ?, ?, ?, ?)"
                                    + " on conflict (key) do nothing",
                            id,
                            clock.instant(),
                            entry.event(),
                            entry.subject(),
                            entry.key())
                    == 1;
            if (first) {
                openAccounts(entry);
                writePostings(id, entry);
            }
        }
    }

    /** The sum of an account's postings in cents: negative where we owe its owner. */
    public long balance(AccountRef account) {
        return sql.number(
                "select coalesce(sum(amount_cents), 0) from posting"
                        + " where account_id = (select id from ledger_account where code = ?)",
                account.code());
    }

    /** Accounts are opened at their first use, in the order of their codes so that two entries never wait for each other. */
    private void openAccounts(JournalEntry entry) {
        TreeMap<String, AccountRef> accounts = new TreeMap<>();
        entry.postings().forEach(posting -> accounts.put(posting.account().code(), posting.account()));
        String[] codes = accounts.keySet().toArray(String[]::new);
        sql.list("select code from ledger_account where code = any(?)", row -> row.text("code"), (Object) codes)
                .forEach(accounts::remove);
        for (AccountRef account : accounts.values()) {
            sql.update(
                    "insert into ledger_account (id, code, type, owner_id) values (?, ?, ?, ?) on conflict (code) do nothing",
                    ids.next(),
                    account.code(),
                    account.type(),
                    account.ownerId());
        }
    }

    private void writePostings(long entryId, JournalEntry entry) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            rows.add(new Object[] {
                ids.next(),
                entryId,
                posting.cents(),
                entry.subject(),
                posting.account().code()
            });
        }
        sql.batch(
                "insert into posting (id, entry_id, account_id, amount_cents, subject)"
                        + " select ?, ?, id, ?, ? from ledger_account where code = ?",
                rows);
    }
}
