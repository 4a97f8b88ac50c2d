package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestIds;
import org.junit.jupiter.api.Test;

/** S01, S08, S11–S18: every request begins at one desk with its first message, and its stage follows from what happens to it. */
class ARequestArrivesTest {

    private final OpenDesk sales = new OpenDesk();

    @Test
    void unreadAndNewAtTheDeskItWasAskedOf() {
        long id = sales.open("Auriez-vous un cours le matin ?");
        assertThat(sales.stage(id)).isEqualTo(RequestStage.NEW);
        assertThat(count("sales_request where id = ? and unread = 1", id)).isEqualTo(1);
        assertThat(count("request_message where request_id = ? and side = 'CUSTOMER'", id))
                .isEqualTo(1);
        assertThat(count("request_event where request_id = ? and kind = 'OPENED'", id))
                .isEqualTo(1);
    }

    @Test
    void withoutAMessageWhenSomebodyTelephoned() {
        long id = sales.open("");
        assertThat(count("sales_request where id = ? and unread = 0", id)).isEqualTo(1);
        assertThat(count("request_message where request_id = ?", id)).isZero();
    }

    @Test
    void andItsStageFollowsFromFactsOnly() {
        long id = sales.open("Bonjour");
        after(id, "acted_at = now()", RequestStage.IN_PROGRESS);
        after(id, "accepted_at = now(), agreed_cents = 134400", RequestStage.AWAITING_PAYMENT);
        after(id, "paid_cents = 40320", RequestStage.DEPOSIT_PAID);
        after(id, "done_at = now()", RequestStage.DEPOSIT_PAID);
        after(id, "paid_cents = 134400", RequestStage.PROCESSED);
        after(id, "done_at = null", RequestStage.SETTLED);
        after(id, "archived_at = now()", RequestStage.ARCHIVED);
        assertThatThrownBy(() -> sales.sql.update("update sales_request set stage = 'NEW' where id = ?", id))
                .as("nobody sets it")
                .hasStackTraceContaining("stage");
    }

    @Test
    void atTheDeskOfTheMerchantAndOfNobodyElse() {
        Actor stranger = Actor.merchant(TestIds.id(), "Paul", sales.shop.merchant("Chez Paul"), Role.SECRETARY);
        assertThat(sales.desks.of(stranger)).extracting(SalesDesk::id).doesNotContain(sales.desk.id());
        assertThatThrownBy(() -> sales.desks.of(stranger, sales.desk.id())).isInstanceOf(DeskUnknown.class);
        Actor reader = Actor.merchant(TestIds.id(), "Léo", sales.shop.merchantId, Role.READER);
        assertThatThrownBy(() -> sales.desks.of(reader)).isInstanceOf(NotAllowed.class);
        Actor secretary = Actor.merchant(TestIds.id(), "Maud", sales.shop.merchantId, Role.SECRETARY);
        assertThat(sales.desks.of(secretary, null)).isEqualTo(sales.desk);
    }

    @Test
    void neverAtTheDeskOfAnotherPortalsMerchant() {
        long elsewhere = new OpenDesk().shop.merchantId;
        assertThatThrownBy(() -> sales.desks.at(sales.shop.portalId, elsewhere)).isInstanceOf(DeskUnknown.class);
    }

    private void after(long id, String fact, RequestStage expected) {
        sales.sql.update("update sales_request set " + fact + " where id = ?", id);
        assertThat(sales.stage(id)).as(fact).isEqualTo(expected);
    }

    private long count(String of, long id) {
        return sales.sql.number("select count(*) from " + of, id);
    }
}
