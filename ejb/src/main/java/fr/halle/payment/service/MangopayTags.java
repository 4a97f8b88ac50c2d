package fr.halle.payment.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks at Mangopay for what was asked and never answered. Whatever we ask for carries our tag: the provider forgets an idempotency key
 * after a day, and keeps the tag. One without a tag may be what is looked for, asked by an older version or by hand: somebody has to look.
 */
final class MangopayTags {

    /** The most a page holds at Mangopay. Nobody refunds a payment so often, or has so many bank accounts. */
    private static final int A_PAGE = 100;

    /** By how much the provider's clock and ours may differ at most, and more. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final MangopayHttp http;

    MangopayTags(MangopayHttp http) {
        this.http = http;
    }

    /** The refund under {@code path} with this tag. A failed one is no refund: it is asked for again. */
    ProviderAnswer<Optional<String>> refund(String path, String tag) {
        return http.get(path + "?Per_Page=" + A_PAGE).then(refunds -> {
            List<JsonNode> standing = new ArrayList<>();
            refunds.forEach(standing::add);
            standing.removeIf(MangopayTags::hasFailed);
            return tagged(standing, tag, untagged -> true);
        });
    }

    /**
     * The payout with this tag, the one that did not fail where there are several. It is looked for by the accounts that payouts went
     * to: the lists of a user's and of a wallet's transactions are closed to who has not its owner beside him (strong
     * authentication), these are not. The IBAN may have changed since, so all of the user's accounts are looked at.
     *
     * @param totalCents what left the wallet, fees included
     * @param since when it was asked for, by our clock
     */
    ProviderAnswer<Optional<String>> payout(String userId, String tag, long totalCents, Instant since) {
        return http.get("users/" + userId + "/bankaccounts?Per_Page=" + A_PAGE)
                .then(accounts -> payoutsTo(accounts, since))
                .then(payouts -> tagged(
                        payouts,
                        tag,
                        untagged -> !hasFailed(untagged)
                                && MangopayProvider.cents(untagged, "DebitedFunds") == totalCents));
    }

    private ProviderAnswer<List<JsonNode>> payoutsTo(JsonNode accounts, Instant since) {
        if (accounts.size() >= A_PAGE) {
            return new Unknown<>("more bank accounts than can be looked at");
        }
        List<JsonNode> payouts = new ArrayList<>();
        for (JsonNode account : accounts) {
            ProviderAnswer<JsonNode> answer =
                    http.get("bankaccounts/" + account.path("Id").asText() + "/transactions?AfterDate="
                            + since.minus(CLOCKS_APART).getEpochSecond() + "&Per_Page=" + A_PAGE);
            if (!(answer instanceof Success<JsonNode> success)) {
                return answer.map(never -> List.of());
            }
            if (success.value().size() >= A_PAGE) {
                return new Unknown<>("more transactions than can be looked at");
            }
            success.value().forEach(payouts::add);
        }
        payouts.removeIf(transaction -> !isPayout(transaction));
        payouts.sort(Comparator.comparing(MangopayTags::hasFailed));
        return new Success<>(payouts);
    }

    /** The first with the tag; nothing is certain while one without a tag {@code mayBeOurs}. */
    private static ProviderAnswer<Optional<String>> tagged(
            List<JsonNode> asked, String tag, Predicate<JsonNode> mayBeOurs) {
        for (JsonNode one : asked) {
            if (tagOf(one).equals(tag)) {
                return new Success<>(Optional.of(one.path("Id").asText()));
            }
        }
        return asked.stream().anyMatch(one -> tagOf(one).isEmpty() && mayBeOurs.test(one))
                ? new Unknown<>("one without our tag is at the provider")
                : new Success<>(Optional.empty());
    }

    private static String tagOf(JsonNode transaction) {
        return transaction.path("Tag").asText("");
    }

    private static boolean isPayout(JsonNode transaction) {
        return transaction.path("Type").asText().equals("PAYOUT")
                && transaction.path("Nature").asText().equals("REGULAR");
    }

    private static boolean hasFailed(JsonNode transaction) {
        return MangopayProvider.status(transaction).equals("FAILED");
    }
}
