package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.service.Audit;
import fr.halle.identity.service.Whence;
import fr.halle.order.service.Span;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** O01, K18: who did what, on whose behalf, when and from where, as the operator of one portal finds it. */
class AnOperatorSearchesTheTrailTest {

    private static final Sql SQL = TestDatabase.sql();

    private final TestClock clock = new TestClock("2026-05-13T09:20");
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestShop other = TestShop.in(Preset.TOWN_ORDERS);
    private final Audit audit = Wired.with(new Audit(), SQL, new TestIds(), clock);
    private final AuditTrail trail = Wired.with(new AuditTrail(), SQL);
    private final Actor ana = Actor.operator(TestIds.id(), "Ana Kérven");
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Le Goff", town.merchantId);

    @Test
    void byOrderByPersonByMerchantBySettingAndByDay() {
        long no = SQL.number("select nextval('order_number')") + 90_000;
        String part = "EP-" + no + "-001";
        audit.writeOnBehalf(ana, town.merchantId, "part_CANCEL", part, "Rupture");
        audit.writeOnBehalf(ana, town.merchantId, "part_CANCEL", "EP-" + no + "7-001", "Rupture");
        audit.writeAt(ana, town.portalId, "setting_changed", "portal p" + town.portalId, "payout.delay: 48 → 72");
        clock.moveForward(Duration.ofDays(1));
        audit.write(maud, "iban_changed", "merchant " + town.merchantId, "•••• 0189");

        assertThat(actions("", Long.toString(no), "", null)).containsExactly("part_CANCEL");
        assertThat(actions("", part.toLowerCase(java.util.Locale.ROOT), "", null))
                .hasSize(1);
        assertThat(actions("kerven", "", "", null)).hasSize(3);
        assertThat(actions("LE GOFF", "", "", null)).containsExactly("iban_changed");
        assertThat(actions("", "", "maison mor", null)).hasSize(3);
        assertThat(actions("", "payout.delay", "", null)).containsExactly("setting_changed");
        assertThat(actions("", "", "", TrailKind.MONEY)).containsExactly("iban_changed");
        assertThat(actions("", "", "", null)).startsWith("iban_changed").hasSize(4);
        assertThat(trail.page(
                                town.portalId,
                                new TrailFilter("", "", "", null, null, new Span(clock.today(), clock.today())),
                                null,
                                9)
                        .rows())
                .as("of one day in Paris")
                .hasSize(1);
        assertThat(trail.page(town.portalId, TrailFilter.ALL, null, 9).rows().get(2))
                .satisfies(row -> assertThat(row.onBehalfOf()).isEqualTo("Maison Morel"));
    }

    /** A number says nothing to whoever reads; it stays what it was where the account is no longer there. */
    @Test
    void withTheNameAndTheSignInOfAnAccount() {
        SQL.update(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id)"
                        + " values (?, ?, 'maud@exemple.fr', 'Maud Le Goff', 'x', 'OWNER', ?, ?)",
                maud.id(),
                "maud" + maud.id() + "@exemple.fr",
                town.portalId,
                town.merchantId);
        audit.write(maud, "member_closed", "user " + maud.id(), "");
        audit.write(maud, "member_closed", "user 1", "");
        audit.write(maud, "iban_changed", "merchant " + town.merchantId, "");
        assertThat(trail.page(town.portalId, TrailFilter.ALL, null, 9).rows())
                .extracting(TrailRow::subjectName)
                .containsExactlyInAnyOrder("Maud Le Goff (maud" + maud.id() + "@exemple.fr)", null, "Maison Morel");
    }

    @Test
    void andNothingOfAnotherPortalNorWhatIsOfAll() {
        audit.write(maud, "sign_in", "user " + maud.id(), "");
        audit.write(ana, "job_started", "job collection", "");
        assertThat(trail.page(other.portalId, TrailFilter.ALL, null, 100).rows())
                .isEmpty();
        assertThat(trail.page(other.portalId, new TrailFilter("", "", "", null, town.portalId, Span.ANY), null, 100)
                        .rows())
                .as("forged into the address")
                .isEmpty();
        assertThat(actions("", "", "", null)).containsExactly("sign_in");
        assertThat(trail.page(null, new TrailFilter("Kérven", "", "", null, null, Span.ANY), null, 100)
                        .rows())
                .extracting(TrailRow::action)
                .contains("job_started");
    }

    @Test
    void pageByPageWithoutARowTwiceOrNever() {
        for (int i = 0; i < 7; i++) {
            audit.write(maud, "sign_in", "user 1", Integer.toString(i));
            clock.moveForward(i % 2 == 0 ? Duration.ZERO : Duration.ofSeconds(1));
        }
        List<String> seen = new ArrayList<>();
        Long after = null;
        do {
            AuditTrail.Page page = trail.page(town.portalId, TrailFilter.ALL, after, 3);
            page.rows().forEach(row -> seen.add(row.detail()));
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(trail.page(town.portalId, TrailFilter.ALL, Long.MAX_VALUE, 3).rows())
                .as("after a row that is none")
                .isEmpty();
    }

    /** What people type is a text and no pattern. */
    @Test
    void wildcardsAndQuotesFindThemselves() {
        audit.write(maud, "token_created", "token 1", "Caisse 100%_' ou \\ \"");
        for (String typed : List.of("100%_'", "\\", "\"")) {
            assertThat(actions("", typed, "", null)).as(typed).containsExactly("token_created");
        }
        assertThat(actions("", "100_", "", null)).isEmpty();
    }

    @Test
    void itSaysFromWhichNetworkAndNotFromWhichMachine() {
        List<String> networks = new ArrayList<>();
        for (String address : List.of("192.0.2.17", "2001:db8:1:2:3:4:5:6", "::1", "2001:db8::7")) {
            Whence.comesFrom(address);
            audit.write(maud, "sign_in", "user 1", "");
            Whence.forget();
            clock.moveForward(Duration.ofSeconds(1));
        }
        audit.write(maud, "sign_in", "user 1", "");
        for (TrailRow row : trail.page(town.portalId, TrailFilter.ALL, null, 9).rows()) {
            networks.add(String.valueOf(row.network()));
        }
        assertThat(networks).containsExactly("null", "2001:db8::*", "::*", "2001:db8:1::*", "192.0.2.*");
    }

    @Test
    void whatWasWrittenDownStays() {
        audit.write(maud, "sign_in", "user 1", "");
        assertThatThrownBy(() ->
                        SQL.update("update audit_entry set detail = 'nothing' where portal_id = ?", town.portalId))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    private List<String> actions(String who, String about, String merchant, @Nullable TrailKind kind) {
        return trail
                .page(town.portalId, new TrailFilter(who, about, merchant, kind, null, Span.ANY), null, 100)
                .rows()
                .stream()
                .map(TrailRow::action)
                .toList();
    }
}
