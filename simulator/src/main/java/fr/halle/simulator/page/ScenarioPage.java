package fr.halle.simulator.page;

import fr.halle.simulator.provider.Effect;
import fr.halle.simulator.provider.Operation;
import fr.halle.simulator.provider.Overview;
import fr.halle.simulator.provider.Scenario;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Fills the tester's page. */
final class ScenarioPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));
    private static final List<String> TOTALS =
            List.of("PaidIn", "Refunded", "PaidOut", "Returned", "Repudiated", "Wallets", "Fees", "Credit");

    private final Template template = new Template("scenarios");

    /** @param error what was wrong with the form just sent, empty when nothing was */
    void send(HttpServletRequest request, HttpServletResponse response, Overview overview, String error)
            throws IOException {
        Locale language = Template.language(request.getLocale().getLanguage());
        Map<String, String> texts = Template.texts(language);
        Map<String, Object> values = new HashMap<>();
        values.put("t", texts);
        values.put("context", request.getContextPath());
        values.put("error", error);
        values.put("operations", operations(texts));
        values.put(
                "plans",
                overview.scenarios().stream().map(plan -> plan(plan, texts)).toList());
        values.put("totals", totals(overview.totals(), texts, language));
        values.put("balanced", overview.totals().getBoolean("Balanced"));
        values.put(
                "transactions",
                overview.transactions().stream()
                        .map(each -> transaction(each, texts, language))
                        .toList());
        values.put(
                "balances",
                overview.balances().stream()
                        .map(each -> balance(each, language))
                        .toList());
        values.put(
                "waiting", overview.waiting().stream().map(ScenarioPage::user).toList());
        values.put("anyHook", !overview.hooks().isEmpty());
        values.put("hooks", overview.hooks().stream().map(ScenarioPage::hook).toList());
        template.send(response, values, "");
    }

    private static List<Map<String, Object>> operations(Map<String, String> texts) {
        return Arrays.stream(Operation.values())
                .map(operation ->
                        Map.of("name", word(texts, "operation", operation), "effects", effects(operation, texts)))
                .toList();
    }

    private static List<Map<String, String>> effects(Operation operation, Map<String, String> texts) {
        return Arrays.stream(Effect.values())
                .filter(effect -> effect.suits(operation))
                .map(effect -> Map.of(
                        "value", operation.label() + " " + effect.label(),
                        "name", word(texts, "operation", operation) + " : " + word(texts, "effect", effect)))
                .toList();
    }

    private static Map<String, Object> plan(Scenario plan, Map<String, String> texts) {
        return Map.of(
                "operation", word(texts, "operation", plan.operation()),
                "effect", word(texts, "effect", plan.effect()),
                "times", plan.timesLeft());
    }

    private static List<Map<String, String>> totals(JsonObject totals, Map<String, String> texts, Locale language) {
        return TOTALS.stream()
                .map(name -> Map.of(
                        "name", texts.getOrDefault("total" + name, name),
                        "amount", Amounts.format(totals.getJsonNumber(name).longValue(), language)))
                .toList();
    }

    private static Map<String, Object> transaction(Resource each, Map<String, String> texts, Locale language) {
        boolean payIn = each.kind() == Kind.PAYIN;
        boolean canComeBack = each.is("SUCCEEDED") && (payIn || each.kind() == Kind.PAYOUT);
        Map<String, Object> row = new HashMap<>();
        row.put("time", TIME.format(each.createdAt()));
        row.put("kind", texts.getOrDefault("kind" + each.kind(), each.kind().name()));
        row.put("id", each.id());
        row.put("tag", each.text("Tag"));
        row.put("amount", Amounts.format(each.cents("DebitedFunds"), language));
        row.put("status", each.text("Status"));
        row.put(
                "result",
                Stream.of("ResultCode", "ResultMessage").map(each::text).toList());
        row.put("card", each.hidden("lastFour"));
        row.put("action", payIn ? "CHARGEBACK" : "RETURN");
        row.put("actionName", texts.getOrDefault(payIn ? "chargeback" : "sendBack", ""));
        row.put("canComeBack", canComeBack);
        row.put("good", each.is("SUCCEEDED"));
        row.put("bad", each.is("FAILED"));
        return row;
    }

    private static Map<String, Object> balance(Overview.Balance balance, Locale language) {
        return Map.of(
                "id", balance.wallet().id(),
                "owner", balance.owner(),
                "description", balance.wallet().text("Description"),
                "amount", Amounts.format(balance.cents(), language));
    }

    private static Map<String, Object> user(Resource user) {
        return Map.of("id", user.id(), "name", user.text("Name"));
    }

    private static Map<String, Object> hook(Overview.Hook hook) {
        return Map.of(
                "type", hook.hook().text("EventType"),
                "url", hook.hook().text("Url"),
                "validity", hook.hook().text("Validity"),
                "waiting", hook.waiting(),
                "last", hook.lastStatus() < 0 ? "–" : Long.toString(hook.lastStatus()));
    }

    private static String word(Map<String, String> texts, String prefix, Enum<?> value) {
        return texts.getOrDefault(prefix + value.name(), value.name());
    }
}
