package fr.halle.simulator.outside;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.simulator.api.Provider;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Store;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/outside-system.md, from the side of whoever calls: signed by hand here, so that both sides cannot be wrong together. */
class TheOutsideSystemKeepsItsContractTest {

    private static final String KEY = "a-key-of-at-least-thirty-two-characters";
    private static final Store STORE = Provider.running().store();

    private final OutsideDoor door = new OutsideDoor(STORE, Clock.systemUTC());
    private final String sale = UUID.randomUUID().toString();

    @BeforeEach
    void connect() {
        System.setProperty("halle.outside.key.montagne.ecole", KEY);
        STORE.inTransaction(OutsidePlans::clear);
    }

    private static String body(String product, long cents) {
        return "{\"catalogue\":\"ESF-PRIVE\",\"reference\":\"EP-00042\",\"customer\":{\"name\":\"Camille"
                + " Lefèvre\",\"language\":\"fr\"},"
                + "\"lines\":[{\"product\":\"" + product + "\",\"label\":\"Cours\",\"quantity\":1,\"totalCents\":"
                + cents + "}]}";
    }

    private static OutsideCall signed(String method, String target, String key, String body) {
        String time = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        return signed(method, target, key, body, time, UUID.randomUUID().toString());
    }

    private static OutsideCall signed(
            String method, String target, String key, String body, String time, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
            String text = method + "\n" + target + "\n" + time + "\n" + nonce + "\n" + hash;
            Map<String, String> headers = new HashMap<>();
            headers.put("halle-key", "montagne.ecole");
            headers.put("halle-timestamp", time);
            headers.put("halle-nonce", nonce);
            headers.put(
                    "halle-signature",
                    "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
            headers.put("idempotency-key", key);
            return new OutsideCall(method, target, headers, body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutsideReply sell(String key, String body) {
        return door.enter(signed("POST", "/v1/sales", key, body));
    }

    private OutsideReply get(String target) {
        return door.enter(signed("GET", target, "", ""));
    }

    private static String type(OutsideReply reply) {
        return reply.status() + Docs.text(reply.body(), "type").replace("/problems/outside/", " ");
    }

    @Test
    void cataloguesAndTheirProductsAreRead() {
        assertThat(get("/v1/catalogues/esf-prive").body().getString("code")).isEqualTo("ESF-PRIVE");
        assertThat(type(get("/v1/catalogues/ESF-NONE"))).isEqualTo("404 catalogue-unknown");
        JsonObject told = get("/v1/catalogues/ESF-PRIVE/products?from=2027-02-13&to=2027-02-20")
                .body();
        List<JsonObject> products = told.getJsonArray("products").getValuesAs(JsonObject.class);
        assertThat(products.get(0).getJsonArray("places")).hasSize(8);
        assertThat(get("/v1/catalogues/ESF-TO-12/products")
                        .body()
                        .getJsonArray("products")
                        .getJsonObject(0))
                .containsKey("of");
    }

    @Test
    void aSaleIsTakenOnceHoweverOftenItIsSent() {
        OutsideReply first = sell(sale, body("PRIV-AD-1H", 6800));
        assertThat(first.status()).isEqualTo(201);
        OutsideReply again = sell(sale, body("PRIV-AD-1H", 6800));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(type(sell(sale, body("PRIV-AD-1H", 1)))).isEqualTo("422 key-reused");
        assertThat(get("/v1/sales/" + sale).body()).isEqualTo(first.body());
        assertThat(type(get("/v1/sales/" + UUID.randomUUID()))).isEqualTo("404 sale-unknown");
    }

    @Test
    void alsoFromSeveralAtOnce() {
        List<String> receipts = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> sell(sale, body("PRIV-FAM-3H", 19_800)).body().getString("receipt")))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(receipts).hasSize(1);
    }

    @Test
    void whatIsNotInItsCatalogueIsRefused() {
        assertThat(type(sell(sale, body("SPACESHIP", 1)))).isEqualTo("422 product-unknown");
        assertThat(type(sell(sale, body("PRIV-AD-1H", -1)))).isEqualTo("422 amount-wrong");
        assertThat(type(sell(sale, "[]"))).isEqualTo("400 not-json");
        assertThat(type(sell("1", body("PRIV-AD-1H", 1)))).isEqualTo("400 key-missing");
    }

    @Test
    void aCancellationMayOvertakeItsSale() {
        String path = "/v1/sales/" + sale + "/cancellation";
        OutsideReply cancelled = door.enter(signed("POST", path, sale, "{}"));
        assertThat(cancelled.body().getBoolean("known")).isFalse();
        assertThat(type(sell(sale, body("PRIV-AD-1H", 6800)))).isEqualTo("410 sale-cancelled");
        assertThat(door.enter(signed("POST", path, sale, "{}")).body()).isEqualTo(cancelled.body());
    }

    @Test
    void aDaysReceiptsSayWhatWasCancelled() {
        JsonObject receipt = sell(sale, body("PRIV-AD-1H", 6800)).body();
        door.enter(signed("POST", "/v1/sales/" + sale + "/cancellation", sale, "{}"));
        JsonObject day = get("/v1/receipts?day=" + receipt.getString("takenOn")).body();
        assertThat(day.getJsonArray("receipts").getValuesAs(JsonObject.class))
                .filteredOn(one -> one.getString("key").equals(sale))
                .singleElement()
                .satisfies(one -> assertThat(one.getBoolean("cancelled")).isTrue());
    }

    @Test
    void whatWasChangedOnTheWayIsRefused() {
        OutsideCall good = signed("POST", "/v1/sales", sale, body("PRIV-AD-1H", 6800));
        assertThat(type(door.enter(new OutsideCall("POST", "/v1/sales", good.headers(), body("PRIV-AD-1H", 1)))))
                .isEqualTo("401 signature-wrong");
        assertThat(type(door.enter(new OutsideCall("GET", "/v1/sales", good.headers(), good.body()))))
                .isEqualTo("401 signature-wrong");
        assertThat(type(door.enter(new OutsideCall("POST", "/v1/sales?x=1", good.headers(), good.body()))))
                .isEqualTo("401 signature-wrong");
        Map<String, String> stranger = new HashMap<>(good.headers());
        stranger.put("halle-key", "montagne.chalets");
        assertThat(type(door.enter(new OutsideCall("POST", "/v1/sales", stranger, good.body()))))
                .isEqualTo("401 key-unknown");
        assertThat(type(get("/v1/sales/" + sale))).as("nothing was taken").isEqualTo("404 sale-unknown");
    }

    @Test
    void whatIsSentAgainWordForWordIsRefused() {
        OutsideCall call = signed("GET", "/v1/catalogues/ESF-PRIVE", "", "");
        assertThat(door.enter(call).status()).isEqualTo(200);
        assertThat(type(door.enter(call))).isEqualTo("401 replayed");
    }

    @Test
    void whatComesTooLateOrTooEarlyIsRefused() {
        long now = Clock.systemUTC().instant().getEpochSecond();
        for (long second : new long[] {now - 301, now + 310, 0}) {
            assertThat(type(door.enter(signed(
                            "GET",
                            "/v1/catalogues/ESF-PRIVE",
                            "",
                            "",
                            Long.toString(second),
                            UUID.randomUUID().toString()))))
                    .isEqualTo("401 clock-skew");
        }
    }

    @Test
    void itFailsWhenItIsAskedTo() {
        assertThat(mishap(Mishap.DOWN).status()).isEqualTo(503);
        assertThat(mishap(Mishap.ERROR).status()).isEqualTo(500);
        assertThat(type(get("/v1/sales/" + sale))).as("nothing was done").isEqualTo("404 sale-unknown");
        assertThat(type(mishap(Mishap.UNKNOWN_PRODUCT))).isEqualTo("422 product-unknown");
        assertThat(mishap(Mishap.ERROR_AFTER_COMMIT).status()).isEqualTo(500);
        assertThat(get("/v1/sales/" + sale).status()).as("it was done").isEqualTo(200);
        assertThat(mishap(Mishap.TIMEOUT_AFTER_COMMIT).delayMillis()).isEqualTo(7000);
    }

    @Test
    void aSaleBookedTwiceHasTwoReceipts() {
        String day = mishap(Mishap.DOUBLE_RECEIPT).body().getString("takenOn");
        assertThat(get("/v1/receipts?day=" + day)
                        .body()
                        .getJsonArray("receipts")
                        .getValuesAs(JsonObject.class))
                .filteredOn(one -> one.getString("key").equals(sale))
                .hasSize(2);
    }

    private OutsideReply mishap(Mishap mishap) {
        STORE.inTransaction(tx -> {
            OutsidePlans.plan(tx, mishap, 1, 7000);
            return true;
        });
        return sell(sale, body("PRIV-AD-1H", 6800));
    }
}
