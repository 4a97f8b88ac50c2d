package fr.halle.payout.service;

import fr.halle.payment.service.MerchantAccount;
import fr.halle.payment.service.Patience;
import fr.halle.payment.service.PaymentProvider;
import fr.halle.payment.service.ProviderAnswer;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.Providers;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pays merchants (M62, T02–T04): all that is available leaves in one transfer, one under way per merchant, never before the payout
 * rule released it. A missing IBAN (M65), a changed one ({@link IbanFreezes}) or a returned payout hold it back; nothing else of the merchant's
 * is held up. No method may be called in a transaction.
 */
@Service
public class Payouts {

    /** A name of the provider's, as it may stand in an address. */
    private static final Pattern PROVIDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /** @param reached whether the provider may know of the payout, now or since before */
    private record Asked(boolean reached, ProviderAnswer<ProviderPayout> answer) {}

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private PayoutPlanning planning;

    @Inject
    private PayoutSteps steps;

    @Inject
    private Providers providers;

    /** Merchants with available money, by id. */
    public List<Long> candidates(long afterMerchantId, int most) {
        return planning.candidates(afterMerchantId, most);
    }

    /** Merchants whose available money waits, the largest amounts first; of one portal, or of all (null). */
    public List<WaitingMerchant> waiting(@Nullable Long portal, int most) {
        return planning.waiting(portal, most);
    }

    /** Sets aside what is available to a merchant and sends it. @return the payout; empty where nothing leaves now */
    public OptionalLong pay(long merchantId) {
        OptionalLong planned = transactions.inNew(() -> planning.plan(merchantId));
        planned.ifPresent(this::advance);
        return planned;
    }

    /** Payouts whose turn has come: to be sent, asked about, or watched for a return; by id. */
    public List<Long> due(long afterId, int most) {
        return sql.list(
                "select id from payout where next_check_at <= ? and id > ? order by id limit ?",
                row -> row.number("id"),
                clock.instant(),
                afterId,
                most);
    }

    /** Sends a payout, or asks what became of it. */
    public void advance(long payoutId) {
        transactions.inNew(() -> steps.claim(payoutId)).ifPresent(payout -> {
            Asked asked = ask(payout);
            ProviderAnswer<ProviderPayout> answer = asked.answer();
            transactions.inNew(() -> {
                if (answer instanceof Success<ProviderPayout> success) {
                    return steps.known(payout, success.value());
                }
                if (answer instanceof Refused<ProviderPayout> refused) {
                    return steps.refused(payout, refused.code() + " " + refused.text());
                }
                String cause = answer instanceof Unknown<ProviderPayout> unknown ? unknown.cause() : "";
                return asked.reached() ? steps.unanswered(payout, cause) : steps.notAsked(payout, cause);
            });
        });
    }

    /** The operator lets the money of a returned or failed payout leave again. */
    public void resume(long payoutId, Actor operator) {
        transactions.inNew(() -> sql.update(
                "update payout set resumed_at = ?, resumed_by = ? where id = ? and state in ('RETURNED', 'FAILED')",
                clock.instant(),
                operator.name(),
                payoutId));
    }

    /**
     * The operator has a payout without answer asked about now: under its key, or looked for where the provider has forgotten that one.
     *
     * @throws PayoutHeld while its merchant's changed IBAN is frozen, unless it can be looked for: it would be sent there
     */
    public void askAgain(long payoutId) {
        int asked = transactions.inNew(() -> sql.update(
                "update payout o set next_check_at = ? where id = ? and state in ('UNKNOWN', 'SENT')"
                        + " and (provider_id is not null or not " + Patience.KEY_STILL_KNOWN
                        + " or not exists (select from merchant m where m.id = o.merchant_id and m.iban_frozen_until > ?))",
                clock.instant(),
                payoutId,
                clock.instant()));
        if (asked == 0 && isHeld(payoutId)) {
            throw new PayoutHeld();
        }
        advance(payoutId);
    }

    /** What the bank statement says of it. */
    public String reference(long payoutId) {
        return sql.one("select reference from payout where id = ?", row -> row.text("reference"), payoutId)
                .orElseThrow();
    }

    /**
     * What the operator found on the provider's pages, as the provider tells of it now.
     *
     * @return empty where it cannot be this payout, or the provider does not answer: it has another amount, or another payout has that name
     */
    public Optional<ProviderPayout> named(long payoutId, String providerId) {
        boolean free = PROVIDER_ID.matcher(providerId).matches()
                && sql.number("select count(*) from payout where provider_id = ?", providerId) == 0;
        if (!free || !(providers.main().fetchPayout(providerId) instanceof Success<ProviderPayout> told)) {
            return Optional.empty();
        }
        long cents = sql.number("select amount_cents from payout where id = ?", payoutId);
        return Optional.of(told.value()).filter(one -> one.cents() == cents);
    }

    /**
     * It is the one that {@link #named} told of. In the caller's transaction.
     *
     * @throws PayoutNotAwaited when it is known by now, or being asked about
     */
    public void found(long payoutId, ProviderPayout told) {
        steps.found(payoutId, told);
    }

    private boolean isHeld(long payoutId) {
        return sql.number("select count(*) from payout where id = ? and state in ('UNKNOWN', 'SENT')", payoutId) > 0;
    }

    private Asked ask(Payout payout) {
        String known = payout.providerId();
        if (known != null) {
            return new Asked(true, providers.main().fetchPayout(known));
        }
        return payout.keyStillKnown() ? send(payout) : look(payout);
    }

    /** Asked for again, it would be paid a second time where the first one was made and only its answer was lost. */
    private Asked look(Payout payout) {
        Instant asked = payout.askedAt();
        ProviderAnswer<Optional<ProviderPayout>> found = providers
                .main()
                .findPayout(
                        payout.merchantId(),
                        payout.reference(),
                        Math.addExact(payout.amountCents(), payout.feeCents()),
                        asked == null ? Instant.EPOCH : asked)
                .beforeCall(true);
        if (found instanceof Success<Optional<ProviderPayout>> told
                && told.value().isEmpty()) {
            return transactions
                    .inNew(() -> steps.anew(payout))
                    .map(this::send)
                    .orElseGet(() -> new Asked(true, new Unknown<>("asked by another meanwhile")));
        }
        return new Asked(true, found.map(Optional::orElseThrow));
    }

    private Asked send(Payout payout) {
        PaymentProvider provider = providers.main();
        ProviderAnswer<MerchantAccount> account = provider.ensureMerchant(payout.merchantId());
        // Looked at when its bank account was read: an IBAN that was changed since the claim is frozen by now.
        boolean held = steps.isFrozen(payout.merchantId());
        return new Asked(
                payout.askedBefore() || account instanceof Success && !held,
                account.beforeCall(payout.askedBefore())
                        .then(merchant -> held
                                ? new Unknown<>("the IBAN was changed")
                                : provider.payout(
                                        payout.key(),
                                        merchant,
                                        payout.amountCents(),
                                        payout.feeCents(),
                                        payout.reference())));
    }
}
