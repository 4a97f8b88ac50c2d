package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The shop is killed (kill -9) three times in the middle of everything that moves money, at moments that the scripted provider holds
 * still: it has done what it was asked, and its answer has not come. Started again, the shop finds out: nothing is lost, and nothing
 * is done twice (C02, C15, T05, T06, K2).
 */
class MoneyOutlivesAKilledShopIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PORTAL = "terroir";
    private static final String EGGS = "oeufs-plein-air";
    private static final String TEA = "the-de-noel";
    private static final String JUICE = "jus-raisin";

    /** Two chunks of the collection: ten payments, and the rest. */
    private static final int ORDERS = 13;

    private static final int SHARES = 3 * ORDERS;

    /** In the second chunk. */
    private static final int TRANSFERS_BEFORE_THE_FIRST_KILL = 32;

    /** More than the shop asks in a test. */
    private static final int EVERY = 1000;

    private static final String MONEY_IN_BANK = "select sum(amount_cents) from payout where state = 'PAID'";
    private static final String OPERATORS_TOKEN = "halle_of-the-operator";

    @Test
    void everyCentMovesOnce() throws Exception {
        RunningShop shop = RunningShop.own("money");
        try (shop) {
            ScriptedProvider provider = new ScriptedProvider(shop);
            theTestDecidesWhenJobsRun(shop);
            List<CardPayer> customers = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                customers.add(wants(shop, i).orders().pays());
            }
            CardPayer atThePage = wants(shop, ORDERS).orders();
            CardPayer atTheButton = wants(shop, ORDERS + 1);

            dieInTheCollection(shop, provider, atThePage, atTheButton);
            later(shop, "6 minutes");
            shop.start();
            provider.behaves();
            whoPaidHasAnOrder(shop, provider, atThePage, atTheButton);
            everyShareWasCollectedOnce(shop, provider);
            nobodyWaitsForAcceptance(shop);

            dieInRefundsAndTheRelease(
                    shop, provider, customers.get(0).number(), customers.get(1).number());
            later(shop, "10 minutes");
            shop.start();
            provider.behaves();

            dieInThePayouts(shop, provider);
            later(shop, "10 minutes");
            shop.start();
            provider.behaves();
            everythingIsPaidOutOnce(shop, provider);
            whatTheBankSendsBackLeavesAgain(shop, provider);
        }
        assertThat(shop.hasLeftItsDatabaseRunning())
                .as("stopped and not killed, it stops its database too")
                .isFalse();
    }

    private static CardPayer wants(RunningShop shop, int number) {
        return CardPayer.wants(shop, PORTAL, "client" + number + "@example.org", EGGS, TEA, JUICE);
    }

    /** As if each had just run; the operator starts them. */
    private static void theTestDecidesWhenJobsRun(RunningShop shop) {
        shop.update(
                "insert into job_rhythm (job, last_started_at) select job, now() + interval '1 year' from unnest(array["
                        + "'expired-holds', 'unknown-payments', 'collection', 'collection-followup', 'release', 'payout', 'payout-followup',"
                        + " 'balance-links', 'refund-followup', 'unaccepted', 'completion', 'outside-sales', 'quotes']) as job on conflict (job) do update set last_started_at = excluded.last_started_at");
        shop.update("insert into api_token (id, token_hash, user_id, label, created_at, expires_at) select -1, sha256('"
                + OPERATORS_TOKEN + "'), id, 'test', now(), now() + interval '300 days' from user_account"
                + " where login = 'exploitant@terroir.demo'");
    }

    /** Merchants are paid ten business days after an order here, accepted or not: none is called off meanwhile (O18). */
    private static void nobodyWaitsForAcceptance(RunningShop shop) {
        shop.update("update customer_order set settings = settings || '{\"accept.remind_hours\": \"0\","
                + " \"accept.escalate_hours\": \"0\", \"accept.cancel_hours\": \"0\"}'");
    }

    /** The shop is down for a while. */
    private static void later(RunningShop shop, String interval) {
        shop.update("update clock_shift set seconds = seconds + extract(epoch from interval '" + interval + "')");
    }

    /** In one moment: a transfer of the second chunk, the question about a paid page, and the making of a page. */
    private static void dieInTheCollection(
            RunningShop shop, ScriptedProvider provider, CardPayer atThePage, CardPayer atTheButton) {
        provider.losesNotifications(EVERY);
        String back = atThePage.paysAndStays();
        provider.isSlow("transfer", TRANSFERS_BEFORE_THE_FIRST_KILL - 1, Duration.ZERO);
        provider.doesAndFallsSilent("transfer", 10);
        try (ControlRoom room = ControlRoom.of(shop)) {
            room.press("collection");
            Await.until(
                    PATIENCE,
                    "a transfer was made without an answer",
                    () -> provider.made("TRANSFER") >= TRANSFERS_BEFORE_THE_FIRST_KILL);
        }
        // Every one: somebody may still be asking about an order before this, which the provider called about.
        provider.doesAndFallsSilent("read", EVERY);
        long silent = provider.planned("read");
        CompletableFuture<Void> returns = started(() -> atThePage.comesBack(back));
        Await.until(PATIENCE, "the paid page is asked about", () -> provider.planned("read") < silent);
        provider.doesAndFallsSilent("payin", 1);
        CompletableFuture<Void> presses = started(atTheButton::orders);
        Await.until(PATIENCE, "the page is made", () -> provider.made("PAYIN") == ORDERS + 2);
        shop.kill();
        returns.join();
        presses.join();

        assertThat(shop.number("select count(*) from payment_share where transfer_id is not null"))
                .as("killed between a transfer and its record")
                .isLessThan(provider.made("TRANSFER"));
        assertThat(shop.number("select count(*) from payment where state in ('REDIRECTED', 'INITIATED')"))
                .as("killed between the provider's yes and ours")
                .isEqualTo(2);
        assertThat(provider.made("PAYIN", "doc ->> 'Status' = 'SUCCEEDED'")).isEqualTo(ORDERS + 1);
        assertThat(shop.number("select count(*) from customer_order")).isEqualTo(ORDERS);
    }

    /** One of them never comes back: the clock asks. The other presses again. */
    private static void whoPaidHasAnOrder(
            RunningShop shop, ScriptedProvider provider, CardPayer atThePage, CardPayer atTheButton) {
        try (ControlRoom room = ControlRoom.of(shop)) {
            assertThat(room.state("collection")).as("interrupted").isEqualTo("error");
            room.press("unknown-payments");
            room.awaitState("unknown-payments", "ok");
        }
        assertThat(shop.number("select count(*) from customer_order where email = 'client" + ORDERS + "@example.org'"))
                .as("the order of %s", atThePage)
                .isEqualTo(1);
        Await.until(
                PATIENCE, "the page is found again", () -> atTheButton.orders().hasPage());
        atTheButton.pays();
        assertThat(atTheButton.statusOfOrder()).isEqualTo(200);
        assertThat(provider.made("PAYIN")).as("one page for each order").isEqualTo(ORDERS + 2);
        assertThat(shop.number("select count(*) from customer_order")).isEqualTo(ORDERS + 2);
    }

    private static void everyShareWasCollectedOnce(RunningShop shop, ScriptedProvider provider) {
        long shares = SHARES + 6;
        try (ControlRoom room = ControlRoom.of(shop)) {
            room.press("collection");
            room.awaitState("collection", "ok");
            assertThat(room.history("collection"))
                    .as("the killed run and the new one")
                    .hasSize(2);
            room.seesEveryCheckGreen();
        }
        assertThat(shop.number("select count(*) from payment where state <> 'CAPTURED'"))
                .isZero();
        assertThat(shop.number("select count(distinct transfer_id) from payment_share"))
                .isEqualTo(shares);
        assertThat(provider.made("TRANSFER")).as("one transfer for each part").isEqualTo(shares);
    }

    /**
     * Again in one moment: a refund whose card was credited without an answer, one between the merchant's wallet and the card, and
     * the release, held in the middle of its chunk by somebody who has locked the merchants.
     */
    private static void dieInRefundsAndTheRelease(
            RunningShop shop, ScriptedProvider provider, String first, String second) throws SQLException {
        try (ControlRoom room = ControlRoom.of(shop);
                Connection other = DriverManager.getConnection(shop.databaseUrl());
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            provider.doesAndFallsSilent("payin-refund", 10);
            cancel(shop, first + "-001");
            Await.until(
                    PATIENCE,
                    "the card is credited",
                    () -> provider.made("REFUND", "doc ->> 'InitialTransactionType' = 'PAYIN'") == 1);
            provider.doesAndFallsSilent("read", EVERY);
            cancel(shop, second + "-002");
            Await.until(
                    PATIENCE,
                    "the merchant's money is taken back",
                    () -> provider.made("REFUND", "doc ->> 'InitialTransactionType' = 'TRANSFER'") == 2);
            lock.execute("select id from merchant where portal_id = (select id from portal where slug = '" + PORTAL
                    + "') for update");
            room.tenBusinessDaysLater();
            Await.until(
                    PATIENCE,
                    "the release waits in its chunk",
                    () -> shop.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
            shop.kill();
        }
        assertThat(shop.number(
                        "select count(*) from refund where transfer_refund_id is not null and payin_refund_id is null"))
                .as("killed before the card's refund is known")
                .isPositive();
        assertThat(provider.made("REFUND", "doc ->> 'InitialTransactionType' = 'PAYIN'"))
                .as("killed between the two halves of the other")
                .isEqualTo(1);
        assertThat(shop.number("select count(*) from payment_share where released_at is not null"))
                .as("killed in the middle of the chunk, which is whole or not at all")
                .isZero();
    }

    private static void cancel(RunningShop shop, String part) {
        Http.Answer answer = Http.of(shop, PORTAL)
                .ask(
                        "POST",
                        "/api/v1/merchant/parts/" + part + "/moves",
                        "{\"move\":\"CANCEL\",\"version\":0,\"reason\":\"Plus en stock\"}",
                        "Content-Type: application/json",
                        "Authorization: Bearer " + OPERATORS_TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void dieInThePayouts(RunningShop shop, ScriptedProvider provider) {
        provider.isSlow("payout", 1, Duration.ZERO);
        provider.doesAndFallsSilent("payout", 10);
        try (ControlRoom room = ControlRoom.of(shop)) {
            room.runAll();
            Await.until(PATIENCE, "a payout left without an answer", () -> provider.made("PAYOUT") >= 2);
            shop.kill();
        }
        assertThat(shop.number("select count(*) from payout where provider_id is not null"))
                .as("killed between a payout and its record")
                .isLessThan(provider.made("PAYOUT"));
    }

    private static void everythingIsPaidOutOnce(RunningShop shop, ScriptedProvider provider) {
        try (ControlRoom room = ControlRoom.of(shop)) {
            room.runAll();
            Await.until(
                    PATIENCE,
                    "every payout and every refund is known",
                    () -> shop.number("select (select count(*) from payout where provider_id is not null)"
                                    + " + (select count(*) from refund where state = 'SUCCEEDED')")
                            == 3 + 2);
            room.anHourLater();
            Await.until(PATIENCE, "every merchant is paid", () -> {
                room.press("payout-followup");
                return payouts(shop, "PAID") == 3;
            });
        }
        assertThat(provider.made("PAYOUT")).as("one payout for each merchant").isEqualTo(3);
        assertThat(provider.made("REFUND")).as("two halves of two refunds").isEqualTo(4);
        assertThat(provider.made("TRANSFER")).isEqualTo(SHARES + 6);
        assertThat(provider.made("PAYIN")).isEqualTo(ORDERS + 2);
        assertThat(
                        provider.number(
                                "select sum((doc -> 'CreditedFunds' ->> 'Amount')::bigint) from simulator.resource where kind = 'PAYOUT'"))
                .as("what the merchants' parts brought them")
                .isEqualTo(shop.number("select sum(gross_cents - fee_cents - tax_cents) from payment_share"
                        + " where refunded_cents = 0"));
        assertThat(shop.number("select sum(amount_cents) from posting")).isZero();
        assertThat(shop.number("select count(*) from notification where event = 'REFUND_SUCCEEDED'"))
                .isEqualTo(2);
        assertThat(shop.number("select count(*) from notification where event = 'ORDER_LINE_CONFIRMED'"))
                .as("one confirmation for each prestation (C06)")
                .isEqualTo(SHARES + 6);
    }

    /** Sent back by the bank, then refused by the provider: the operator lets it leave each time, and it arrives once. */
    private static void whatTheBankSendsBackLeavesAgain(RunningShop shop, ScriptedProvider provider) {
        long cents = shop.number(MONEY_IN_BANK);
        provider.sendsBackThePayout(shop.text("select provider_id from payout order by id limit 1"));
        try (ControlRoom room = ControlRoom.of(shop)) {
            Await.until(PATIENCE, "the return is known", () -> {
                room.press("payout-followup");
                return payouts(shop, "RETURNED") == 1;
            });
            assertThat(shop.number(MONEY_IN_BANK)).isLessThan(cents);
            assertThat(shop.text("select last_error from payout where state = 'RETURNED'"))
                    .as("the bank's reason, for the operator")
                    .contains("bank account is closed");
            provider.refusesThePayout();
            room.letsThePayoutLeaveAgain();
            room.press("payout");
            Await.until(PATIENCE, "the refusal is known", () -> {
                room.press("payout-followup");
                return payouts(shop, "FAILED") == 1;
            });
            room.letsThePayoutLeaveAgain();
            room.press("payout");
            Await.until(PATIENCE, "the bank has it", () -> {
                room.press("payout-followup");
                return payouts(shop, "PAID") == 3;
            });
            room.seesEveryCheckGreen();
        }
        assertThat(shop.number(MONEY_IN_BANK)).as("to the cent").isEqualTo(cents);
    }

    private static long payouts(RunningShop shop, String state) {
        return shop.number("select count(*) from payout where state = '" + state + "'");
    }

    /** What the kill interrupts. */
    private static CompletableFuture<Void> started(Runnable request) {
        return CompletableFuture.runAsync(() -> {
            try {
                request.run();
            } catch (RuntimeException | AssertionError interrupted) {
                // The answer that nobody gets any more.
            }
        });
    }
}
