package fr.halle.operation.service;

import fr.halle.payment.service.ProviderAnswer;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderReport;
import fr.halle.payment.service.Providers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/**
 * The provider's totals against the ledger. What the provider has done and not yet told us lies between the two: it explains a
 * difference up to its own amount, and not a cent more. Load tests' instant payments never reached the provider.
 */
@Service
class ProviderCheck {

    /** What the provider should hold, if everything we asked for is done and nothing else. */
    private static final String EXPECTED = """
            select (select coalesce(sum(p.amount_cents), 0) from posting p join ledger_account a on a.id = p.account_id where a.type = 'PSP')
                 - (select coalesce(sum(amount_cents), 0) from payout where state in ('SENT', 'UNKNOWN') and provider_id is not null)
                 - (select coalesce(sum(r.amount_cents), 0) from refund r where r.state <> 'SUCCEEDED' and r.payin_refund_id is not null)
                 - (select coalesce(sum(p.amount_cents), 0) from payment p where p.method = 'INSTANT' and p.state in ('AUTHORISED', 'CAPTURED', 'VOIDED') and p.order_id is not null)
                 + (select coalesce(sum(r.amount_cents), 0) from refund r join payment p on p.id = r.payment_id
                     where p.method = 'INSTANT' and r.state = 'SUCCEEDED')""";

    /** What is between question and answer: pages, calls without an answer, payments that go back whole or are disputed. */
    private static final String OPEN = """
            select (select coalesce(sum(amount_cents), 0) from payment where method = 'CARD'
                     and (state in ('INITIATED', 'REDIRECTED', 'UNKNOWN', 'ABANDONED', 'EXPIRED') or (return_key is not null and state = 'AUTHORISED')))
                 + (select coalesce(sum(p.disputed_cents - (select coalesce(sum(r.amount_cents), 0) from refund r
                                                                where r.payment_id = p.id and r.state = 'SUCCEEDED'
                                                                  and (r.payin_refund_id = 'chargeback' or r.outside_reference is not null and p.disputed_whole))), 0)
                      from payment p where p.state = 'DISPUTED')
                 + (select coalesce(sum(amount_cents), 0) from refund where state in ('SENT', 'UNKNOWN') and payin_refund_id is null)
                 + (select coalesce(sum(amount_cents), 0) from payout where state in ('SENT', 'UNKNOWN') and provider_id is null)""";

    @Inject
    private Sql sql;

    @Inject
    private Providers providers;

    Check ask() {
        ProviderAnswer<ProviderReport> answer = providers.main().report();
        long rows = sql.number("select count(*) from payment");
        if (!(answer instanceof Success<ProviderReport> success)) {
            return new Check("provider", Check.Unit.CENTS, rows, 0, false);
        }
        long held = success.value().heldCents();
        long off = Math.abs(held - sql.number(EXPECTED));
        return Check.cents("provider", rows, Math.max(0, off - sql.number(OPEN)));
    }
}
