package fr.halle.sales.service;

import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.shared.model.Rates;
import fr.halle.shared.model.Texts;
import java.time.LocalDate;
import java.util.List;

/** What the conditions of a quote may be, refused beside their field. */
final class QuoteWishCheck {

    static final int LEAST_DEPOSIT_BP = 100;
    private static final int REASON_MOST = 200;
    private static final int MESSAGE_MOST = 4000;

    private QuoteWishCheck() {}

    static QuoteWish read(QuoteWish typed, QuoteHead head, List<QuoteLine> lines, LocalDate today) {
        deposit(typed.depositBp());
        dates(typed, head, today);
        discount(typed, lines);
        String message = typed.message().strip();
        if (message.length() > MESSAGE_MOST || Texts.hidesInLines(message)) {
            throw new QuoteRefused("message", "MESSAGE", MESSAGE_MOST);
        }
        boolean whole = typed.ask() == QuoteAsk.WHOLE;
        return new QuoteWish(
                typed.ask(),
                typed.depositBp(),
                whole ? null : typed.balanceDueOn(),
                typed.validUntil(),
                typed.discountCents(),
                typed.discountCents() == 0 ? "" : typed.discountReason().strip(),
                message);
    }

    private static void deposit(int basisPoints) {
        if (basisPoints < LEAST_DEPOSIT_BP || basisPoints > Rates.WHOLE) {
            throw new QuoteRefused("deposit", "DEPOSIT");
        }
    }

    private static void dates(QuoteWish typed, QuoteHead head, LocalDate today) {
        LocalDate valid = typed.validUntil();
        validity(valid, head, today);
        if (typed.ask() == QuoteAsk.WHOLE || typed.depositBp() == Rates.WHOLE) {
            return;
        }
        LocalDate due = typed.balanceDueOn();
        if (due == null) {
            throw new QuoteRefused("balanceDueOn", "BALANCE_MISSING");
        }
        if (due.isBefore(valid)) {
            throw new QuoteRefused("balanceDueOn", "BALANCE_EARLY");
        }
        LocalDate departure = head.leavesOn();
        if (due.isAfter(departure == null ? today.plusDays(QuoteDeadlines.FARTHEST_DAYS) : departure)) {
            throw new QuoteRefused("balanceDueOn", "BALANCE_LATE");
        }
    }

    /** Asked again when the quote is sent: days have gone by since it was written. */
    static void validity(LocalDate valid, QuoteHead head, LocalDate today) {
        if (valid.isBefore(today)) {
            throw new QuoteRefused("validUntil", "VALID_PAST");
        }
        if (valid.isAfter(QuoteDeadlines.latest(head.arrivesOn(), head.leavesOn(), today))) {
            throw new QuoteRefused("validUntil", "VALID_FAR");
        }
    }

    private static void discount(QuoteWish typed, List<QuoteLine> lines) {
        long discount = typed.discountCents();
        if (discount < 0) {
            throw new QuoteRefused("discount", "DISCOUNT_NEGATIVE");
        }
        if (discount == 0) {
            return;
        }
        if (discount > QuoteTotals.mostDiscount(QuoteView.taken(lines))) {
            throw new QuoteRefused("discount", "DISCOUNT_LARGE");
        }
        String reason = typed.discountReason().strip();
        if (reason.isEmpty()) {
            throw new QuoteRefused("discountReason", "DISCOUNT_REASON");
        }
        if (reason.length() > REASON_MOST || Texts.hides(reason)) {
            throw new QuoteRefused("discountReason", "TEXT", REASON_MOST);
        }
    }
}
