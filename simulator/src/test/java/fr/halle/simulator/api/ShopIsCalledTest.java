package fr.halle.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.halle.simulator.provider.HookQueue;
import fr.halle.simulator.provider.TestCard;
import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notifications as they come: once, twice, late, out of order, or not at all, and again after a failure or a restart. */
class ShopIsCalledTest {

    private final Provider provider = Provider.running();
    private final HookQueue queue = new HookQueue(provider.store());
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer shop;
    private String hook = "";

    @BeforeEach
    void theShopRegisters() throws IOException {
        provider.store().inTransaction(tx -> tx.execute("delete from simulator.resource where kind = 'HOOK'"));
        provider.store().inTransaction(tx -> tx.execute("delete from simulator.delivery"));
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/avis", exchange -> {
            received.add(exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        shop.start();
        hook = provider.post("hooks", "EventType", "PAYIN_NORMAL_SUCCEEDED", "Url", url())
                .getString("Id");
    }

    @AfterEach
    void theShopCloses() {
        shop.stop(0);
    }

    @Test
    void isCalledOncePerChangeWithTheReferenceOnly() {
        String payIn = paid();
        queue.deliver();
        queue.deliver();
        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("EventType=PAYIN_NORMAL_SUCCEEDED&RessourceId=" + payIn + "&Date=");
    }

    @Test
    void isCalledAgainUntilItAnswers() {
        answer = 500;
        paid();
        queue.deliver();
        queue.deliver();
        assertThat(received).hasSize(1);
        answer = 200;
        provider.later(Duration.ofSeconds(6));
        new HookQueue(provider.store()).deliver();
        assertThat(received).hasSize(2);
    }

    @Test
    void hookThatNeverAnswersBecomesInvalid() {
        answer = 500;
        paid();
        IntStream.range(0, 9).forEach(i -> {
            queue.deliver();
            provider.later(Duration.ofHours(9));
        });
        assertThat(received).hasSize(8);
        assertThat(provider.get("hooks/" + hook).getString("Validity")).isEqualTo("INVALID");
    }

    @Test
    void doubledCallComesTwice() {
        provider.plan("hook", "twice", 1);
        paid();
        queue.deliver();
        assertThat(received).hasSize(2);
    }

    @Test
    void lostCallNeverComesButTheEventIsListed() {
        provider.plan("hook", "lose", 1);
        String payIn = paid();
        provider.later(Duration.ofHours(1));
        queue.deliver();
        assertThat(received).isEmpty();
        assertThat(provider.list("events", Map.of("EventType", "PAYIN_NORMAL_SUCCEEDED", "Page", "1"))
                        .toString())
                .contains(payIn);
    }

    @Test
    void lateCallComesLate() {
        provider.plan("hook", "late", 1);
        paid();
        queue.deliver();
        assertThat(received).isEmpty();
        provider.later(Duration.ofSeconds(31));
        queue.deliver();
        assertThat(received).hasSize(1);
    }

    @Test
    void reorderedCallIsOvertaken() {
        provider.plan("hook", "reorder", 1);
        String first = paid();
        String second = paid();
        queue.deliver();
        provider.later(Duration.ofSeconds(6));
        queue.deliver();
        assertThat(received).hasSize(2);
        assertThat(received.get(0)).contains(second);
        assertThat(received.get(1)).contains(first);
    }

    @Test
    void onlyThisMachineCanBeCalled() {
        Answer refused = provider.tryPost(
                Provider.key(), "hooks", "EventType", "PAYIN_NORMAL_FAILED", "Url", "http://192.0.2.1/avis");
        assertThat(refused.status()).isEqualTo(400);
    }

    private String paid() {
        String payer = provider.payer();
        JsonObject payIn = provider.payIn(payer, provider.wallet(payer), 100);
        Card.of(payIn).pay(TestCard.FRICTIONLESS);
        return Docs.text(payIn, "Id");
    }

    private String url() {
        return "http://localhost:" + shop.getAddress().getPort() + "/avis";
    }
}
