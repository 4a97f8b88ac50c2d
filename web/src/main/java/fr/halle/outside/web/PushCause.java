package fr.halle.outside.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the outside system has not taken a sale, for somebody who is to do something about it: a sentence of ours, and behind it the other
 * side's own words, which are in whatever language it speaks.
 *
 * @param key of the sentence, among the back office's words
 * @param quoted what was answered, as it came; empty where nothing was
 */
record PushCause(String key, String quoted) {

    /** As {@code OutsideAnswer.cause} writes what was refused: HTTP's status, the problem's type, its title. */
    private static final Pattern REFUSED = Pattern.compile("(\\d{3}) (\\S*) (.*)", Pattern.DOTALL);

    private static final Pattern STATUS = Pattern.compile("HTTP (\\d{3}).*");

    /** The refusals of the contract ({@code docs/outside-system.md}) that have a sentence of their own. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("catalogue-unknown", "catalogue"),
            Map.entry("product-unknown", "product"),
            Map.entry("lines-wrong", "sale"),
            Map.entry("quantity-wrong", "sale"),
            Map.entry("amount-wrong", "amount"),
            Map.entry("key-reused", "reused"),
            Map.entry("sale-unknown", "unknownSale"),
            Map.entry("sale-cancelled", "cancelled"),
            Map.entry("key-unknown", "signature"),
            Map.entry("clock-skew", "signature"),
            Map.entry("nonce-missing", "signature"),
            Map.entry("signature-wrong", "signature"),
            Map.entry("replayed", "signature"));

    static PushCause of(String cause) {
        Matcher refused = REFUSED.matcher(cause);
        if (refused.matches()) {
            String key = TYPES.getOrDefault(refused.group(2).toLowerCase(Locale.ROOT), "refused");
            return new PushCause("outside.cause." + key, cause.strip());
        }
        Matcher status = STATUS.matcher(cause);
        if (status.matches()) {
            boolean noTime = status.group(1).equals("429") || status.group(1).equals("503");
            return new PushCause("outside.cause." + (noTime ? "busy" : "garbled"), cause);
        }
        if (cause.startsWith("no answer")) {
            return new PushCause("outside.cause.silent", "");
        }
        if (cause.startsWith("no account")) {
            return new PushCause("outside.cause.account", "");
        }
        return cause.contains("Connect")
                ? new PushCause("outside.cause.unreached", "")
                : new PushCause("outside.cause.garbled", cause);
    }
}
