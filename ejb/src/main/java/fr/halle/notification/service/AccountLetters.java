package fr.halle.notification.service;

import java.util.List;

/** What somebody of the back office is told of its account, and a merchant of what else was changed for it; the operator of the portal speaks. */
final class AccountLetters {

    /** The name under which the key's secret is known to the letter; no row holds it. */
    static final String SECRET = "secret";

    private AccountLetters() {}

    static Letter invitation(Brief brief) {
        Words words = brief.words();
        String merchant = brief.merchant().name();
        return new Draft(
                        brief,
                        words.say("team.invited.subject", "merchant", merchant),
                        words.say("team.invited.preview"),
                        words.say("team.invited.title", "merchant", merchant))
                .say(words.say("team.invited.body", "name", brief.data("name"), "merchant", merchant))
                .table(List.of(
                        Letter.Line.of(
                                words.say("team.login"), Plain.clean(brief.due().recipient())),
                        Letter.Line.of(words.say("team.role"), words.say("role." + brief.data("role")))))
                .say(words.say("team.invited.until"))
                .button(words.say("button.password"), brief.links().password(brief.data(SECRET)))
                .fromOperator();
    }

    static Letter forgotten(Brief brief) {
        Words words = brief.words();
        return new Draft(
                        brief,
                        words.say("password.forgotten.subject"),
                        words.say("password.forgotten.preview"),
                        words.say("password.forgotten.title"))
                .say(words.say("password.forgotten.body", "name", brief.data("name")))
                .say(words.say("password.forgotten.notAsked"))
                .button(words.say("button.password"), brief.links().password(brief.data(SECRET)))
                .fromOperator();
    }

    static Letter changed(Brief brief) {
        Words words = brief.words();
        return new Draft(
                        brief,
                        words.say("password.changed.subject"),
                        words.say("password.changed.preview"),
                        words.say("password.changed.title"))
                .say(words.say("password.changed.body", "name", brief.data("name")))
                .say(words.say(
                        "password.changed.notYou", "email", brief.portal().supportEmail()))
                .button(words.say("button.signIn"), brief.links().signIn())
                .fromOperator();
    }

    static Letter secondFactor(Brief brief) {
        Words words = brief.words();
        String key = "factor." + brief.data("what");
        return new Draft(
                        brief,
                        words.say(key + ".subject"),
                        words.say("password.changed.preview"),
                        words.say(key + ".subject"))
                .say(words.say(key + ".body", "name", brief.data("name"), "by", brief.data("by")))
                .say(words.say(
                        "password.changed.notYou", "email", brief.portal().supportEmail()))
                .button(words.say("button.signIn"), brief.links().signIn())
                .fromOperator();
    }

    /** To its merchant: the relation with its people is the merchant's. */
    static Letter secondFactorTaken(Brief brief) {
        Words words = brief.words();
        String name = brief.data("name");
        return new Draft(
                        brief,
                        words.say("factor.onBehalf.subject", "name", name),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("factor.onBehalf.subject", "name", name))
                .say(words.say(
                        "factor.onBehalf.body",
                        "merchant",
                        brief.merchant().name(),
                        "by",
                        brief.data("by"),
                        "name",
                        name))
                .say(words.say("onBehalf.reason", "reason", brief.data("reason")))
                .say(words.say("onBehalf.notAsked", "email", brief.portal().supportEmail()))
                .button(words.say("button.signIn"), brief.links().signIn())
                .fromOperator();
    }

    /** Read at the old address, maybe by a stranger: it does not say the new one. */
    static Letter addressChanged(Brief brief) {
        Words words = brief.words();
        return new Draft(
                        brief,
                        words.say("address.changed.subject"),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("address.changed.subject"))
                .say(words.say(
                        "address.changed.body", "merchant", brief.merchant().name(), "by", brief.data("by")))
                .say(words.say("onBehalf.notAsked", "email", brief.portal().supportEmail()))
                .button(words.say("button.signIn"), brief.links().signIn())
                .fromOperator();
    }
}
