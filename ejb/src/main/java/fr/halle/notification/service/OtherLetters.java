package fr.halle.notification.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The link to an order that its customer lost, and what a merchant is told of its money. */
final class OtherLetters {

    private static final int SHOWN_OF_IBAN = 4;

    private OtherLetters() {}

    static Letter orderLink(Brief brief) {
        Words words = brief.words();
        Facts.Order order = brief.order();
        return new Draft(
                        brief,
                        words.say("link.subject", "order", order.number()),
                        words.say("link.preview"),
                        words.say("link.title"))
                .say(words.say("link.body", "first", order.firstName(), "order", order.number()))
                .say(words.say("link.notAsked"))
                .button(words.say("button.order"), brief.links().order(order))
                .fromOperator();
    }

    /** The merchant owns the relation with the customer: what is done in its name, it learns (K18, O08). */
    static Letter cancelledOnBehalf(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Draft draft = new Draft(
                        brief,
                        words.say("onBehalf.subject", "part", part.number()),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("onBehalf.title"))
                .say(words.say(
                        "onBehalf.body",
                        "by",
                        brief.data("by"),
                        "part",
                        part.number(),
                        "amount",
                        words.money(part.totalCents())))
                .say(words.say("onBehalf.reason", "reason", Refunded.reason(brief)));
        return Refunded.sayBack(draft, brief, brief.givenBack(part).ofCancellationCents(), "onBehalf.refunded")
                .say(words.say("onBehalf.customer"))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .fromOperator();
    }

    static Letter refundedOnBehalf(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        String amount = words.money(brief.cents("amountCents"));
        Draft draft = new Draft(
                        brief,
                        words.say("onBehalf.refund.subject", "amount", amount, "part", part.number()),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("onBehalf.refund.title"))
                .say(words.say("onBehalf.refund.body", "by", brief.data("by"), "part", part.number(), "amount", amount))
                .say(words.say("onBehalf.reason", "reason", brief.data("reason")));
        return toMerchant(brief, part.isCancelled() ? draft : draft.say(words.say("onBehalf.refund.goesOn")));
    }

    static Letter disputed(Brief brief) {
        return toMerchant(brief, dispute(brief, "dispute").say(brief.words().say("dispute.next")));
    }

    static Letter disputeWon(Brief brief) {
        return toMerchant(brief, dispute(brief, "dispute.won"));
    }

    private static Draft dispute(Brief brief, String key) {
        Words words = brief.words();
        String part = brief.part().number();
        String amount = words.money(brief.cents("amountCents"));
        return new Draft(
                        brief,
                        words.say(key + ".subject", "part", part),
                        words.say(key + ".preview", "amount", amount),
                        words.say(key + ".title"))
                .say(words.say(key + ".body", "part", part, "amount", amount));
    }

    private static Letter toMerchant(Brief brief, Draft draft) {
        return draft.button(brief.words().say("button.see"), brief.links().partOfMerchant(brief.part()))
                .fromOperator();
    }

    static Letter payoutSent(Brief brief) {
        Words words = brief.words();
        Facts.Payout payout = brief.payout();
        Facts.Merchant merchant = brief.merchant();
        String amount = words.money(payout.cents());
        return new Draft(
                        brief,
                        words.say("payout.sent.subject", "amount", amount),
                        words.say("payout.sent.preview"),
                        words.say("payout.sent.title", "amount", amount))
                .say(words.say("payout.sent.body", "merchant", merchant.name()))
                .table(List.of(
                        Letter.Line.strong(words.say("payout.amount"), amount),
                        Letter.Line.of(words.say("payout.reference"), Plain.clean(payout.reference())),
                        Letter.Line.of(words.say("payout.day"), words.fullDay(payout.plannedAt())),
                        Letter.Line.of(words.say("payout.iban"), lastOf(merchant.iban()))))
                .button(words.say("button.payouts"), brief.links().payouts())
                .fromOperator();
    }

    static Letter payoutReturned(Brief brief) {
        Words words = brief.words();
        Facts.Payout payout = brief.payout();
        String amount = words.money(payout.cents());
        return new Draft(
                        brief,
                        words.say("payout.returned.subject", "amount", amount),
                        words.say("payout.returned.preview"),
                        words.say("payout.returned.title"))
                .say(words.say(
                        "payout.returned.body", "merchant", brief.merchant().name(), "amount", amount))
                .table(List.of(
                        Letter.Line.strong(words.say("payout.amount"), amount),
                        Letter.Line.of(words.say("payout.reference"), Plain.clean(payout.reference())),
                        Letter.Line.of(
                                words.say("payout.iban"),
                                lastOf(brief.merchant().iban()))))
                .button(words.say("button.iban"), brief.links().profile())
                .fromOperator();
    }

    static Letter payoutBlocked(Brief brief) {
        Words words = brief.words();
        String amount = words.money(brief.cents("amountCents"));
        return new Draft(
                        brief,
                        words.say("payout.blocked.subject", "amount", amount),
                        words.say("payout.blocked.preview"),
                        words.say("payout.blocked.title"))
                .say(words.say(
                        "payout.blocked.body", "merchant", brief.merchant().name(), "amount", amount))
                .button(words.say("button.profile"), brief.links().profile())
                .fromOperator();
    }

    /** Should somebody else have changed it, the merchant has the days of the freeze to say so. */
    static Letter ibanChanged(Brief brief) {
        Words words = brief.words();
        String until = brief.data("until");
        Draft draft = new Draft(
                        brief,
                        words.say("iban.changed.subject"),
                        words.say("password.changed.preview"),
                        words.say("iban.changed.subject"))
                .say(words.say(
                        "iban.changed.body",
                        "merchant",
                        brief.merchant().name(),
                        "by",
                        brief.data("by"),
                        "end",
                        brief.data("end")));
        if (!until.isEmpty()) {
            draft.say(words.say("iban.changed.frozen", "day", words.fullDay(Instant.parse(until))));
        }
        return draft.say(words.say("iban.notYou", "email", brief.portal().supportEmail()))
                .button(words.say("button.iban"), brief.links().payouts())
                .fromOperator();
    }

    static Letter unfrozen(Brief brief) {
        Words words = brief.words();
        return new Draft(
                        brief,
                        words.say("iban.unfrozen.subject"),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("iban.unfrozen.subject"))
                .say(words.say(
                        "iban.unfrozen.body", "merchant", brief.merchant().name(), "by", brief.data("by")))
                .say(words.say("onBehalf.reason", "reason", brief.data("reason")))
                .say(words.say("iban.notYou", "email", brief.portal().supportEmail()))
                .button(words.say("button.payouts"), brief.links().payouts())
                .fromOperator();
    }

    /** A mail is read by others: only the end of an IBAN is shown. */
    private static String lastOf(@Nullable String iban) {
        if (iban == null || iban.length() < SHOWN_OF_IBAN) {
            return "–";
        }
        return "…" + iban.substring(iban.length() - SHOWN_OF_IBAN);
    }
}
