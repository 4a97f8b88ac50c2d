package fr.halle.simulator.outside;

import fr.halle.simulator.outside.OutsideBooks.Sale;
import fr.halle.simulator.outside.OutsidePlans.Plan;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Store;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where every call of the outside system's contract comes in: signature, the tester's plan, the effect and its answer. */
public final class OutsideDoor {

    private static final String KEY = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final Pattern CATALOGUE = Pattern.compile("/v1/catalogues/([A-Za-z0-9._-]{1,40})");
    private static final Pattern PRODUCTS = Pattern.compile(CATALOGUE + "/products");
    private static final Pattern SALE = Pattern.compile("/v1/sales/" + KEY);
    private static final Pattern CANCELLATION = Pattern.compile("/v1/sales/" + KEY + "/cancellation");
    private static final String SALES = "/v1/sales";
    private static final int MOST_LINES = 100;
    private static final int A_WEEK = 7;

    private final Store store;
    private final Signatures signatures;

    public OutsideDoor(Store store, Clock clock) {
        this.store = store;
        this.signatures = new Signatures(store, clock);
    }

    public OutsideReply enter(OutsideCall call) {
        try {
            String account = signatures.check(call);
            boolean sale = call.method().equals("POST") && call.path().equals(SALES);
            Optional<Plan> plan = store.inTransaction(tx -> OutsidePlans.take(tx, sale));
            Mishap mishap = plan.map(Plan::mishap).orElse(null);
            if (mishap == Mishap.DOWN) {
                return OutsideReply.problem(503, "unavailable", "Planned: out of service, nothing was done.");
            }
            if (mishap == Mishap.ERROR) {
                return OutsideReply.problem(500, "internal", "Planned: an error of its own, nothing was done.");
            }
            OutsideReply reply = store.inTransaction(tx -> act(tx, account, call, mishap));
            if (mishap == Mishap.ERROR_AFTER_COMMIT) {
                return OutsideReply.problem(500, "internal", "Planned: an error after it was done.");
            }
            boolean late = mishap == Mishap.SLOW || mishap == Mishap.TIMEOUT_AFTER_COMMIT;
            return late ? reply.late(plan.map(Plan::delayMillis).orElse(0)) : reply;
        } catch (OutsideRefusal refused) {
            return refused.reply();
        }
    }

    private static OutsideReply act(Tx tx, String account, OutsideCall call, @Nullable Mishap mishap)
            throws SQLException {
        String route = call.method() + " " + call.path();
        if (route.equals("POST " + SALES)) {
            return take(tx, account, call, mishap);
        }
        if (route.equals("GET /v1/receipts")) {
            return OutsideReply.of(
                    200, OutsideBooks.receipts(tx, account, day(call.query("day")), call.query("after")));
        }
        Matcher cancellation = CANCELLATION.matcher(call.path());
        if (call.method().equals("POST") && cancellation.matches()) {
            return OutsideReply.of(200, OutsideBooks.cancel(tx, account, cancellation.group(1)));
        }
        if (call.method().equals("GET")) {
            return read(tx, account, call);
        }
        throw new OutsideRefusal(404, "not-found", "There is nothing here.");
    }

    private static OutsideReply read(Tx tx, String account, OutsideCall call) throws SQLException {
        Matcher catalogue = CATALOGUE.matcher(call.path());
        if (catalogue.matches()) {
            return OutsideReply.of(200, Catalogues.head(Catalogues.of(account, catalogue.group(1))));
        }
        Matcher products = PRODUCTS.matcher(call.path());
        if (products.matches()) {
            boolean dated = !call.query("from").isEmpty();
            LocalDate from = dated ? day(call.query("from")) : OutsideBooks.today(tx);
            LocalDate to = dated ? day(call.query("to")) : from.plusDays(A_WEEK);
            return OutsideReply.of(200, Catalogues.products(Catalogues.of(account, products.group(1)), from, to));
        }
        Matcher sale = SALE.matcher(call.path());
        if (sale.matches()) {
            Sale found = OutsideBooks.find(tx, account, sale.group(1))
                    .orElseThrow(() -> new OutsideRefusal(404, "sale-unknown", "There is no such sale."));
            return told(200, found);
        }
        throw new OutsideRefusal(404, "not-found", "There is nothing here.");
    }

    private static OutsideReply take(Tx tx, String account, OutsideCall call, @Nullable Mishap mishap)
            throws SQLException {
        String key = call.header("idempotency-key");
        must(key.matches(KEY), 400, "key-missing", "An Idempotency-Key, a UUID, is expected.");
        String sha256 = Signatures.sha256(call.body());
        Optional<Sale> known = OutsideBooks.find(tx, account, key);
        if (known.isPresent()) {
            String before = known.get().sha256();
            boolean same = before.isEmpty()
                    || MessageDigest.isEqual(
                            before.getBytes(StandardCharsets.US_ASCII), sha256.getBytes(StandardCharsets.US_ASCII));
            must(same, 422, "key-reused", "This key was another sale's.");
            return told(200, known.get());
        }
        JsonObject body = body(call.body());
        check(account, body, mishap);
        OutsideBooks.take(tx, account, key, false, body, sha256);
        if (mishap == Mishap.DOUBLE_RECEIPT) {
            OutsideBooks.take(tx, account, key, true, body, sha256);
        }
        return told(201, OutsideBooks.find(tx, account, key).orElseThrow());
    }

    private static OutsideReply told(int status, Sale sale) {
        must(!sale.receipt().isEmpty(), 410, "sale-cancelled", "This sale was cancelled before it came.");
        return OutsideReply.of(status, sale.told());
    }

    private static void check(String account, JsonObject body, @Nullable Mishap mishap) {
        JsonObject catalogue = Catalogues.of(account, Docs.text(body, "catalogue"));
        must(
                body.get("lines") instanceof JsonArray lines && !lines.isEmpty() && lines.size() <= MOST_LINES,
                422,
                "lines-wrong",
                "1 to 100 lines are expected.");
        must(body.get("customer") instanceof JsonObject, 422, "customer-missing", "The customer's name is expected.");
        for (JsonValue one : body.getJsonArray("lines")) {
            must(one instanceof JsonObject, 422, "lines-wrong", "A line is an object.");
            JsonObject line = one.asJsonObject();
            boolean unknown =
                    mishap == Mishap.UNKNOWN_PRODUCT || !Catalogues.has(catalogue, Docs.text(line, "product"));
            must(!unknown, 422, "product-unknown", "The catalogue has no product " + Docs.text(line, "product") + ".");
            must(isAtLeast(line, "quantity", 1), 422, "quantity-wrong", "A quantity of 1 or more is expected.");
            must(isAtLeast(line, "totalCents", 0), 422, "amount-wrong", "An amount in cents is expected.");
        }
    }

    private static boolean isAtLeast(JsonObject line, String field, long least) {
        return line.get(field) instanceof JsonNumber number && number.isIntegral() && number.longValue() >= least;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new OutsideRefusal(400, "day-wrong", "A day is expected, such as 2027-02-17.");
        }
    }

    private static JsonObject body(String text) {
        try {
            return Docs.parse(text);
        } catch (JsonException e) {
            throw new OutsideRefusal(400, "not-json", "The body is not a JSON object.");
        }
    }

    private static void must(boolean holds, int status, String type, String title) {
        if (!holds) {
            throw new OutsideRefusal(status, type, title);
        }
    }
}
