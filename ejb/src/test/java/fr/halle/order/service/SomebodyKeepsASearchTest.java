package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.model.NewAccount;
import fr.halle.order.service.FilterRefused.Reason;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The diskette: searches are an account's own, told apart by name, twenty at most. */
class SomebodyKeepsASearchTest {

    private final Desk desk = new Desk();
    private final SavedFilters filters = desk.savedFilters;
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final Actor maud = operator();
    private final Actor paul = operator();

    @Test
    void andFindsItAgainByName() {
        filters.keep(maud, " Retraits du jour ", "mode=PICKUP&from=2026-11-21");
        filters.keep(maud, "À confirmer", "state=TO_CONFIRM");
        assertThat(filters.of(maud))
                .extracting(SavedFilter::name)
                .containsExactlyInAnyOrder("À confirmer", "Retraits du jour");
        assertThat(filters.of(maud)).extracting(SavedFilter::query).contains("mode=PICKUP&from=2026-11-21");
        assertThat(filters.of(paul)).as("K28").isEmpty();
    }

    @Test
    void underANameOfItsOwn() {
        filters.keep(maud, "Retraits", "mode=PICKUP");
        refused(Reason.TAKEN, "RETRAITS", "mode=DELIVERY");
        refused(Reason.MISSING, "  ", "mode=DELIVERY");
        refused(Reason.SYNTAX, "x".repeat(61), "mode=DELIVERY");
        refused(Reason.SYNTAX, "a\u202eb", "mode=DELIVERY");
        refused(Reason.EMPTY, "Rien", "");
        refused(Reason.EMPTY, "Trop", "q=" + "x".repeat(4000));
        filters.keep(paul, "Retraits", "mode=DELIVERY");
        assertThat(filters.of(maud)).extracting(SavedFilter::query).containsExactly("mode=PICKUP");
    }

    @Test
    void andForgetsItButNotAnothers() {
        filters.keep(maud, "Retraits", "mode=PICKUP");
        long id = filters.of(maud).get(0).id();
        filters.forget(paul, id);
        assertThat(filters.of(maud)).as("K28").hasSize(1);
        filters.forget(maud, id);
        filters.forget(maud, id);
        assertThat(filters.of(maud)).isEmpty();
    }

    @Test
    void twentyTimesAndNoMore() {
        for (int i = 0; i < SavedFilters.MOST; i++) {
            filters.keep(maud, "Recherche " + i, "min=" + i);
        }
        refused(Reason.FULL, "Une de trop", "min=21");
        filters.forget(maud, filters.of(maud).get(0).id());
        filters.keep(maud, "Une de plus", "min=21");
        assertThat(filters.of(maud)).hasSize(SavedFilters.MOST);
    }

    private void refused(Reason reason, String name, String query) {
        List<SavedFilter> before = filters.of(maud);
        assertThatThrownBy(() -> filters.keep(maud, name, query))
                .isInstanceOfSatisfying(
                        FilterRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason.name()));
        assertThat(filters.of(maud)).isEqualTo(before);
    }

    private Actor operator() {
        long id = desk.accounts.create(new NewAccount(
                "op" + TestIds.id(), "op@exemple.fr", "Operator", "pw", Role.OPERATOR, shop.portalId, null, "fr"));
        return Actor.operator(id, "Operator");
    }
}
