package fr.halle.checkout.service;

import fr.halle.cart.service.CartTerms;
import fr.halle.cart.service.TestBasket;
import fr.halle.merchant.service.Terms;
import fr.halle.payment.service.IdleRunner;
import fr.halle.testing.Beans;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestProvider;
import fr.halle.testing.TestTransactions;
import fr.halle.testing.Wired;
import java.util.List;
import java.util.UUID;

/** A basket's world with terms published and what makes its drafts; Camille orders in it. */
final class TestTill {

    static final CustomerForm CAMILLE = new CustomerForm(
            "Camille", "Morel", "camille.morel@exemple.fr", "06 12 34 56 78", null, null, null, null, true);

    final TestBasket world = new TestBasket();
    final Terms terms = Wired.with(new Terms(), TestDatabase.sql(), new TestIds(), world.clock, Wired.atOnce());
    final CartTerms cartTerms = Wired.with(new CartTerms(), terms);
    final Drafts drafts = Wired.with(
            new Drafts(),
            world.carts,
            cartTerms,
            world.portals,
            world.clock,
            Wired.with(new ForAdults(), TestDatabase.sql()));

    TestTill() {
        terms.publish(world.town.portalId, world.town.merchantId, "fr", "Conditions de Maison Morel");
        terms.publish(
                world.town.portalId, world.shops.byId(world.cellarShop).merchantId(), "fr", "Conditions de la Cave");
        terms.publish(world.town.portalId, null, "fr", "Conditions du portail");
    }

    /** All that the basket asks to accept. */
    List<AcceptedTerms> accepted(UUID cart) {
        return cartTerms.of(world.view(cart), "fr").stream()
                .map(CartTerms.ToAccept::version)
                .filter(version -> version != null)
                .map(version -> new AcceptedTerms(version.id(), version.sha256()))
                .toList();
    }

    /** The button itself, with a provider that answers at once. */
    Ordering ordering() {
        TestTransactions transactions = new TestTransactions();
        Beans beans = new Beans(
                TestDatabase.sql(),
                new TestIds(),
                world.clock,
                new TestProvider(),
                transactions,
                transactions.afterCommit,
                new IdleRunner(),
                drafts);
        return beans.observing(PaymentConsequences.class).get(Ordering.class);
    }

    CheckoutForm form(UUID cart) {
        return new CheckoutForm(CAMILLE, accepted(cart), "192.0.2.7");
    }
}
