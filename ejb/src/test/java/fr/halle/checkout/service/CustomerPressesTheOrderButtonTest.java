package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.halle.cart.service.CartAlreadyOrdered;
import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Collection;
import fr.halle.cart.service.TestBasket;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.merchant.service.Terms;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Settings;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerPressesTheOrderButtonTest {

    private final TestTill till = new TestTill();
    private final TestBasket world = till.world;
    private final UUID cart = world.ready();
    private final Ordering ordering = till.ordering();

    /** K29, M02: one part per merchant, the total is what the basket said. */
    @Test
    void freezesWhatTheBasketSaid() {
        OrderDraft draft = make(till.form(cart));
        assertThat(draft.totalCents()).isEqualTo(world.view(cart).totalCents()).isEqualTo(3260);
        assertThat(draft.parts()).extracting(Part::mode).containsExactly("PICKUP", "PICKUP");
        Part oysters = draft.parts().get(0);
        assertThat(oysters.slotStart()).isEqualTo(TestClock.instantOf("2026-05-15T10:30"));
        assertThat(oysters.slotEnd()).isEqualTo(TestClock.instantOf("2026-05-15T11:00"));
        assertThat(oysters.serviceDate()).isEqualTo("2026-05-15");
        assertThat(draft.parts().stream().flatMap(part -> part.lines().stream()))
                .extracting(OrderDraft.Line::no)
                .containsExactly(1, 2);
        assertThat(oysters.lines().get(0).claims()).isNotEmpty();
        assertThat(Settings.of(draft.settings()).preset()).isEqualTo(Preset.TOWN_PICKUP);
        DraftCheck.balances(draft);
    }

    /** Section 9: a setting is frozen on the order when it is placed; what the operator changes later counts for others. */
    @Test
    void keepsThePortalsSettingsOfThatMoment() {
        world.portals.change(world.town.portalId, PayoutSettings.DELAY, "72");
        OrderDraft draft = make(till.form(cart));
        world.portals.change(world.town.portalId, PayoutSettings.DELAY, "24");
        assertThat(Settings.of(draft.settings()).get(PayoutSettings.DELAY)).isEqualTo(72);
    }

    /** C04, K14: which version, its fingerprint, when and from where. */
    @Test
    void keepsTheEvidenceOfEachMerchantsTerms() {
        OrderDraft draft = make(till.form(cart));
        assertThat(draft.terms()).hasSize(3).allSatisfy(terms -> {
            assertThat(terms.acceptedAt()).isEqualTo(world.clock.instant());
            assertThat(terms.address()).isEqualTo("192.0.2.7");
        });
        assertThat(draft.terms().get(0).sha256()).isEqualTo(Terms.sha256("Conditions de Maison Morel"));
        assertThat(draft.terms().get(0).merchantId()).isEqualTo(world.town.merchantId);
        assertThat(draft.terms().get(2).merchantId()).isNull();
    }

    @Test
    void isToldEverythingThatIsMissingAtOnce() {
        UUID raw = world.open();
        world.add(raw, world.oysters, 1);
        world.add(raw, world.wine, 1);
        CustomerForm nobody = new CustomerForm(null, null, "camille@exemple", null, null, null, null, null, false);
        long own = till.accepted(raw).get(2).id();
        long morel = till.accepted(raw).get(0).id();
        long cellar = till.accepted(raw).get(1).id();
        assertThat(errors(raw, new CheckoutForm(nobody, List.of(), "192.0.2.7")))
                .extracting(FieldError::field, FieldError::key)
                .containsExactlyInAnyOrder(
                        row("firstName", "checkout.error.firstName.MISSING"),
                        row("lastName", "checkout.error.lastName.MISSING"),
                        row("email", "checkout.error.email.NO_DOMAIN"),
                        row("phone", "checkout.error.phone.MISSING"),
                        row("adult", "checkout.error.adult.MISSING"),
                        row("part." + world.town.shopId + ".slot", "checkout.error.slot.MISSING"),
                        row("part." + world.cellarShop + ".slot", "checkout.error.slot.MISSING"),
                        row("terms." + morel, "checkout.error.terms.MISSING"),
                        row("terms." + cellar, "checkout.error.terms.MISSING"),
                        row("terms." + own, "checkout.error.terms.PORTAL"));
    }

    /** The text changed while the page was open: what is sold under now must be read first. */
    @Test
    void cannotAcceptAnEarlierVersion() {
        CheckoutForm form = till.form(cart);
        till.terms.publish(world.town.portalId, world.town.merchantId, "fr", "Conditions de Maison Morel, mai");
        assertThat(errors(cart, form)).singleElement().satisfies(error -> {
            assertThat(error.key()).isEqualTo("checkout.error.terms.MISSING");
            assertThat(error.about()).isEqualTo("Maison Morel");
        });
    }

    @Test
    void cannotForgeTheFingerprint() {
        List<AcceptedTerms> forged = till.accepted(cart).stream()
                .map(terms -> new AcceptedTerms(terms.id(), "0".repeat(64)))
                .toList();
        assertThat(errors(cart, new CheckoutForm(TestTill.CAMILLE, forged, "192.0.2.7")))
                .hasSize(3);
    }

    /** L221-14: the price that was read before the button is the price of the order. */
    @Test
    void paysWhatTheButtonWasSaidToCostOrIsAskedAgain() {
        CartView shown = world.view(cart);
        CheckoutForm.Sums seen = new CheckoutForm.Sums(shown.totalCents(), shown.dueNowCents());
        CheckoutForm form = new CheckoutForm(TestTill.CAMILLE, till.accepted(cart), "192.0.2.7", seen);
        assertThat(make(form).dueNowCents()).isEqualTo(seen.dueNowCents());
        TestDatabase.sql().update("update product set from_cents = from_cents + 1 where id = ?", world.oysters);
        assertThat(errors(cart, form))
                .extracting(FieldError::field, FieldError::key)
                .containsExactly(row("total", "checkout.error.total.CHANGED"));
    }

    /** One key is one order: what was put in meanwhile is neither sold under it nor passed over in silence. */
    @Test
    void findsTheSameOrderUnderOneKeyAndNoOther() {
        CheckoutForm form = seeing();
        CheckoutStarted first = press(form, "192.0.2.7");
        assertThat(press(form, "192.0.2.7")).isEqualTo(first);
        assertThat(press(form, "198.51.100.9"))
                .as("the telephone found another network")
                .isEqualTo(first);
        CheckoutForm unseen = till.form(cart);
        world.add(cart, world.oysters, 1);
        assertThat(press(form, "192.0.2.7"))
                .as("sent again, its answer was lost")
                .isEqualTo(first);
        assertThatThrownBy(() -> press(seeing(), "192.0.2.7")).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> press(unseen, "192.0.2.7"))
                .as("nothing was said of the price")
                .isInstanceOf(IdempotencyKeyReused.class);
        TestDatabase.sql().update("update cart set state = 'ORDERED', version = version + 1 where id = ?", cart);
        assertThat(press(form, "192.0.2.7").orderNumber()).isEqualTo(first.orderNumber());
        CheckoutForm.Sums others = new CheckoutForm.Sums(9_999, 9_999);
        assertThatThrownBy(() -> press(new CheckoutForm(TestTill.CAMILLE, form.terms(), "", others), "192.0.2.7"))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    private CheckoutForm seeing() {
        CartView shown = world.view(cart);
        return new CheckoutForm(
                TestTill.CAMILLE,
                till.accepted(cart),
                "",
                new CheckoutForm.Sums(shown.totalCents(), shown.dueNowCents()));
    }

    private CheckoutStarted press(CheckoutForm form, String address) {
        return ordering.press(new Ordering.Press(
                world.town.portalId,
                cart,
                "one-key",
                new CheckoutForm(form.customer(), form.terms(), address, form.seen()),
                null,
                Till.BASE,
                PaymentMethod.CARD));
    }

    @Test
    void isToldWhatIsGone() {
        TestDatabase.sql().update("update capacity set taken = total where product_id = ?", world.oysters);
        assertThat(errors(cart, till.form(cart))).singleElement().satisfies(error -> {
            assertThat(error.field()).startsWith("line.");
            assertThat(error.about()).isEqualTo("Huîtres creuses n° 3");
            assertThat(error.key()).isEqualTo("error.ChoiceRefused.SOLD_OUT");
        });
    }

    @Test
    void isToldThatItsSlotIsGone() {
        CheckoutForm form = till.form(cart);
        world.clock.set("2026-05-15T10:00");
        assertThat(errors(cart, form))
                .extracting(FieldError::key)
                .containsOnly("checkout.error.slot.GONE")
                .hasSize(2);
    }

    /** C10: what is brought needs a door. */
    @Test
    void givesAnAddressWhereSomethingIsBrought() {
        TestDatabase.sql().update("update shop set delivery = true where id = ?", world.cellarShop);
        world.shops.forget(world.cellarShop);
        world.carts.choosePart(world.town.portalId, cart, world.cellarShop, Collection.delivery());
        assertThat(errors(cart, till.form(cart)))
                .extracting(FieldError::field)
                .containsExactly("street", "postcode", "city");

        CustomerForm home = new CustomerForm(
                "Camille", "Morel", "c@exemple.fr", "0612345678", "3 rue des Lilas", "14390", "Ville", "fr", true);
        Part brought = make(new CheckoutForm(home, till.accepted(cart), "192.0.2.7"))
                .parts()
                .get(1);
        assertThat(brought.street()).isEqualTo("3 rue des Lilas");
        assertThat(brought.slotStart()).isNull();

        world.carts.choosePart(
                world.town.portalId,
                cart,
                world.cellarShop,
                new Collection(Collection.Mode.DELIVERY, null, "9 quai Neuf", "14390", "Ville", "2e étage"));
        Part elsewhere = make(till.form(cart)).parts().get(1);
        assertThat(elsewhere.street()).isEqualTo("9 quai Neuf");
        assertThat(elsewhere.note()).isEqualTo("2e étage");
    }

    @Test
    void cannotOrderNothing() {
        UUID empty = world.open();
        assertThat(errors(empty, new CheckoutForm(TestTill.CAMILLE, till.accepted(cart), "")))
                .extracting(FieldError::key)
                .containsExactly("checkout.error.cart.EMPTY");
    }

    @Test
    void cannotOrderTwiceNorAnothersBasket() {
        assertThatThrownBy(() -> till.drafts.make(TestShop.in(Preset.MOUNTAIN).portalId, cart, till.form(cart), "fr"))
                .isInstanceOf(CartUnknown.class);
        CheckoutForm form = till.form(cart);
        TestDatabase.sql().update("update cart set state = 'ORDERED', version = version + 1 where id = ?", cart);
        assertThatThrownBy(() -> make(form)).isInstanceOf(CartAlreadyOrdered.class);
    }

    /** C04: nothing is sold under no terms. */
    @Test
    void cannotBuyOfAMerchantWithoutTerms() {
        CheckoutForm form = till.form(cart);
        TestDatabase.sql().update("delete from terms_version where merchant_id = ?", world.town.merchantId);
        till.terms.publish(world.town.portalId, null, "en", "Portal terms");
        assertThat(errors(cart, form)).extracting(FieldError::key).contains("checkout.error.terms.UNPUBLISHED");
    }

    /** Nobody's personal data is in what a log would print. */
    @Test
    void isRefusedWithoutRepeatingWhatWasTyped() {
        CustomerForm form = new CustomerForm("Camille", "Morel", "secret@", "0699", null, null, null, null, true);
        CheckoutRefused refused = catchThrowableOfType(
                CheckoutRefused.class, () -> make(new CheckoutForm(form, till.accepted(cart), "")));
        assertThat(refused.getMessage()).doesNotContain("secret").doesNotContain("0699");
        List<Object> all = new ArrayList<>(Arrays.asList(refused.details()));
        refused.errors().forEach(error -> all.addAll(error.details()));
        assertThat(all.toString()).doesNotContain("secret").doesNotContain("0699");
    }

    private OrderDraft make(CheckoutForm form) {
        return till.drafts.make(world.town.portalId, cart, form, "fr");
    }

    private List<FieldError> errors(UUID ofCart, CheckoutForm form) {
        CheckoutRefused refused = catchThrowableOfType(
                CheckoutRefused.class, () -> till.drafts.make(world.town.portalId, ofCart, form, "fr"));
        assertThat(refused).isNotNull();
        return refused.errors();
    }

    private static org.assertj.core.groups.Tuple row(String field, String key) {
        return org.assertj.core.groups.Tuple.tuple(field, key);
    }
}
