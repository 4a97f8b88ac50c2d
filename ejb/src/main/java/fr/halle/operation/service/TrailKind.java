package fr.halle.operation.service;

import java.util.List;

/** What sort of deeds the trail is searched for; each action begins with one of its words. */
public enum TrailKind {
    SIGN_INS("sign_"),
    PARTS("part_", "lines_", "pickup_"),
    MONEY("refund_", "payment_", "payout_", "iban_", "balance_"),
    MESSAGES("message", "dead_messages_", "confirmations_", "recap_"),
    SETTINGS("setting_", "sales_settings_", "support_", "footer_", "former_numbers_", "alerts_", "mail_"),
    PEOPLE("member_", "invitation_", "password_", "token_", "second_factor_", "language_"),
    EXPORTS("orders_exported", "requests_exported", "measures_exported", "trail_exported"),
    JOBS("job_", "clock_", "outside_"),
    ERRORS("error_");

    private final List<String> beginnings;

    TrailKind(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    /** For {@code like any}: the underscore of a beginning is itself and no wildcard. */
    String[] patterns() {
        return beginnings.stream()
                .map(beginning -> beginning.replace("_", "\\_") + "%")
                .toArray(String[]::new);
    }

    /** Whether an action is of this sort. */
    public boolean holds(String action) {
        return beginnings.stream().anyMatch(action::startsWith);
    }
}
