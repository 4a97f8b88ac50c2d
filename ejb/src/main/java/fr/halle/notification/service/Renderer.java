package fr.halle.notification.service;

import fr.halle.identity.service.AccountKeys;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns a row and the facts into the message that leaves, in the row's language. */
@Service
class Renderer {

    private static final Map<NotificationEvent, Composer> LETTERS = letters();

    @Inject
    private Portals portals;

    @Inject
    private AccountKeys keys;

    /**
     * @throws LetterRefused when the message must never leave
     * @throws RuntimeException when it cannot be written, for a reason that may pass
     */
    Rendered render(Due due, Facts facts) {
        Portal portal = portals.byId(due.portalId());
        NotificationEvent event = event(due);
        Words words = Words.in(due.language());
        Brief brief = new Brief(
                event.opensAnAccount() ? withSecret(due) : due,
                portal,
                words,
                Links.to(portal),
                facts,
                portals.legalFooter(portal.id(), words.language())
                        .orElseGet(() -> words.say("footer.operator", "operator", portal.operatorName())));
        return due.channel() == Channel.SMS ? sms(brief, event) : mail(brief, event);
    }

    /** The secret is made for this mail alone, and is nowhere else (docs/decisions/2026-11-22-who-may-do-what.md). */
    private Due withSecret(Due due) {
        Long key = due.subjectId();
        return due.knowing(
                AccountLetters.SECRET,
                (key == null ? Optional.<String>empty() : keys.secretOf(key))
                        .orElseThrow(() -> new LetterRefused("a key that still opens")));
    }

    private static Rendered mail(Brief brief, NotificationEvent event) {
        Letter letter = Objects.requireNonNull(LETTERS.get(event)).compose(brief);
        Due due = brief.due();
        return new Rendered(
                due.id(),
                Channel.MAIL,
                due.recipient(),
                letter.sender(),
                letter.replyTo(),
                letter.subject(),
                letter,
                null,
                event.submitted());
    }

    /** Nothing personal travels by SMS: the number of the order and how much there is to do (M04, T08). */
    private static Rendered sms(Brief brief, NotificationEvent event) {
        if (event != NotificationEvent.NEW_ORDER) {
            throw new LetterRefused("words for an SMS of " + event);
        }
        Words words = brief.words();
        String slot = new Handover(words, brief.part()).slot();
        String usual = slot.isEmpty() ? "sms.newOrder" : "sms.newOrder.slot";
        String text = words.say(
                brief.part().isCancelled() ? "sms.newOrder.cancelled" : usual,
                "slot",
                slot,
                "portal",
                brief.portal().name(),
                "number",
                brief.part().number(),
                "count",
                words.count("prestation", brief.lines().size()) + new PaidSoFar(brief).inAnSms());
        Due due = brief.due();
        return new Rendered(
                due.id(),
                Channel.SMS,
                due.recipient(),
                brief.portal().name(),
                null,
                null,
                null,
                SmsText.plainly(text),
                event.submitted());
    }

    private static NotificationEvent event(Due due) {
        try {
            return NotificationEvent.valueOf(due.event());
        } catch (IllegalArgumentException e) {
            throw new LetterRefused("words for " + due.event());
        }
    }

