package fr.halle.notification.service;

import fr.halle.order.model.CancelReason;
import fr.halle.order.model.Why;
import java.util.Map;
import java.util.Objects;

/** What the customer is told when money comes back: with a cancellation (K8, C15, C16), and when the bank has it. */
final class Refunded {

    private Refunded() {}

    static Letter cancelled(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Facts.GivenBack back = brief.givenBack(part);
        long cents = back.ofCancellationCents();
        Draft draft = new Draft(
                        brief,
                        words.say(
                                cents == byBank(brief, cents) ? "cancelled.subject.alone" : "cancelled.subject",
                                "part",
                                part.number()),
                        preview(brief, cents),
                        words.say(part.othersStanding() > 0 ? "cancelled.title" : "cancelled.title.whole"))
                .say(words.say(
                        "cancelled.body",
                        "first",
                        part.customer().firstName(),
                        "shop",
                        part.shop().name()))
                .say(words.say("cancelled.reason", "reason", reason(brief)));
        if (back.isAllFromBefore()) {
            draft.say(words.say("cancelled.refundedBefore", "amount", words.money(back.cents())));
        }
        sayBack(draft, brief, cents, "cancelled.refund");
        if (part.othersStanding() > 0) {
            draft.say(words.say("cancelled.others"));
        }
        return draft.table(NewOrder.lines(words, part, brief.lines()))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    static String preview(Brief brief, long cents) {
        long coming = cents - byBank(brief, cents);
        return coming == 0
                ? brief.part().shop().name()
                : brief.words()
                        .say(
                                manner("cancelled.preview", waits(brief)),
                                "amount",
                                brief.words().money(coming));
    }

    /**
     * What a cancellation gives back, by itself or by somebody's hand (K7), and what the bank gave back before it, after a dispute;
     * nothing where nothing was paid.
     */
    static Draft sayBack(Draft draft, Brief brief, long cents, String key) {
        Words words = brief.words();
        long byBank = byBank(brief, cents);
        if (byBank > 0) {
            draft.say(words.say(key + ".bank", "amount", words.money(byBank)));
        }
        return cents == byBank
                ? draft
                : draft.say(words.say(manner(key, waits(brief)), "amount", words.money(cents - byBank)));
    }

    private static long byBank(Brief brief, long cents) {
        return Math.min(cents, brief.givenBack(brief.part()).byBankCents());
    }

    private static boolean waits(Brief brief) {
        return brief.givenBack(brief.part()).waits();
    }

    /** The words for money that leaves by itself, or for money that waits to be sent. */
    static String manner(String key, boolean waits) {
        return waits ? key + ".waits" : key;
    }

    static Letter succeeded(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        String amount = words.money(brief.refund().cents());
        return new Draft(
                        brief,
                        words.say("refunded.subject", "amount", amount, "part", part.number()),
                        part.shop().name(),
                        words.say("refunded.title", "amount", amount))
                .say(words.say(
                        "refunded.body",
                        "first",
                        part.customer().firstName(),
                        "shop",
                        part.shop().name(),
                        "amount",
                        amount,
                        "part",
                        part.number()))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    /**
     * Paid when what was ordered had just gone, or a second time, or a balance that was settled already. There may be no order, so
     * the operator speaks.
     */
    static Letter paymentReturned(Brief brief) {
        if (brief.due().data().containsKey("stillCents")) {
            return rest(brief);
        }
        boolean ofBalance = brief.due().partId() != null || brief.due().data().containsKey("bill");
        String paid = brief.due().data().get("paid");
        String which = ofBalance ? ".balance" : paid == null ? "" : ".paid";
        Words words = brief.words();
        String amount = words.money(brief.cents("amountCents"));
        String order = Objects.requireNonNullElse(paid, "");
        return new Draft(
                        brief,
                        words.say("returned.subject", "amount", amount),
                        words.say("returned.preview" + which, "order", order),
                        words.say("returned.title"))
                .say(words.say("returned.body" + which, "amount", amount, "order", order))
                .say(words.say("returned.when"))
                .button(words.say("button.shop"), brief.links().home())
                .fromOperator();
    }

    /** Of several balances that were paid at once one was waived meanwhile: the others are still to be paid, with the same link. */
    private static Letter rest(Brief brief) {
        Words words = brief.words();
        String amount = words.money(brief.cents("amountCents"));
        String still = words.money(brief.cents("stillCents"));
        Facts.Balance bill = brief.bill();
        return new Draft(
                        brief,
                        words.say("returned.subject", "amount", amount),
                        words.say("returned.preview.still"),
                        words.say("returned.title"))
                .say(words.say(
                        "returned.body.still", "amount", amount, "still", still, "day", words.fullDay(bill.dueOn())))
                .say(words.say("returned.when"))
                .button(
                        words.say("button.balance", "amount", still),
                        brief.links().balance(bill.token()))
                .fromOperator();
    }

    /** The reason as it was given with the move, the listed one in the reader's language; the part keeps it too. */
    static String reason(Brief brief) {
        Map<String, String> told = brief.due().data();
        String code = told.get("code");
        String words = told.getOrDefault("reason", "");
        Why why = new Why(code == null ? null : CancelReason.valueOf(code), words);
        Facts.Part part = brief.part();
        return why.isEmpty()
                ? kept(part, brief.words())
                : why.sentence(brief.words().locale());
    }

    private static String kept(Facts.Part part, Words words) {
        String kept = new Why(part.cancelCode(), Objects.requireNonNullElse(part.cancelReason(), ""))
                .sentence(words.locale());
        return kept.isEmpty() ? "–" : kept;
    }
}
