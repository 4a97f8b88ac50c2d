package fr.halle.shared.api;

import java.util.Map;

/** The HTTP status of each refusal of the business; one that is not named here is a conflict with how things stand. */
final class ProblemStatus {

    private static final int CONFLICT = 409;

    // @formatter:off
    private static final Map<String, Integer> BY_KEY = Map.ofEntries(
            Map.entry("ProductUnknown",     404),
            Map.entry("PortalUnknown",      404),
            Map.entry("PartUnknown",        404),
            Map.entry("DeskUnknown",        404),
            Map.entry("RequestUnknown",     404),
            Map.entry("QuoteUnknown",       404),
            Map.entry("PushUnknown",        404),
            Map.entry("QuoteLineUnknown",   404),
            Map.entry("QuoteRefused",       422),
            Map.entry("PickRefused",        422),
            Map.entry("SiteNotAllowed",     403),
            Map.entry("ContactKeyReused",   422),
            Map.entry("NobodyActs",         401),
            Map.entry("NotAllowed",         403),
            Map.entry("SecondFactorMissing", 403),
            Map.entry("ReasonMissing",      422),
            Map.entry("MoveKeyReused",      422),
            Map.entry("PickupCodeMissing",  422),
            Map.entry("PickupCodeWrong",    422),
            Map.entry("PickupCodeBlocked",  429),
            Map.entry("CompletionReasonMissing", 422),
            Map.entry("ChoiceRefused",      422),
            Map.entry("FieldRefused",       422),
            Map.entry("ParameterRefused",   400),
            Map.entry("CartUnknown",        404),
            Map.entry("CartLineUnknown",    404),
            Map.entry("ShopUnknown",        404),
            Map.entry("OrderUnknown",       404),
            Map.entry("CartFull",           422),
            Map.entry("DetailRefused",      422),
            Map.entry("CollectionRefused",  422),
            Map.entry("MethodRefused",      422),
            Map.entry("IdempotencyKeyReused", 422));
    // @formatter:on

    private ProblemStatus() {}

    static int of(String key) {
        return BY_KEY.getOrDefault(key, CONFLICT);
    }
}