    private static Map<NotificationEvent, Composer> letters() {
        Map<NotificationEvent, Composer> letters = new EnumMap<>(NotificationEvent.class);
        letters.put(NotificationEvent.ORDER_LINE_CONFIRMED, new LineConfirmed());
        letters.put(NotificationEvent.ORDER_RECAP, Recap::sentAgain);
        letters.put(NotificationEvent.NEW_ORDER, new NewOrder());
        letters.put(NotificationEvent.PART_MOVED, new PartMoved());
        letters.put(NotificationEvent.PART_CANCELLED, Refunded::cancelled);
        letters.put(NotificationEvent.LINES_CANCELLED, LinesCancelled::toCustomer);
        letters.put(NotificationEvent.LINES_CANCELLED_ON_BEHALF, LinesCancelled::toMerchant);
        letters.put(NotificationEvent.ORDER_REPLACED, OrderReplaced::toCustomer);
        letters.put(NotificationEvent.PART_REPLACED_ON_BEHALF, OrderReplaced::toMerchant);
        letters.put(NotificationEvent.PART_CANCELLED_ON_BEHALF, OtherLetters::cancelledOnBehalf);
        letters.put(NotificationEvent.REFUNDED_ON_BEHALF, OtherLetters::refundedOnBehalf);
        letters.put(NotificationEvent.PAYMENT_DISPUTED, OtherLetters::disputed);
        letters.put(NotificationEvent.DISPUTE_WON, OtherLetters::disputeWon);
        letters.put(NotificationEvent.PART_UNACCEPTED, UnacceptedLetters::reminder);
        letters.put(NotificationEvent.PART_ESCALATED, UnacceptedLetters::escalation);
        letters.put(NotificationEvent.PART_EXPIRED, UnacceptedLetters::expired);
        letters.put(NotificationEvent.WITHDRAWAL_RECEIVED, WithdrawalLetters::toCustomer);
        letters.put(NotificationEvent.WITHDRAWAL_ARRIVED, WithdrawalLetters::toMerchant);
        letters.put(NotificationEvent.REFUND_SUCCEEDED, Refunded::succeeded);
        letters.put(NotificationEvent.PAYMENT_RETURNED, Refunded::paymentReturned);
        letters.put(NotificationEvent.BALANCE_LINK, BalanceLetters::link);
        letters.put(NotificationEvent.BALANCE_REMINDER, BalanceLetters::reminder);
        letters.put(NotificationEvent.BALANCE_PAID, BalanceLetters::paid);
        letters.put(NotificationEvent.BALANCE_RECEIVED, BalanceLetters::received);
        letters.put(NotificationEvent.BALANCE_MISSED, BalanceLetters::missed);
        letters.put(NotificationEvent.ORDER_LINK, OtherLetters::orderLink);
        letters.put(NotificationEvent.PAYOUT_SENT, OtherLetters::payoutSent);
        letters.put(NotificationEvent.PAYOUT_RETURNED, OtherLetters::payoutReturned);
        letters.put(NotificationEvent.PAYOUT_BLOCKED, OtherLetters::payoutBlocked);
        letters.put(NotificationEvent.PAYOUT_IBAN_CHANGED, OtherLetters::ibanChanged);
        letters.put(NotificationEvent.PAYOUT_UNFROZEN, OtherLetters::unfrozen);
        letters.put(NotificationEvent.MERCHANT_ADDRESS_CHANGED, AccountLetters::addressChanged);
        letters.put(NotificationEvent.TEAM_INVITATION, AccountLetters::invitation);
        letters.put(NotificationEvent.PASSWORD_FORGOTTEN, AccountLetters::forgotten);
        letters.put(NotificationEvent.PASSWORD_CHANGED, AccountLetters::changed);
        letters.put(NotificationEvent.SECOND_FACTOR_CHANGED, AccountLetters::secondFactor);
        letters.put(NotificationEvent.SECOND_FACTOR_RESET_ON_BEHALF, AccountLetters::secondFactorTaken);
        letters.put(NotificationEvent.CONTACT_ACKNOWLEDGED, ContactLetters::acknowledged);
        letters.put(NotificationEvent.CONTACT_ARRIVED, ContactLetters::arrived);
        letters.put(NotificationEvent.CUSTOMER_WROTE, ConversationLetters::wrote);
        letters.put(NotificationEvent.QUOTE_ANSWERED, ConversationLetters::quoteAnswered);
        letters.put(NotificationEvent.CONTACT_FORWARDED, ContactLetters::forwarded);
        letters.put(NotificationEvent.REQUEST_ANSWERED, ConversationLetters::answered);
        letters.put(NotificationEvent.CONTENT_TRIED, ContactLetters::tried);
        letters.put(NotificationEvent.QUOTE_SENT, QuoteMails::sent);
        letters.put(NotificationEvent.QUOTE_REMINDER, QuoteMails::reminder);
        return letters;
    }
}
