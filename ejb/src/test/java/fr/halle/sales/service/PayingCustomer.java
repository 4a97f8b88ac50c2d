package fr.halle.sales.service;

import fr.halle.checkout.service.AcceptedTerms;
import fr.halle.checkout.service.CheckoutForm;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.checkout.service.CustomerForm;
import fr.halle.checkout.service.PaymentConsequences;
import fr.halle.order.service.BalanceConsequences;
import fr.halle.order.service.BalancePayments;
import fr.halle.payment.service.Payments;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.testing.Camille;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who gets the quotes of a desk: accepts them, goes to the bank's page, comes back or does not. */
final class PayingCustomer {

    private static final String BASE = "http://montagne.localhost:8080";

    final QuoteAnswers answers;
    private final QuotingDesk desk;
    private final Payments payments;
    private final BalancePayments balances;
    private final Map<Long, AcceptedTerms> terms = new HashMap<>();

    PayingCustomer(QuotingDesk desk) {
        this.desk = desk;
        desk.sales.beans.observing(
                AgreedFacts.class, QuotePayments.class, PaymentConsequences.class, BalanceConsequences.class);
        answers = desk.sales.beans.get(QuoteAnswers.class);
        payments = desk.sales.beans.get(Payments.class);
        balances = desk.sales.beans.get(BalancePayments.class);
        sells(desk.sales.shop.merchantId);
    }

    /** A merchant whose terms the customer reads and accepts. */
    void sells(long merchant) {
        long version = TestIds.id();
        desk.sales.sql.update(
                "insert into terms_version (id, portal_id, merchant_id, language, version, body, sha256, published_at)"
                        + " values (?, ?, ?, 'fr', 1, 'Conditions', 'abc', ?)",
                version,
                desk.sales.shop.portalId,
                merchant,
                desk.sales.clock.instant());
        terms.put(merchant, new AcceptedTerms(version, "abc"));
    }

    CheckoutStarted accept(long quote, Set<Long> picked) {
        return accept(quote, picked, UUID.randomUUID().toString());
    }

    /** @param key names the press */
    CheckoutStarted accept(long quote, Set<Long> picked, String key) {
        return accept(quote, picked, key, Camille.form());
    }

    CheckoutStarted accept(long quote, Set<Long> picked, String key, CustomerForm who) {
        List<AcceptedTerms> read = new ArrayList<>();
        offered(quote).quote().sellers().forEach(seller -> read.add(terms.get(seller.merchantId())));
        return accept(quote, new QuoteAnswers.Acceptance(key, picked, new CheckoutForm(who, read, "192.0.2.7")));
    }

    CheckoutStarted accept(long quote, QuoteAnswers.Acceptance answer) {
        return answers.accept(desk.sales.shop.portalId, token(quote), answer, BASE);
    }

    /** Presses the button, and pays what the page asks. */
    void acceptAndPay(long quote) {
        accept(quote, Set.of());
        pay(State.PAID);
    }

    /** The balances of the quote's order, all with the bill that its mail leads to. */
    void payBalance(long quote) {
        String token = desk.sales
                .sql
                .one(
                        "select b.token from balance_due b join quote q on q.order_id = b.order_id where q.id = ? and b.state <> 'PAID' order by b.id limit 1",
                        row -> row.text("token"),
                        quote)
                .orElseThrow();
        balances.start(token, BASE);
        pay(State.PAID);
    }

    /** The page that is open ends so. */
    void pay(State how) {
        end(
                pages().stream()
                        .filter(page -> page.state() == State.OPEN)
                        .findFirst()
                        .orElseThrow(),
                how);
    }

    void end(TestProvider.Known page, State how) {
        page.end(how);
        payments.refresh(desk.sales.sql.number("select id from payment where provider_id = ?", page.id));
    }

    /** All that were ever opened at the bank. */
    List<TestProvider.Known> pages() {
        return desk.sales.provider.all();
    }

    OfferedQuote offered(long quote) {
        return answers.byToken(desk.sales.shop.portalId, token(quote));
    }

    String token(long quote) {
        return answers.tokenOf(quote);
    }
}
