package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.QuoteState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.Camille;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import java.util.Map;

/** A desk with a secretary, a request for a stay in February, and something to sell. */
final class QuotingDesk {

    static final QuoteMail MAIL = new QuoteMail(MailContentKind.QUOTE, "Votre séjour", "Bonjour Camille");

    final OpenDesk sales = new OpenDesk();
    final Actor secretary = Actor.merchant(TestIds.id(), "Maud", sales.shop.merchantId, Role.SECRETARY);
    final QuoteDesk quotes;
    final QuoteLines lines;
    final QuoteSending sending;
    final QuoteLifecycle lifecycle;
    final QuoteHolds holds;
    final long request = sales.open("Un séjour en février ?");

    QuotingDesk() {
        sales.beans.observing(QuoteFacts.class, QuoteEnds.class, ContactNews.class);
        quotes = sales.beans.get(QuoteDesk.class);
        lines = sales.beans.get(QuoteLines.class);
        sending = sales.beans.get(QuoteSending.class);
        lifecycle = sales.beans.get(QuoteLifecycle.class);
        holds = sales.beans.get(QuoteHolds.class);
    }

    long begin() {
        return TestDatabase.inTransaction(() -> quotes.begin(secretary, request));
    }

    QuoteView view(long quote) {
        return quotes.view(secretary, quote);
    }

    long free(long quote, String label, long cents) {
        return TestDatabase.inTransaction(() -> lines.addFree(
                secretary, quote, new FreeLine(null, ProductKind.GOODS, label, cents, 2000, 1, null, null)));
    }

    /** An outing on 17 February with so many places. @return its product, whose only session {@link #joined} takes part in */
    long outing(long cents, long places) {
        long product = sales.shop.product(ProductKind.ACTIVITY, "Balade en raquettes", cents, 2000);
        sales.shop.capacity(
                product,
                null,
                null,
                java.time.Instant.parse("2027-02-17T09:00:00Z"),
                java.time.Instant.parse("2027-02-17T12:00:00Z"),
                null,
                places);
        return product;
    }

    static Choice joined(long product, long persons) {
        return new Choice(
                product, null, persons, null, null, java.time.Instant.parse("2027-02-17T09:00:00Z"), null, null, null);
    }

    /** A tenth of what activities cost, one euro at least. @return its product */
    long insurance() {
        long insurance = sales.shop.product(ProductKind.INSURANCE, "Annulation", 100, 0);
        sales.shop.terms(insurance, "{\"rateBp\": 1000, \"minCents\": 100, \"insuredKinds\": [\"ACTIVITY\"]}");
        return insurance;
    }

    static Choice insured(long insurance) {
        return new Choice(insurance, null, 1, null, null, null, null, null, null);
    }

    /** What the first prestation of this name costs, in cents. */
    static long price(QuoteView view, String name) {
        return view.lines().stream()
                .filter(line -> line.line().name().equals(name))
                .findFirst()
                .orElseThrow()
                .line()
                .totalCents();
    }

    long add(long quote, Choice choice) {
        return TestDatabase.inTransaction(() -> lines.addFromCatalog(secretary, quote, choice, Map.of()));
    }

    void send(long quote) {
        TestDatabase.inTransaction(
                () -> sending.send(secretary, quote, view(quote).head().version(), Camille.form(), MAIL));
    }

    QuoteState state(long quote) {
        return view(quote).head().state();
    }

    long taken(long product) {
        return sales.sql.number("select coalesce(sum(taken), 0) from capacity where product_id = ?", product);
    }

    /** What is kept of the request's quotes, compared with their rows. */
    boolean factsAgree() {
        return sales.sql.number(
                        "select count(*) from sales_request r where id = ? and prestations = " + QuoteFacts.PRESTATIONS
                                + " and quoted_cents = " + QuoteFacts.QUOTED + " and due_on is not distinct from "
                                + QuoteFacts.DUE + " and (acted_at is null) = (" + QuoteFacts.ACTED + " is null)",
                        request)
                == 1;
    }

    LocalDate today() {
        return sales.clock.today();
    }
}
