package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The payment provider's side of a running shop: what is to go wrong there, and what it really did. */
final class ScriptedProvider {

    /** Far longer than the shop waits. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    private final RunningShop shop;

    ScriptedProvider(RunningShop shop) {
        this.shop = shop;
    }

    /** The next calls are made, and their answers do not come. */
    void doesAndFallsSilent(String operation, int times) {
        plan(operation, "timeout-after-commit", times, NEVER);
    }

    /** The next calls are made and answered, so late. */
    void isSlow(String operation, int times, Duration delay) {
        plan(operation, "timeout-after-commit", times, delay);
    }

    /** The next call is made, and answered with a 504. */
    void doesAndSaysError(String operation) {
        plan(operation, "error-after-commit", 1, Duration.ZERO);
    }

    /** The next call is refused with a 503, and nothing is done. */
    void failsBefore(String operation) {
        plan(operation, "error-before", 1, Duration.ZERO);
    }

    /** @param how {@code late}, {@code twice} or {@code reorder} */
    void notifies(String how, Duration delay) {
        plan("hook", how, 1, delay);
    }

    void losesNotifications(int times) {
        plan("hook", "lose", times, Duration.ZERO);
    }

    void refusesThePayout() {
        plan("payout", "fail", 1, Duration.ZERO);
    }

    /** The bank does. */
    void sendsBackThePayout(String id) {
        ask("POST", "/simulator/scenarios/return/" + id, "");
    }

    /** The cardholder does. */
    void isContested(String payIn) {
        ask("POST", "/simulator/scenarios/chargeback/" + payIn, "");
    }

    /** As it should: no plan is left. */
    void behaves() {
        ask("DELETE", "/simulator/scenarios", "");
    }

    /** How often the plans for an operation have still to happen. */
    long planned(String operation) {
        return number("select coalesce(sum(times_left), 0) from simulator.scenario where operation = '"
                + operation.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "'");
    }

    /** What it made of a kind: PAYIN, TRANSFER, REFUND, PAYOUT. */
    long made(String kind) {
        return made(kind, "true");
    }

    /** @param of about {@code doc}, as the API shows it, and {@code parent_id} */
    long made(String kind, String of) {
        return number("select count(*) from simulator.resource where kind = '" + kind
                + "' and doc ->> 'Status' in ('SUCCEEDED', 'CREATED') and " + of);
    }

    /** The one number that a statement answers, asked of the provider's own database. */
    long number(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(shop.databaseUrl().replace("/halle?", "/simulator?"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void plan(String operation, String effect, int times, Duration delay) {
        ask(
                "POST",
                "/simulator/scenarios",
                "{\"operation\":\"" + operation + "\",\"effect\":\"" + effect + "\",\"times\":" + times
                        + ",\"delayMillis\":" + delay.toMillis() + "}");
    }

    private void ask(String method, String path, String body) {
        Http.Answer answer = Http.of(shop, "ville").ask(method, path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
