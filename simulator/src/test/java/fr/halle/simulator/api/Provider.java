package fr.halle.simulator.api;

import fr.halle.simulator.provider.Scenario;
import fr.halle.simulator.provider.Scenarios;
import fr.halle.simulator.provider.TestCard;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A provider on a real PostgreSQL, spoken to as the shop's adapter does, with a clock the test moves. One per test run. */
public final class Provider {

    private static final Provider ONE = new Provider();
    private static final String OWN = "halle-demo/";

    private final MovableClock clock = new MovableClock();
    private final Store store;
    private final Door door;

    private Provider() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setURL(postgres.getJdbcUrl("postgres", "postgres"));
            dataSource.setStringType("unspecified");
            store = new Store(dataSource, clock);
            store.createTables();
            door = new Door(store, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bought anew for each call, because tests move the clock past a token's life. */
    public String bearer() {
        String basic = Base64.getEncoder().encodeToString("halle-demo:halle-demo-key".getBytes(StandardCharsets.UTF_8));
        Answer token = door.enter(new Call("POST", "oauth/token", "Basic " + basic, "", Map.of(), "", ""));
        return "Bearer " + ((JsonObject) token.body()).getString("access_token");
    }

    public static Provider running() {
        return ONE;
    }

    public Door door() {
        return door;
    }

    public Store store() {
        return store;
    }

    public void later(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public Answer call(String method, String path, String authorization, String key, JsonObject body) {
        return door.enter(new Call(
                method, path, authorization, key, Map.of(), body.toString(), "http://localhost:8080/simulator"));
    }

    public Answer tryPost(String key, String path, Object... pairs) {
        return call("POST", OWN + path, bearer(), key, Docs.of(pairs));
    }

    /** A call that is expected to be answered 200. */
    public JsonObject post(String path, Object... pairs) {
        return expectOk(tryPost(key(), path, pairs));
    }

    public Answer tryGet(String path) {
        return call("GET", path.equals("report") ? path : OWN + path, bearer(), "", Docs.EMPTY);
    }

    public JsonObject get(String path) {
        return expectOk(tryGet(path));
    }

    public JsonArray list(String path, Map<String, String> query) {
        return (JsonArray) door.enter(new Call("GET", OWN + path, bearer(), "", query, "", ""))
                .body();
    }

    public long balance(String wallet) {
        return Docs.cents(get("wallets/" + wallet), "Balance");
    }

    public long fees() {
        return Docs.cents(get("clients/wallets/fees/EUR"), "Balance");
    }

    public Scenario plan(String operation, String effect, int times) {
        return store.inTransaction(tx -> Scenarios.plan(tx, operation, effect, times, Scenarios.DEFAULT_DELAY_MILLIS));
    }

    public String payer() {
        return post("sca/users/natural", "FirstName", "Camille", "LastName", "Morel", "Email", "camille@example.org")
                .getString("Id");
    }

    public String merchant(String tag) {
        return post("sca/users/legal", "Name", "La Cave", "Email", "cave@example.org", "Tag", tag)
                .getString("Id");
    }

    public String wallet(String owner) {
        return post("wallets", "Owners", Docs.array(List.of(owner)), "Currency", "EUR", "Description", "test")
                .getString("Id");
    }

    public String account(String merchant) {
        return post(
                        "users/" + merchant + "/bankaccounts/iban",
                        "OwnerName",
                        "La Cave",
                        "IBAN",
                        "FR7630006000011234567890189")
                .getString("Id");
    }

    public JsonObject payIn(String author, String wallet, long cents, Object... more) {
        return post("payins/card/web/", payInFields(author, wallet, cents, more));
    }

    public static Object[] payInFields(String author, String wallet, long cents, Object... more) {
        Object[] fields = {
            "AuthorId",
            author,
            "CreditedWalletId",
            wallet,
            "DebitedFunds",
            Docs.euros(cents),
            "Fees",
            Docs.euros(0),
            "ReturnURL",
            "http://terroir.localhost:8080/back?order=7",
            "Culture",
            "FR"
        };
        Object[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    /** A wallet of a new payer with money in it, paid by card. */
    public String funded(String payer, long cents) {
        String wallet = wallet(payer);
        Card.of(payIn(payer, wallet, cents)).pay(TestCard.FRICTIONLESS);
        return wallet;
    }

    private static JsonObject expectOk(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return (JsonObject) answer.body();
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
