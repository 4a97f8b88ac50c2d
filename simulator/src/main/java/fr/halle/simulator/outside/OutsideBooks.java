package fr.halle.simulator.outside;

import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sales the outside system was told of. */
public final class OutsideBooks {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int A_PAGE = 500;
    private static final String COLUMNS =
            "select key, twin, sha256, catalogue, product, label, reference, customer, total_cents, receipt, taken_on, taken_at, cancel_receipt"
                    + " from simulator.outside_sale ";

    private OutsideBooks() {}

    /** @param receipt empty for one that was cancelled before it was taken @param cancellation empty unless cancelled */
    public record Sale(
            String key,
            boolean twin,
            String sha256,
            String catalogue,
            String product,
            String label,
            String reference,
            String customer,
            long totalCents,
            String receipt,
            LocalDate takenOn,
            String cancellation) {

        private static Sale of(ResultSet row) throws SQLException {
            return new Sale(
                    row.getString("key"),
                    row.getBoolean("twin"),
                    row.getString("sha256"),
                    row.getString("catalogue"),
                    row.getString("product"),
                    row.getString("label"),
                    row.getString("reference"),
                    row.getString("customer"),
                    row.getLong("total_cents"),
                    orEmpty(row.getString("receipt")),
                    row.getObject("taken_on", LocalDate.class),
                    orEmpty(row.getString("cancel_receipt")));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        public boolean isCancelled() {
            return !cancellation.isEmpty();
        }

        JsonObject told() {
            return Docs.of(
                    "key", key,
                    "receipt", receipt,
                    "takenOn", takenOn,
                    "catalogue", catalogue,
                    "product", product,
                    "reference", reference,
                    "totalCents", totalCents,
                    "cancelled", isCancelled());
        }
    }

    /** Nobody else takes or cancels the same sale before this transaction ends. */
    static Optional<Sale> find(Tx tx, String account, String key) throws SQLException {
        tx.query("select pg_advisory_xact_lock(hashtextextended(?, 4807))", row -> true, account + key);
        return tx.query(COLUMNS + "where account = ? and key = ?::uuid and not twin", Sale::of, account, key).stream()
                .findFirst();
    }

    static void take(Tx tx, String account, String key, boolean twin, JsonObject body, String sha256)
            throws SQLException {
        List<JsonObject> lines = body.getJsonArray("lines").getValuesAs(JsonObject.class);
        JsonObject first = lines.get(0);
        long total = lines.stream()
                .mapToLong(line -> line.getJsonNumber("totalCents").longValueExact())
                .sum();
        tx.execute(
                "insert into simulator.outside_sale (account, key, twin, sha256, catalogue, product, label, reference, customer,"
                        + " total_cents, receipt, taken_on, taken_at)"
                        + " values (?,?::uuid,?,?,?,?,?,?,?,?,'R-' || nextval('simulator.outside_receipt'),?,?)",
                account,
                key,
                twin,
                sha256,
                Docs.text(body, "catalogue"),
                Docs.text(first, "product"),
                Docs.text(first, "label"),
                Docs.text(body, "reference"),
                Docs.text(body.getJsonObject("customer"), "name"),
                total,
                today(tx),
                tx.now());
    }

    /** Of a sale that never came too: it will not be taken any more. */
    static JsonObject cancel(Tx tx, String account, String key) throws SQLException {
        boolean known = find(tx, account, key).isPresent();
        if (!known) {
            tx.execute(
                    "insert into simulator.outside_sale (account, key, taken_on, taken_at) values (?,?::uuid,?,?)",
                    account,
                    key,
                    today(tx),
                    tx.now());
        }
        tx.execute(
                "update simulator.outside_sale set cancel_receipt = 'A-' || nextval('simulator.outside_receipt'), cancelled_on = ?"
                        + " where account = ? and key = ?::uuid and not twin and cancel_receipt is null",
                today(tx),
                account,
                key);
        return tx.query(
                        "select cancel_receipt, cancelled_on, receipt is not null as known from simulator.outside_sale"
                                + " where account = ? and key = ?::uuid and not twin",
                        row -> Docs.of(
                                "receipt", row.getString("cancel_receipt"),
                                "takenOn", row.getObject("cancelled_on", LocalDate.class),
                                "known", row.getBoolean("known")),
                        account,
                        key)
                .get(0);
    }

    /** A day's receipts by number, a page of them. @param after the last number of the page before */
    static JsonObject receipts(Tx tx, String account, LocalDate day, String after) throws SQLException {
        List<Sale> found = tx.query(
                COLUMNS
                        + "where account = ? and taken_on = ? and receipt is not null and receipt > ? order by receipt limit ?",
                Sale::of,
                account,
                day,
                after,
                A_PAGE);
        String next = found.size() < A_PAGE ? "" : found.get(A_PAGE - 1).receipt();
        return Docs.of(
                "day",
                day,
                "receipts",
                Docs.array(found.stream().map(Sale::told).toList()),
                "next",
                next);
    }

    /** For the tester's page. */
    public static List<Sale> newest(Tx tx, int most) throws SQLException {
        return tx.query(COLUMNS + "order by id desc limit ?", Sale::of, most);
    }

    static LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), PARIS);
    }
}
