package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.identity.model.IdentitySettings;
import fr.halle.identity.model.NewAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.merchant.model.MerchantSettings;
import fr.halle.notification.model.NotificationSettings;
import fr.halle.operation.service.PortalSettingsDesk.Change;
import fr.halle.operation.service.SettingsRefused.Why;
import fr.halle.order.model.CancelLimit;
import fr.halle.order.model.OrderSettings;
import fr.halle.payment.model.FeeSettings;
import fr.halle.payment.model.RefundSettings;
import fr.halle.payout.model.PayoutRule;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Setting;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.QuoteSettings;
import fr.halle.sales.model.SalesSettings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The settings K1–K30 in the hands of the portal's operator. */
class AnOperatorChangesItsPortalTest {

    private static final Sql SQL = TestDatabase.sql();
    private static final String CANCEL = OrderSettings.CANCEL_MERCHANT_UNTIL.key();
    private static final String DELAY = PayoutSettings.DELAY.key();

    private final TestClock clock = new TestClock("2026-05-13T09:20");
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestShop other = TestShop.in(Preset.TOWN_ORDERS);
    private final Audit audit = Wired.with(new Audit(), SQL, new TestIds(), clock);
    private final Accounts accounts = Wired.with(new Accounts(), SQL, new TestIds(), clock, audit);
    private final Portals portals = Wired.with(new Portals(), SQL, Wired.atOnce());
    private final PortalSettingsDesk desk = Wired.with(new PortalSettingsDesk(), SQL, portals, accounts, audit);
    private final Actor ana = operator("ana", town.portalId);

    @Test
    void everySettingThatIsObeyedIsOnThePageOnceAndSaysWhoAskedForIt() {
        List<Setting<?>> obeyed = Stream.of(
                        OrderSettings.ALL,
                        CheckoutSettings.ALL,
                        FeeSettings.ALL,
                        RefundSettings.ALL,
                        PayoutSettings.ALL,
                        NotificationSettings.ALL,
                        SalesSettings.ALL,
                        QuoteSettings.ALL,
                        IdentitySettings.ALL,
                        MerchantSettings.ALL)
                .<Setting<?>>flatMap(List::stream)
                .toList();
        assertThat(SettingGroup.all()).containsExactlyInAnyOrderElementsOf(obeyed);
        assertThat(SettingGroup.all())
                .allSatisfy(setting -> assertThat(setting.requirement()).matches("[KMCOS]\\d+|§10"));
    }

    @Test
    void itIsObeyedAtOnceAndWrittenDown() {
        assertThat(change(CANCEL, "BEFORE_VALIDATION", "NEVER")).isEqualTo(1);
        assertThat(portals.byId(town.portalId).settings().get(OrderSettings.CANCEL_MERCHANT_UNTIL))
                .isEqualTo(CancelLimit.NEVER);
        assertThat(desk.changes(ana, town.portalId, 10))
                .containsExactly(new Change(clock.instant(), "ana", CANCEL, "BEFORE_VALIDATION", "NEVER"));
        assertThat(portals.byId(other.portalId).settings().changed()).isEmpty();
    }

    /** The truth is the database: the other node has its own memory. */
    @Test
    void onTheOtherNodeWithinASecondOrSo() {
        Portals otherNode = Wired.with(new Portals(), SQL, Wired.atOnce());
        assertThat(otherNode.byId(town.portalId).settings().get(PayoutSettings.DELAY))
                .isEqualTo(48);
        change(DELAY, "48", "72");
        LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
        assertThat(otherNode.byId(town.portalId).settings().get(PayoutSettings.DELAY))
                .isEqualTo(72);
    }

    @Test
    void backToThePresetNothingIsKept() {
        change(DELAY, "48", "72");
        change(DELAY, "72", "48");
        assertThat(SQL.number("select count(*) from portal_setting where portal_id = ?", town.portalId))
                .isZero();
    }

    @Test
    void whatCannotBeIsSaidBesideItsFieldAndNothingIsChanged() {
        Map<String, String> shown = Map.of(DELAY, "48", CANCEL, "BEFORE_VALIDATION", "fees.rate_bp", "290");
        assertThatThrownBy(() -> desk.change(
                        ana,
                        town.portalId,
                        shown,
                        Map.of(DELAY, "-1", CANCEL, "ALWAYS", "fees.rate_bp", "2,9", "sms.new_order", "false")))
                .isInstanceOfSatisfying(
                        SettingsRefused.class,
                        refused -> assertThat(refused.fields())
                                .containsOnly(
                                        Map.entry(DELAY, Why.OUT_OF_RANGE),
                                        Map.entry(CANCEL, Why.NOT_A_VALUE),
                                        Map.entry("fees.rate_bp", Why.NOT_A_VALUE)));
        assertThat(SQL.number("select count(*) from portal_setting where portal_id = ?", town.portalId))
                .isZero();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        change(DELAY, "48", "72");
        assertThatThrownBy(() -> change(DELAY, "48", "24"))
                .isInstanceOfSatisfying(
                        SettingsRefused.class,
                        refused -> assertThat(refused.fields()).containsOnly(Map.entry(DELAY, Why.CHANGED_MEANWHILE)));
        assertThat(change(CANCEL, "BEFORE_VALIDATION", "NEVER")).isEqualTo(1);
    }

