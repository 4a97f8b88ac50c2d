package fr.halle.checkout.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.service.Substitution.Confirmed;
import fr.halle.operation.service.Invariants;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.Why;
import fr.halle.order.service.BalanceConsequences;
import fr.halle.order.service.BalancePayments;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.CustomerIsTold;
import fr.halle.order.service.GivingBack;
import fr.halle.order.service.MerchantIsTold;
import fr.halle.order.service.MerchantOrderLifecycle;
import fr.halle.order.service.PlacesComeBack;
import fr.halle.payment.service.Captures;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.payment.service.RefundSaga;
import fr.halle.payout.service.Releases;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shop whose customers have paid, and whose merchant replaces what they ordered: everything real but the provider. */
final class Counter {

    static final Why GONE = new Why(CancelReason.UNAVAILABLE, "Plus de homard ce matin");

    final Till till;
    final Actor maud;
    final Substitution substitution;
    final ReplacementBaskets baskets;
    final Cancellation cancellation;
    final GivingBack givingBack;
    final MerchantOrderLifecycle lifecycle;

    /** A product of the first shop and its stock. */
    record Stocked(long product, long capacity, long cents) {}

    Counter(Preset preset) {
        till = new Till(preset);
        till.beans.observing(
                BalanceConsequences.class, MerchantIsTold.class, CustomerIsTold.class, PlacesComeBack.class);
        till.shop.account(till.shop.merchantId, "fr");
        maud = Actor.merchant(TestIds.id(), "Maud Bréhal", till.shop.merchantId);
        substitution = till.beans.get(Substitution.class);
        baskets = till.beans.get(ReplacementBaskets.class);
        cancellation = till.beans.get(Cancellation.class);
        givingBack = till.beans.get(GivingBack.class);
        lifecycle = till.beans.get(MerchantOrderLifecycle.class);
    }

    /** Something that is not collected: no slot is in the way. */
    Stocked stocked(String name, long cents, long many) {
        return stocked(till.shop.shopId, name, cents, many);
    }

    Stocked stocked(long shop, String name, long cents, long many) {
        long product = till.shop.product(shop, ProductKind.GOODS, name, cents, 550);
        till.shop.set(product, "collected", false);
        return new Stocked(product, till.shop.stock(product, many), cents);
    }

    /** Orders and pays so many of each. @return the part */
    long ordered(Map<String, String> settings, Map<Stocked, Long> what) {
        int no = 1;
        List<Line> lines = new java.util.ArrayList<>();
        for (Map.Entry<Stocked, Long> one : what.entrySet()) {
            Stocked stock = one.getKey();
            lines.add(till.line(
                    no++,
                    stock.product(),
                    one.getValue(),
                    stock.cents(),
                    Till.claim(stock.capacity(), one.getValue())));
        }
        return paid(till.draft(settings, till.part(lines.toArray(Line[]::new))));
    }

    long ordered(Stocked what, long quantity) {
        return ordered(Map.of(), Map.of(what, quantity));
    }

    long paid(fr.halle.checkout.model.OrderDraft draft) {
        UUID cart = till.cart();
        till.start(cart, draft);
        long payment = till.paymentOf(cart);
        till.pageOf(payment).end(State.PAID);
        till.payments.refresh(payment);
        return number(
                "select m.id from merchant_order m join payment p on p.order_id = m.order_id where p.id = ?", payment);
    }

    void choose(long part, Stocked what, long quantity) {
        choose(part, what, quantity, maud);
    }

    void choose(long part, Stocked what, long quantity, Actor actor) {
        baskets.add(part, choice(what, quantity), Map.of(), actor);
    }

    static Choice choice(Stocked what, long quantity) {
        return new Choice(what.product(), null, quantity, null, null, null, null, null, null);
    }

    void lines(long part, Long... lines) {
        baskets.replace(part, Set.of(lines), maud);
    }

    SubstitutionEffect preview(long part) {
        return preview(part, maud);
    }

    SubstitutionEffect preview(long part, Actor actor) {
        return TestDatabase.inTransaction(() -> substitution.preview(part, actor));
    }

    /** As the page does: what it shows is what is confirmed. @return the new part */
    long confirm(long part) {
        return confirm(part, maud);
    }

    long confirm(long part, Actor actor) {
        return confirm(confirmed(part, actor), actor);
    }

    Confirmed confirmed(long part, Actor actor) {
        SubstitutionEffect effect = preview(part, actor);
        return new Confirmed(
                part,
                effect.replaced().version(),
                effect.paid().cents(),
                effect.total().cents(),
                GONE);
    }

    long confirm(Confirmed asked, Actor actor) {
        String number = inTransaction(() -> substitution.confirm(asked, actor));
        return number("select id from merchant_order where number = ?", number);
    }

    <T> T inTransaction(Supplier<T> work) {
        return till.transactions.committing(() -> TestDatabase.inTransaction(work));
    }

    void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return "";
        });
    }

    /** Opens the newest link of the part and pays it. */
    void payBalance(long part) {
        till.beans
                .get(BalancePayments.class)
                .start(
                        text(
                                "select token from balance_due where merchant_order_id = ? and state <> 'PAID' limit 1",
                                part),
                        Till.BASE);
        long payment = number(
                "select p.id from payment p join balance_due b on b.bill_id = p.balance_id where b.merchant_order_id = ?"
                        + " and b.state <> 'PAID' order by p.id desc limit 1",
                part);
        till.pageOf(payment).end(State.PAID);
        till.payments.refresh(payment);
    }

    /** All refunds go to their end at the provider. */
    void refund() {
        till.sql
                .list(
                        "select r.id from refund r join payment p on p.id = r.payment_id where p.portal_id = ? and r.state <> 'SUCCEEDED'",
                        row -> row.number("id"),
                        till.shop.portalId)
                .forEach(till.beans.get(RefundSaga.class)::advance);
    }

    void capture() {
        till.sql
                .list(
                        "select id from payment where portal_id = ? and state = 'AUTHORISED'",
                        row -> row.number("id"),
                        till.shop.portalId)
                .forEach(till.beans.get(Captures.class)::capture);
    }

    int release() {
        Releases releases = till.beans.get(Releases.class);
        return inTransaction(() -> releases.release(till.sql.list(
                "select s.id from payment_share s join merchant_order m on m.id = s.merchant_order_id where m.portal_id = ?",
                row -> row.number("id"),
                till.shop.portalId)));
    }

    /** The checks that are off, of this portal. */
    List<String> off() {
        return till.beans.get(Invariants.class).prove(till.shop.portalId).checks().stream()
                .filter(check -> !check.isOk())
                .map(Object::toString)
                .toList();
    }

    int version(long part) {
        return (int) number("select version from merchant_order where id = ?", part);
    }

    long number(String statement, @Nullable Object... values) {
        return till.sql.number(statement, values);
    }

    String text(String statement, Object... values) {
        return till.text(statement, values);
    }

    String state(long part) {
        return text("select state from merchant_order where id = ?", part);
    }

    long taken(Stocked what) {
        return number("select taken from capacity where id = ?", what.capacity());
    }

    /** What is left of what was paid, of a part. */
    long left(long part) {
        return number(
                "select coalesce(sum(gross_cents - refunded_cents), 0) from payment_share where merchant_order_id = ?",
                part);
    }

    List<String> letters(long part) {
        return till.sql.list(
                "select event from notification where merchant_order_id = ? order by id",
                row -> row.text("event"),
                part);
    }

    /** What went back to the customers' cards. */
    long onCards() {
        return till.provider.all().stream()
                .mapToLong(known -> known.refundedCents())
                .sum();
    }
}
