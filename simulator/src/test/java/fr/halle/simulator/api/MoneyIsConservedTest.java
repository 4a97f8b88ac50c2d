package fr.halle.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.simulator.provider.Scenarios;
import fr.halle.simulator.provider.TestCard;
import fr.halle.simulator.provider.Time;
import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A long random life of a marketplace, with failures planned and calls repeated: what is in the wallets is what came in less what
 * went out, no wallet is below zero, and every transaction moved as much in as out.
 */
class MoneyIsConservedTest {

    private static final int STEPS = 250;

    private final Provider provider = Provider.running();
    private final List<String> payIns = new ArrayList<>();
    private final List<String> transfers = new ArrayList<>();
    private String payer = "";
    private String payerWallet = "";
    private String merchant = "";
    private String merchantWallet = "";
    private String account = "";
    private Random random = new Random(0);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_121, 4_807})
    void overARandomSequence(long seed) {
        random = new Random(seed);
        payer = provider.payer();
        payerWallet = provider.wallet(payer);
        merchant = provider.merchant("");
        merchantWallet = provider.wallet(merchant);
        account = provider.account(merchant);
        for (int i = 0; i < STEPS; i++) {
            step();
            provider.later(Duration.ofMillis(random.nextInt(1_500)));
        }
        JsonObject report = provider.get("report");
        assertThat(report.getBoolean("Balanced"))
                .as("seed %d: %s", seed, report)
                .isTrue();
        assertThat(provider.balance(payerWallet)).isNotNegative();
        assertThat(provider.balance(merchantWallet)).isNotNegative();
        assertThat(provider.fees()).isNotNegative();
        assertThat(List.of("PaidIn", "Refunded", "PaidOut", "Returned", "Fees"))
                .as("seed %d reached every corner: %s", seed, report)
                .allMatch(total -> report.getJsonNumber(total).longValue() > 0);
        assertThat(transfersThatLeak()).as("seed %d", seed).isZero();
    }

    @AfterEach
    void forgetThePlans() {
        provider.store().inTransaction(Scenarios::clear);
    }

    private void step() {
        switch (random.nextInt(9)) {
            case 0, 1 -> pay();
            case 2, 3 -> repeated("transfers", transfers, transferFields());
            case 4 -> refund("transfers", transfers);
            case 5 -> refund("payins", payIns);
            case 6 -> repeated("payouts/bankwire", new ArrayList<>(), payoutFields());
            case 7 -> plan();
            default -> Time.tick(provider.store());
        }
    }

    private void pay() {
        Answer created = provider.tryPost(
                Provider.key(), "payins/card/web", Provider.payInFields(payer, payerWallet, cents(30_000)));
        if (created.status() != 200) {
            return;
        }
        Card page = Card.of((JsonObject) created.body());
        page.pay(TestCard.values()[random.nextInt(TestCard.values().length)]);
        page.confirm(random.nextBoolean() ? "1234" : "4321");
        page.pay(TestCard.FRICTIONLESS);
        payIns.add(page.id());
    }

    private void refund(String of, List<String> initial) {
        if (!initial.isEmpty()) {
            String id = initial.get(random.nextInt(initial.size()));
            repeated(
                    of + "/" + id + "/refunds",
                    new ArrayList<>(),
                    "AuthorId",
                    payer,
                    "DebitedFunds",
                    Docs.euros(cents(9_000)),
                    "Fees",
                    Docs.euros(of.equals("transfers") ? -random.nextInt(100) : 0));
        }
    }

    /** As a careful caller does: the same key until an answer is known. */
    private void repeated(String path, List<String> made, Object... fields) {
        String key = Provider.key();
        Answer answer = provider.tryPost(key, path, fields);
        for (int i = 0; i < 3 && answer.status() >= 409; i++) {
            answer = provider.tryPost(key, path, fields);
        }
        if (answer.status() == 200) {
            made.add(((JsonObject) answer.body()).getString("Id"));
        }
    }

    private void plan() {
        String[][] mishaps = {
            {"transfer", "error-before"},
            {"transfer", "error-after-commit"},
            {"transfer", "timeout-after-commit"},
            {"transfer", "fail"},
            {"transfer-refund", "error-after-commit"},
            {"transfer-refund", "fail"},
            {"payin-refund", "error-before"},
            {"payin-refund", "fail"},
            {"payout", "return"},
            {"payout", "fail"},
            {"payout", "error-after-commit"},
            {"card", "chargeback"},
            {"card", "decline"}
        };
        String[] mishap = mishaps[random.nextInt(mishaps.length)];
        provider.plan(mishap[0], mishap[1], 1 + random.nextInt(2));
    }

    private Object[] transferFields() {
        long cents = cents(20_000);
        return new Object[] {
            "AuthorId", payer,
            "DebitedWalletId", payerWallet,
            "CreditedWalletId", merchantWallet,
            "DebitedFunds", Docs.euros(cents),
            "Fees", Docs.euros(cents * 29 / 1000)
        };
    }

    private Object[] payoutFields() {
        return new Object[] {
            "AuthorId", merchant,
            "DebitedWalletId", merchantWallet,
            "BankAccountId", account,
            "DebitedFunds", Docs.euros(cents(15_000)),
            "Fees", Docs.euros(random.nextInt(2))
        };
    }

    private long cents(int most) {
        return 2L + random.nextInt(most);
    }

    private long transfersThatLeak() {
        return provider.store()
                .inTransaction(tx -> tx.number(
                        "select count(*) from (select transaction_id from simulator.movement m join simulator.resource r"
                                + " on r.id = m.transaction_id where r.kind = 'TRANSFER' or r.doc->>'Type' = 'TRANSFER'"
                                + " group by 1 having sum(cents) <> 0) leaking"));
    }
}
