package fr.halle.payment.service;

import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Brings a refund to its end, one call to the provider at a time: claimed in a transaction, called outside any, the answer written
 * in a transaction of its own. It may die at any point: what was not written is asked again under the same key (C15, T06).
 */
@Service
public class RefundSaga {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private RefundSteps steps;

    @Inject
    private Providers providers;

    /** Refunds whose turn has come, by id. */
    public List<Long> due(long afterId, int most) {
        return sql.list(
                "select id from refund where next_check_at <= ? and state <> 'SUCCEEDED' and id > ? order by id limit ?",
                row -> row.number("id"),
                clock.instant(),
                afterId,
                most);
    }

    /** Goes as far as the provider answers. Must not be called in a transaction. */
    public void advance(long refundId) {
        Optional<Refund> next = transactions.inNew(() -> steps.claim(refundId));
        while (next.isPresent()) {
            Refund refund = next.get();
            next = switch (refund.step()) {
                case TAKE_FROM_MERCHANT, GIVE_TO_CARD -> named(refund, ask(refund));
                case CONFIRM_MERCHANT, CONFIRM_CARD -> confirmed(refund, confirm(refund));
            };
        }
    }

    /** The operator has it asked again now. What its merchant has not sent yet goes on waiting (K7). */
    public void askAgain(long refundId) {
        transactions.inNew(() -> sql.update(
                "update refund set next_check_at = ? where id = ? and state <> 'SUCCEEDED' and not (" + Refunds.WAITING
                        + ")",
                clock.instant(),
                refundId));
        advance(refundId);
    }

    /** Looks first for what was made already, where the provider may have forgotten the key: it would refund a second time. */
    private ProviderAnswer<String> ask(Refund refund) {
        if (refund.takenByBank() && refund.step() == Refund.Step.GIVE_TO_CARD) {
            return new Success<>(Refund.BY_BANK);
        }
        if (refund.keyStillKnown()) {
            return order(refund);
        }
        return find(refund)
                .beforeCall(true)
                .then(made -> made.<ProviderAnswer<String>>map(Success::new).orElseGet(() -> order(refund)));
    }

    private ProviderAnswer<Optional<String>> find(Refund refund) {
        PaymentProvider provider = providers.of(refund.method());
        return refund.step() == Refund.Step.GIVE_TO_CARD
                ? provider.findPaymentRefund(refund.payinKey(), refund.providerId())
                : provider.findTransferRefund(refund.transferKey(), String.valueOf(refund.shareTransferId()));
    }

    private ProviderAnswer<String> order(Refund refund) {
        PaymentProvider provider = providers.of(refund.method());
        if (refund.step() == Refund.Step.GIVE_TO_CARD) {
            return provider.refundPayment(
                    refund.payinKey(), refund.portalId(), refund.providerId(), refund.amountCents());
        }
        return provider.refundTransfer(
                refund.transferKey(),
                refund.portalId(),
                String.valueOf(refund.shareTransferId()),
                refund.amountCents(),
                refund.feeReturnedCents());
    }

    private ProviderAnswer<Boolean> confirm(Refund refund) {
        if (Refund.BY_BANK.equals(refund.payinRefundId())) {
            return new Success<>(true);
        }
        return providers
                .of(refund.method())
                .fetchRefund(String.valueOf(
                        refund.step() == Refund.Step.CONFIRM_CARD
                                ? refund.payinRefundId()
                                : refund.transferRefundId()));
    }

    private Optional<Refund> named(Refund refund, ProviderAnswer<String> answer) {
        return transactions.inNew(() -> {
            if (answer instanceof Success<String> success) {
                return steps.named(refund, success.value());
            }
            return steps.unfinished(refund, words(answer), answer instanceof Refused);
        });
    }

    private Optional<Refund> confirmed(Refund refund, ProviderAnswer<Boolean> answer) {
        return transactions.inNew(() -> {
            if (answer instanceof Success<Boolean> success && success.value()) {
                return steps.made(refund);
            }
            return steps.unfinished(refund, words(answer), answer instanceof Success);
        });
    }

    private static String words(ProviderAnswer<?> answer) {
        if (answer instanceof Refused<?> refused) {
            return refused.code() + " " + refused.text();
        }
        return answer instanceof Unknown<?> unknown ? unknown.cause() : "the provider's refund failed";
    }
}
