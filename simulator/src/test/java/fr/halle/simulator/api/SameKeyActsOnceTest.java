package fr.halle.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repeated call, whatever became of the first one's answer. */
class SameKeyActsOnceTest {

    private final Provider provider = Provider.running();
    private String payer = "";
    private String from = "";
    private String to = "";

    @BeforeEach
    void twoWallets() {
        payer = provider.payer();
        from = provider.funded(payer, 10_000);
        to = provider.wallet(provider.merchant(""));
    }

    @Test
    void evenFromEightThreadsAtOnce() throws Exception {
        String key = Provider.key();
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Answer>> calls = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> transfer(key))
                .toList();
        int done = 0;
        for (var call : threads.invokeAll(calls)) {
            done += call.get().status() == 200 ? 1 : 0;
            assertThat(call.get().status()).isIn(200, 409);
        }
        threads.shutdown();
        assertThat(done).isEqualTo(1);
        assertThat(provider.balance(from)).isEqualTo(9_000);
        assertThat(provider.balance(to)).isEqualTo(970);
    }

    @Test
    void answerLostAfterTheCommitIsFoundUnderTheKey() {
        String key = Provider.key();
        provider.plan("transfer", "error-after-commit", 1);
        assertThat(transfer(key).status()).isEqualTo(504);
        assertThat(transfer(key).status()).isEqualTo(409);

        JsonObject first = provider.get("responses/" + key);
        assertThat(first.getString("StatusCode")).isEqualTo("200");
        assertThat(first.getJsonObject("Resource").getString("Status")).isEqualTo("SUCCEEDED");
        assertThat(provider.balance(from)).isEqualTo(9_000);
    }

    @Test
    void answerThatComesTooLateIsFoundUnderTheKey() {
        String key = Provider.key();
        provider.plan("transfer", "timeout-after-commit", 1);
        assertThat(transfer(key).delayMillis()).isEqualTo(30_000);
        assertThat(provider.get("responses/" + key).getJsonObject("Resource").getString("CreditedWalletId"))
                .isEqualTo(to);
    }

    @Test
    void errorBeforeTheEffectLeavesTheKeyFree() {
        String key = Provider.key();
        provider.plan("transfer", "error-before", 1);
        assertThat(transfer(key).status()).isEqualTo(503);
        assertThat(provider.tryGet("responses/" + key).status()).isEqualTo(404);
        assertThat(provider.balance(from)).isEqualTo(10_000);
        assertThat(transfer(key).status()).isEqualTo(200);
        assertThat(provider.balance(from)).isEqualTo(9_000);
    }

    @Test
    void refusalIsRememberedToo() {
        String key = Provider.key();
        assertThat(provider.tryPost(key, "wallets", "Currency", "USD").status()).isEqualTo(400);
        assertThat(provider.tryPost(key, "wallets", "Currency", "EUR").status()).isEqualTo(409);
        assertThat(provider.get("responses/" + key).getString("StatusCode")).isEqualTo("400");
    }

    @Test
    void keyOfTheWrongShapeIsRefused() {
        assertThat(transfer("short").status()).isEqualTo(400);
    }

    private Answer transfer(String key) {
        return provider.tryPost(
                key,
                "transfers",
                "AuthorId",
                payer,
                "DebitedWalletId",
                from,
                "CreditedWalletId",
                to,
                "DebitedFunds",
                Docs.euros(1_000),
                "Fees",
                Docs.euros(30));
    }
}
