package fr.halle.notification.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.OrderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was cancelled, what replaces it and the difference, in one letter (K10): to the customer, and to the merchant it was done for. */
final class OrderReplaced {

    private OrderReplaced() {}

    static Letter toCustomer(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Draft draft = new Draft(
                        brief,
                        words.say(
                                "replaced.subject",
                                "part",
                                brief.data("replaced"),
                                "order",
                                part.order().number()),
                        words.say("replaced.preview", "shop", part.shop().name()),
                        words.say("replaced.title"))
                .say(words.say(
                        "replaced.body",
                        "first",
                        part.customer().firstName(),
                        "shop",
                        part.shop().name(),
                        "was",
                        brief.data("was"),
                        "part",
                        brief.data("replaced"),
                        "order",
                        part.order().number()))
                .say(words.say("cancelled.reason", "reason", Refunded.reason(brief)))
                .table(NewOrder.lines(words, part, brief.lines()))
                .table(money(brief));
        if (!part.mode().equals("NONE")) {
            draft.say(new Handover(words, part).toCustomer());
        }
        if (brief.cents("refundedCents") > 0) {
            draft.say(words.say(
                    Refunded.manner("replaced.back", waits(brief)),
                    "amount",
                    words.money(brief.cents("refundedCents"))));
        }
        draft.say(words.say("replaced.terms"));
        return withLink(brief, draft);
    }

    private static Letter withLink(Brief brief, Draft draft) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        List<Facts.Balance> asked = asked(brief);
        if (asked.isEmpty()) {
            return draft.button(words.say("button.order"), brief.links().order(part.order()))
                    .from(part);
        }
        String amount =
                words.money(asked.stream().mapToLong(Facts.Balance::cents).sum());
        String day = words.fullDay(asked.get(0).dueOn());
        return draft.say(words.say("replaced.link", "amount", amount, "day", day))
                .button(
                        words.say("replaced.pay", "amount", amount),
                        brief.links().balance(asked.get(0).token()))
                .from(part);
    }

    static Letter toMerchant(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        return new Draft(
                        brief,
                        words.say("onBehalf.replaced.subject", "part", brief.data("replaced"), "other", part.number()),
                        words.say("onBehalf.preview", "by", brief.data("by")),
                        words.say("onBehalf.replaced.title"))
                .say(words.say(
                        "onBehalf.replaced.body",
                        "by",
                        brief.data("by"),
                        "was",
                        brief.data("was"),
                        "part",
                        brief.data("replaced"),
                        "other",
                        part.number()))
                .say(words.say("onBehalf.reason", "reason", Refunded.reason(brief)))
                .table(NewOrder.lines(words, part, brief.lines()))
                .table(money(brief))
                .table(NewOrder.customer(words, part))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .aboutCustomerOf(part);
    }

    private static boolean waits(Brief brief) {
        return brief.due().data().containsKey("waits");
    }

    /** What was paid, what comes back, and what is asked for when. */
    private static List<Letter.Line> money(Brief brief) {
        Words words = brief.words();
        long carried = brief.cents("carriedCents");
        long back = brief.cents("refundedCents");
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.of(words.say("replaced.paid"), words.money(carried + back)));
        if (back > 0) {
            rows.add(Letter.Line.strong(
                    words.say(Refunded.manner("replaced.refunded", waits(brief))), words.money(back)));
        }
        for (OrderLine line : brief.lines()) {
            brief.balanceOf(line)
                    .ifPresent(balance -> rows.add(Letter.Line.strong(
                            words.say("replaced.due", "day", words.fullDay(balance.dueOn())),
                            words.money(balance.cents()))));
        }
        return rows;
    }

    /** What is to be paid now, one bill with one link: what is asked for on other days has its own letter then. */
    private static List<Facts.Balance> asked(Brief brief) {
        List<Facts.Balance> now = brief.lines().stream()
                .flatMap(line -> brief.balanceOf(line).stream())
                .filter(balance -> balance.state() == BalanceDueState.LINK_SENT)
                .sorted(Comparator.comparing(Facts.Balance::id))
                .toList();
        return now.stream()
                .filter(balance -> balance.dueOn().equals(now.get(0).dueOn()))
                .toList();
    }
}