    @Test
    void anotherPortalsOperatorAndAMerchantAreRefused() {
        Actor bob = operator("bob", other.portalId);
        Actor merchant = merchant();
        for (Actor stranger : List.of(bob, merchant)) {
            assertThatThrownBy(() -> desk.of(stranger, town.portalId)).isInstanceOf(PortalForbidden.class);
            assertThatThrownBy(() -> desk.changes(stranger, town.portalId, 10)).isInstanceOf(PortalForbidden.class);
            assertThatThrownBy(() -> desk.adopt(stranger, town.portalId, Preset.MOUNTAIN))
                    .isInstanceOf(PortalForbidden.class);
            assertThatThrownBy(() -> desk.change(stranger, town.portalId, Map.of(), Map.of(DELAY, "1")))
                    .isInstanceOf(PortalForbidden.class);
        }
        assertThat(desk.of(operator("eve", null), town.portalId).preset()).isEqualTo(Preset.TOWN_PICKUP);
    }

    /** O14: whom the merchants turn to is in the mails that leave from now on. */
    @Test
    void theHelpForMerchantsIsAnAddressThatCanBeWrittenTo() {
        desk.changeSupport(ana, town.portalId, " aide@ville.fr ", "+33 2 31 00 00 00");
        assertThat(portals.byId(town.portalId).supportEmail()).isEqualTo("aide@ville.fr");
        assertThat(portals.byId(town.portalId).supportPhone()).isEqualTo("+33 2 31 00 00 00");
        for (String typed :
                List.of("", "aide", "a@b", "a@exemple.fr\r\nBcc: b@exemple.fr", "a@exemple.fr, b@exemple.fr")) {
            assertThatThrownBy(() -> desk.changeSupport(ana, town.portalId, typed, ""))
                    .as(typed)
                    .isInstanceOf(SupportRefused.class);
        }
        assertThatThrownBy(() -> desk.changeSupport(ana, town.portalId, "aide@ville.fr", "javascript:x"))
                .isInstanceOf(SupportRefused.class);
        assertThatThrownBy(() -> desk.changeSupport(operator("eve", other.portalId), town.portalId, "x@exemple.fr", ""))
                .isInstanceOf(PortalForbidden.class);
        assertThat(portals.byId(town.portalId).supportEmail()).isEqualTo("aide@ville.fr");
    }

    /** The rules of another document, the town's own face. */
    @Test
    void aPresetIsTakenOverWhole() {
        change(DELAY, "48", "72");
        desk.adopt(ana, town.portalId, Preset.TOWN_ORDERS);
        assertThat(portals.byId(town.portalId).settings()).satisfies(settings -> {
            assertThat(settings.preset()).isEqualTo(Preset.TOWN_PICKUP);
            assertThat(settings.get(PayoutSettings.TRIGGER)).isEqualTo(PayoutRule.Trigger.PAID);
            assertThat(settings.get(PayoutSettings.DELAY)).isEqualTo(10);
            assertThat(FeeSettings.atPayout(settings)).isTrue();
        });
        desk.adopt(ana, town.portalId, Preset.TOWN_PICKUP);
        assertThat(portals.byId(town.portalId).settings().changed()).isEmpty();
    }

    private int change(String key, String shown, String asked) {
        return desk.change(ana, town.portalId, Map.of(key, shown), Map.of(key, asked));
    }

    private Actor operator(String name, @Nullable Long portalId) {
        return account(name, Role.OPERATOR, portalId, null);
    }

    private Actor merchant() {
        return account("mia", Role.OWNER, town.portalId, town.merchantId);
    }

    private Actor account(String name, Role role, @Nullable Long portalId, @Nullable Long merchantId) {
        String login = name + TestIds.id() + "@exemple.fr";
        long id = accounts.create(
                new NewAccount(login, login, name, "mot de passe long", role, portalId, merchantId, "fr"));
        return accounts.byId(id).orElseThrow().actor();
    }
}
