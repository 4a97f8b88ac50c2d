package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.outside.service.ReconciledRow.Difference;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a day's receipts with the outside system's own list of them (T09). Not to be called in a transaction: it waits for answers. */
@Service
public class Reconciliation {

    /** Ten thousand receipts a day. */
    private static final int MOST_PAGES = 20;

    private static final String OURS =
            "select s.idempotency_key::text as key, s.label, coalesce(s.body ->> 'reference', '') as reference, s.total_cents, coalesce(s.receipt, '') as receipt,"
                    + " s.state = 'WITHDRAWN' or c.id is not null as cancelled from outside_push s"
                    + " left join outside_push c on c.sale_id = s.id and c.act = 'CANCELLATION' and c.state = 'RECEIPTED'"
                    + " where s.desk_id = ? and s.act = 'SALE'";

    @Inject
    private Sql sql;

    @Inject
    private OutsideAccounts accounts;

    @Inject
    private OutsideHttp http;

    private record Ours(String key, String label, String reference, long cents, String receipt, boolean cancelled) {

        static Ours of(Row row) throws SQLException {
            return new Ours(
                    row.text("key"),
                    row.text("label"),
                    row.text("reference"),
                    row.number("total_cents"),
                    row.text("receipt"),
                    row.flag("cancelled"));
        }
    }

    private record Theirs(String key, String receipt, String product, String reference, long cents, boolean cancelled) {

        static Theirs of(JsonNode json) {
            return new Theirs(
                    json.path("key").asText(),
                    json.path("receipt").asText(),
                    json.path("product").asText(),
                    json.path("reference").asText(),
                    json.path("totalCents").asLong(),
                    json.path("cancelled").asBoolean());
        }
    }

    /**
     * @throws OutsideNotConnected when the desk has no account
     * @throws OutsideSilent when the outside system did not tell its whole list
     */
    public Reconciled of(long deskId, LocalDate day) {
        List<Theirs> theirs = ask(deskId, day);
        Map<String, Ours> ours = ours(deskId, day, theirs);
        List<ReconciledRow> rows = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (Theirs one : theirs) {
            rows.add(compared(ours.get(one.key()), one, !met.add(one.key())));
        }
        ours.values().stream()
                .filter(one -> !met.contains(one.key()))
                .forEach(one -> rows.add(new ReconciledRow(
                        Difference.MISSING_THERE, one.label(), one.reference(), one.receipt(), "", one.cents(), 0)));
        rows.sort(Comparator.comparing(ReconciledRow::difference).thenComparing(ReconciledRow::theirs));
        return new Reconciled(day, rows);
    }

    private static ReconciledRow compared(@Nullable Ours own, Theirs one, boolean again) {
        if (own == null) {
            return new ReconciledRow(
                    Difference.MISSING_HERE, one.product(), one.reference(), "", one.receipt(), 0, one.cents());
        }
        return new ReconciledRow(
                difference(own, one, again),
                own.label(),
                own.reference(),
                again ? "" : own.receipt(),
                one.receipt(),
                again ? 0 : own.cents(),
                one.cents());
    }

    private static Difference difference(Ours own, Theirs one, boolean again) {
        if (again) {
            return Difference.TWICE;
        }
        if (own.cancelled() != one.cancelled()) {
            return own.cancelled() ? Difference.CANCELLED_HERE : Difference.CANCELLED_THERE;
        }
        if (own.cents() != one.cents()) {
            return Difference.AMOUNT;
        }
        // One that was withdrawn before its receipt came is cancelled on both sides.
        if (own.receipt().equals(one.receipt()) || own.cancelled()) {
            return Difference.NONE;
        }
        return own.receipt().isEmpty() ? Difference.AWAITED : Difference.TWICE;
    }

    /** What we have of that day, and what they name of it whatever our day. */
    private Map<String, Ours> ours(long deskId, LocalDate day, List<Theirs> theirs) {
        Map<String, Ours> ours = new LinkedHashMap<>();
        sql.list(
                        OURS + " and (s.taken_on = ? or s.idempotency_key::text = any(?)) order by s.id",
                        Ours::of,
                        deskId,
                        day,
                        theirs.stream().map(Theirs::key).toArray(String[]::new))
                .forEach(one -> ours.put(one.key(), one));
        return ours;
    }

    private List<Theirs> ask(long deskId, LocalDate day) {
        OutsideAccount account = accounts.of(deskId).orElseThrow(OutsideNotConnected::new);
        List<Theirs> theirs = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            if (!(http.get(account, OutsidePaths.receipts(day, after)) instanceof Told<JsonNode> told)) {
                throw new OutsideSilent();
            }
            told.value().path("receipts").forEach(one -> theirs.add(Theirs.of(one)));
            after = told.value().path("next").asText();
            if (after.isEmpty()) {
                return theirs;
            }
            if (!OutsidePaths.isCode(after)) {
                throw new OutsideSilent();
            }
        }
        throw new OutsideSilent();
    }
}
