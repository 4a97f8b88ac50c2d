package fr.halle.ledger.service;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.AccountType;
import fr.halle.ledger.model.JournalEntry;
import fr.halle.ledger.model.Posting;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The double-entry journal. Entries are only added, in the transaction of the fact they tell; a fact told twice is one entry, by
 * its key. Amounts are cents of euro, debits positive.
 */
@Service
public class Ledger {

    /**
     * Accounts are opened at their first use, in the order of their codes so that two entries never wait for each other. Answers those
     * that were there before or are new, though not what another has just committed.
     */
    private static final String OPEN =
            "with asked as (select * from json_populate_recordset(null::ledger_account, ?::json)),"
                    + " opened as (insert into ledger_account (id, code, type, owner_id) select id, code, type, owner_id from asked order by code"
                    + " on conflict (code) do nothing returning id, code)"
                    + " select id, code from opened union all select a.id, a.code from ledger_account a join asked using (code)";

    /** Postings join the entries that this statement wrote: an entry told before gets none. */
    private static final String POST = "with e as (insert into journal_entry (id, occurred_at, event, subject, key)"
            + " select id, occurred_at, event, subject, key from json_populate_recordset(null::journal_entry, ?::json)"
            + " on conflict (key) do nothing returning id)"
            + " insert into posting (id, entry_id, account_id, amount_cents, subject)"
            + " select p.id, p.entry_id, %s, p.amount_cents, p.subject from json_to_recordset(?::json)"
            + " as p(id bigint, entry_id bigint, account_id bigint, code text, amount_cents bigint, subject text)"
            + " join e on e.id = p.entry_id";

    private static final String POST_TO_KNOWN = POST.formatted("p.account_id");

    private static final String POST_TO_OPENED = POST.formatted("a.id") + " join ledger_account a on a.code = p.code";

    private static final String ENTRIES =
            "select e.id, e.occurred_at, e.event, e.subject, e.key, a.code, p.amount_cents"
                    + " from journal_entry e join posting p on p.entry_id = e.id join ledger_account a on a.id = p.account_id where ";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private AfterCommit afterCommit;

    /** Accounts that are committed, by code: no need to open them again, nor to look each up among all. */
    private final Map<String, Long> open = new ConcurrentHashMap<>();

    private record AccountRow(long id, String code, AccountType type, long ownerId) {}

    private record EntryRow(long id, Instant occurredAt, String event, String subject, String key) {}

    private record Opened(long id, String code) {}

    private record PostingRow(
            long id, long entryId, @Nullable Long accountId, String code, long amountCents, String subject) {}

    /** One leg as it is read back; entries are put together from them. */
    private record Leg(long id, Instant at, String event, String subject, String key, Posting posting) {}

    public void post(JournalEntry entry) {
        post(List.of(entry));
    }

    /** Writes what is not written yet. */
    public void post(List<JournalEntry> entries) {
        Pipeline pipeline = sql.pipeline();
        post(pipeline, entries);
        pipeline.run();
    }

    /** As {@link #post(List)}, together with the other statements of {@code pipeline}. */
    public void post(Pipeline pipeline, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        boolean known = !opens(entries);
        if (!known) {
            openAccounts(pipeline, entries);
        }
        Instant now = clock.instant();
        List<EntryRow> rows = new ArrayList<>();
        List<PostingRow> postings = new ArrayList<>();
        for (JournalEntry entry : entries) {
            long id = ids.next();
            rows.add(new EntryRow(id, now, entry.event(), entry.subject(), entry.key()));
            String order = orderOf(entry.subject());
            for (Posting posting : entry.postings()) {
                String code = posting.account().code();
                postings.add(new PostingRow(ids.next(), id, open.get(code), code, posting.cents(), order));
            }
        }
        pipeline.update(known ? POST_TO_KNOWN : POST_TO_OPENED, Pipeline.json(rows), Pipeline.json(postings));
    }

    /** The sum of an account's postings in cents: negative where we owe its owner. */
    public long balance(AccountRef account) {
        return sql.number(
                "select coalesce(sum(amount_cents), 0) from posting"
                        + " where account_id = (select id from ledger_account where code = ?)",
                account.code());
    }

    /**
     * Every entry about an order, oldest first, its parts' entries included; or only a part's, or a payout's.
     *
     * @param subject {@code EP-00042}, {@code EP-00042-001}, or a payout's reference
     */
    public List<PostedEntry> ofSubject(String subject) {
        String column = orderOf(subject).equals(subject) ? "p.subject" : "e.subject";
        List<Leg> legs = sql.list(
                ENTRIES + column + " = ? order by e.occurred_at, e.id, p.amount_cents desc, a.code",
                Ledger::leg,
                subject);
        List<PostedEntry> entries = new ArrayList<>();
        for (int from = 0; from < legs.size(); ) {
            Leg first = legs.get(from);
            int until = from;
            while (until < legs.size() && legs.get(until).id() == first.id()) {
                until++;
            }
            List<Posting> postings =
                    legs.subList(from, until).stream().map(Leg::posting).toList();
            entries.add(new PostedEntry(
                    first.id(), first.at(), new JournalEntry(first.event(), first.subject(), first.key(), postings)));
            from = until;
        }
        return entries;
    }

    /** The sums of a subject's debits and credits, added up by the database: they must be equal. */
    public LedgerProof proof(String subject) {
        String where = orderOf(subject).equals(subject)
                ? "subject = ?"
                : "entry_id in (select id from journal_entry where subject = ?)";
        return sql.one(
                        "select count(distinct entry_id) as entries, coalesce(sum(amount_cents) filter (where amount_cents > 0), 0)"
                                + " as debits, coalesce(-sum(amount_cents) filter (where amount_cents < 0), 0) as credits"
                                + " from posting where " + where,
                        row -> new LedgerProof(row.integer("entries"), row.number("debits"), row.number("credits")),
                        subject)
                .orElseThrow();
    }

    /** Whether writing these would open accounts, which others may be opening too: one waits for the other. */
    public boolean opens(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.postings().stream())
                .anyMatch(posting -> !open.containsKey(posting.account().code()));
    }

    private void openAccounts(Pipeline pipeline, List<JournalEntry> entries) {
        Map<String, AccountRef> unknown = new TreeMap<>();
        entries.forEach(entry -> entry.postings().forEach(posting -> {
            AccountRef account = posting.account();
            if (!open.containsKey(account.code())) {
                unknown.put(account.code(), account);
            }
        }));
        List<AccountRow> rows = unknown.values().stream()
                .map(account -> new AccountRow(ids.next(), account.code(), account.type(), account.ownerId()))
                .toList();
        Pipeline.Answer<Opened> opened =
                pipeline.list(OPEN, row -> new Opened(row.number("id"), row.text("code")), Pipeline.json(rows));
        afterCommit.run(() -> opened.rows().forEach(account -> open.put(account.code(), account.id())));
    }

    /** A posting about a part is found by its order. */
    private static String orderOf(String subject) {
        if (!subject.startsWith("EP-")) {
            return subject;
        }
        return OrderNumbers.parse(subject)
                .map(number -> OrderNumbers.format(number.order()))
                .orElse(subject);
    }

    private static Leg leg(Row row) throws SQLException {
        return new Leg(
                row.number("id"),
                row.instant("occurred_at"),
                row.text("event"),
                row.text("subject"),
                row.text("key"),
                new Posting(AccountRef.parse(row.text("code")), row.number("amount_cents")));
    }
}
