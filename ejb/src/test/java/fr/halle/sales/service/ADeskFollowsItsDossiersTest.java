package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S09–S17, K22: the board's seven columns follow from what happened; what they show is what there is. */
class ADeskFollowsItsDossiersTest {

    private final QuotingDesk desk = new QuotingDesk();
    private final PayingCustomer customer = new PayingCustomer(desk);
    private final Dossiers dossiers = desk.sales.beans.get(Dossiers.class);
    private final DossierDone done = desk.sales.beans.get(DossierDone.class);
    private final RequestFiling filing = desk.sales.beans.get(RequestFiling.class);

    @Test
    void aRequestIsNoneBeforeItHasPrestations() {
        assertThat(board()).allSatisfy(column -> {
            assertThat(column.many()).isZero();
            assertThat(column.cards()).isEmpty();
        });
        long quote = desk.begin();
        assertThat(many(RequestStage.NEW)).as("an empty quote").isZero();
        long line = desk.free(quote, "Cours", 20000);
        assertThat(only().stage()).isEqualTo(RequestStage.NEW);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, line));
        assertThat(many(RequestStage.NEW)).isZero();
    }

    /** S11, S12, S13, S14, S15, S16, S17. */
    @Test
    void goesFromColumnToColumnAsThingsHappen() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        stands(RequestStage.NEW, 20000, 0, null);
        desk.send(quote);
        stands(RequestStage.IN_PROGRESS, 20000, 0, "2026-12-06");
        customer.accept(quote, Set.of());
        stands(RequestStage.AWAITING_PAYMENT, 20000, 0, "2026-12-06");
        customer.pay(State.PAID);
        stands(RequestStage.DEPOSIT_PAID, 20000, 6000, "2027-01-14");
        customer.payBalance(quote);
        stands(RequestStage.SETTLED, 20000, 20000, null);
        tick(true);
        stands(RequestStage.PROCESSED, 20000, 20000, null);
        TestDatabase.inTransaction(() -> filing.archive(desk.secretary, desk.request));
        stands(RequestStage.ARCHIVED, 20000, 20000, null);
        TestDatabase.inTransaction(() -> filing.unarchive(desk.secretary, desk.request));
        stands(RequestStage.PROCESSED, 20000, 20000, null);
        tick(false);
        stands(RequestStage.SETTLED, 20000, 20000, null);
    }

    @Test
    void isNotTickedBeforeItIsSettled() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        refusesTheTick();
        desk.send(quote);
        refusesTheTick();
        customer.accept(quote, Set.of());
        refusesTheTick();
        customer.pay(State.PAID);
        refusesTheTick();
        customer.payBalance(quote);
        tick(true);
        tick(true);
        assertThat(only().done()).isTrue();
        assertThat(acts(RequestAct.DONE)).as("twice is once").isEqualTo(1);
    }

    @Test
    void comesBackToTheDeskWhenItsQuoteIsLost() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        desk.send(quote);
        customer.answers.decline(desk.sales.shop.portalId, customer.token(quote), "");
        stands(RequestStage.IN_PROGRESS, 0, 0, null);
        assertThat(only().quoteState()).isEqualTo(QuoteState.DECLINED);
        long second = desk.begin();
        desk.free(second, "Cours du soir", 15000);
        desk.send(second);
        assertThat(only().quoteNo()).isEqualTo(2);
        customer.accept(second, Set.of());
        customer.pay(State.REFUSED);
        stands(RequestStage.AWAITING_PAYMENT, 15000, 0, "2026-12-06");
        TestDatabase.inTransaction(
                () -> desk.lifecycle.apply(second, QuoteTransition.VOID, desk.secretary, "Le moniteur est malade"));
        stands(RequestStage.IN_PROGRESS, 0, 0, null);
    }

    /** S10. */
    @Test
    void saysWhereTheCustomerWroteAgain() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        RequestReading reading = desk.sales.beans.get(RequestReading.class);
        assertThat(only().unread()).as("the request itself").isEqualTo(1);
        TestDatabase.inTransaction(() -> reading.opened(desk.secretary, desk.request));
        assertThat(only().unread()).isZero();
        assertThat(table(new DossierFilter("", null, null, null, true, null))).isEmpty();
        String token = desk.sales
                .sql
                .one("select token from sales_request where id = ?", row -> row.text("token"), desk.request)
                .orElseThrow();
        desk.sales.beans.observing(ContactNews.class);
        CustomerConversation conversation = desk.sales.beans.get(CustomerConversation.class);
        TestDatabase.inTransaction(() -> filing.archive(desk.secretary, desk.request));
        TestDatabase.inTransaction(
                () -> conversation.write(desk.sales.shop.portalId, token, "Et le dimanche ?", List.of()));
        assertThat(only().unread()).isEqualTo(1);
        assertThat(only().stage()).as("who writes again is back").isEqualTo(RequestStage.NEW);
        assertThat(table(new DossierFilter("", null, null, null, true, null))).hasSize(1);
        assertThat(desk.sales.told(NotificationEvent.CUSTOMER_WROTE, desk.request))
                .as("and its mailbox is told")
                .containsExactly(desk.sales.desk.email());
    }

    @Test
    void isFoundByNameTelephoneColumnPersonAndDay() {
        Actor marion = desk.sales.secretary("Marion Petit");
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(dossier());
        }
        desk.sales.sql.update(
                "update sales_request set last_name = 'Ångström-Œuvré', phone = '+33711223344' where id = ?",
                made.get(0));
        desk.sales.sql.update("update sales_request set assigned_to = ? where id = ?", marion.id(), made.get(1));
        desk.send(quoteOf(made.get(2)));
        assertThat(found(new DossierFilter("angstrom", null, null, null, false, null)))
                .containsExactly(made.get(0));
        assertThat(found(new DossierFilter("711223344", null, null, null, false, null)))
                .containsExactly(made.get(0));
        assertThat(found(new DossierFilter("%", null, null, null, false, null)))
                .as("a wildcard is a character")
                .isEmpty();
        assertThat(found(new DossierFilter("", null, null, marion.id(), false, null)))
                .containsExactly(made.get(1));
        assertThat(found(new DossierFilter("", RequestStage.IN_PROGRESS, null, null, false, null)))
                .containsExactly(made.get(2));
        assertThat(found(new DossierFilter("", null, null, null, false, LocalDate.parse("2026-12-06"))))
                .containsExactly(made.get(2));
        assertThat(found(new DossierFilter("", null, null, null, false, LocalDate.parse("2026-12-05"))))
                .isEmpty();
        DossierFilter one = new DossierFilter("angstrom", null, null, null, false, null);
        assertThat(dossiers.board(desk.secretary, null, one).stream()
                        .mapToLong(Dossiers.Column::many)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void isOnOnePageOfTheTableHoweverManyThereAre() {
        dossier();
        int all = 2 * Dossiers.PAGE + 3;
        copies(all - 1);
        Set<Long> seen = new java.util.HashSet<>();
        String next = null;
        int pages = 0;
        do {
            Dossiers.Page page = dossiers.table(desk.secretary, null, DossierFilter.ALL, next);
            assertThat(page.many()).isEqualTo(all);
            page.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
            next = page.next();
            pages++;
        } while (next != null);
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(all);
        Dossiers.Column fresh = board().get(0);
        assertThat(fresh.cards()).hasSize(Dossiers.CARDS);
        assertThat(fresh.more()).isEqualTo(all - Dossiers.CARDS);
        assertThat(fresh.amountCents()).as("of all, shown or not").isEqualTo(all * 20000L);
        assertThat(dossiers.table(desk.secretary, null, DossierFilter.ALL, "'; drop table quote")
                        .rows())
                .as("no place of ours begins anew")
                .hasSize(Dossiers.PAGE);
    }

    /** Whatever the order, every dossier is met once and in its place; one without a stay stands behind all stays. */
    @ParameterizedTest
    @EnumSource
    void standsInTheTableWhereItsStayOrItsAmountPutsIt(DossierSort sort) {
        dossier();
        copies(2 * Dossiers.PAGE);
        desk.sales.sql.update(
                "update sales_request set quoted_cents = id % 5 * 1000, arrives_on = case when id % 7 > 0 then date '2026-12-01' + (id % 3)::int end,"
                        + " leaves_on = case when id % 7 > 0 then date '2026-12-10' end where desk_id = ? and prestations > 0",
                desk.sales.desk.id());
        List<DossierRow> met = new ArrayList<>();
        String next = null;
        do {
            Dossiers.Page page = dossiers.table(desk.secretary, null, DossierFilter.ALL, sort, next);
            met.addAll(page.rows());
            next = page.next();
        } while (next != null);
        Comparator<DossierRow> rising = switch (sort) {
            case NEWEST -> Comparator.comparing(DossierRow::lastAt);
            case STAY, STAY_DOWN ->
                Comparator.comparing(row -> row.arrivesOn() == null ? LocalDate.MAX : row.arrivesOn());
            case TOTAL, TOTAL_DOWN -> Comparator.comparing(DossierRow::amountCents);
        };
        boolean falls = sort == DossierSort.NEWEST || sort.word().startsWith("-");
        Comparator<DossierRow> whole = rising.thenComparing(DossierRow::id);
        assertThat(met)
                .hasSize(2 * Dossiers.PAGE + 1)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(falls ? whole.reversed() : whole);
    }

    @Test
    void tellsNobodyElseWhereItWouldStand() {
        long mine = dossier();
        QuotingDesk other = new QuotingDesk();
        other.free(other.begin(), "Autre", 100);
        assertThat(dossiers.table(other.secretary, null, DossierFilter.ALL, DossierSort.TOTAL_DOWN, Long.toString(mine))
                        .rows())
                .isEmpty();
    }

    @Test
    void isNobodyElsesToSee() {
        long mine = dossier();
        QuotingDesk other = new QuotingDesk();
        other.free(other.begin(), "Autre", 100);
        assertThat(dossiers.table(other.secretary, null, DossierFilter.ALL, Long.toString(mine))
                        .rows())
                .extracting(DossierRow::id)
                .doesNotContain(mine);
        Actor neighbour = Actor.merchant(TestIds.id(), "Paul", desk.sales.shop.merchant("Chez Paul"), Role.OWNER);
        Actor operator = Actor.operator(desk.sales.shop.operator(desk.sales.shop.portalId), "Ana");
        for (Actor who : List.of(other.secretary, neighbour, operator)) {
            assertThat(dossiers.board(who, null, DossierFilter.ALL).stream()
                            .flatMap(column -> column.cards().stream())
                            .map(DossierRow::id))
                    .doesNotContain(mine);
            assertThatThrownBy(() -> dossiers.board(who, desk.sales.desk.id(), DossierFilter.ALL))
                    .isInstanceOf(DeskUnknown.class);
            assertThatThrownBy(() -> dossiers.table(who, desk.sales.desk.id(), DossierFilter.ALL, null))
                    .isInstanceOf(DeskUnknown.class);
            assertThatThrownBy(() -> TestDatabase.inTransaction(() -> done.set(who, mine, true)))
                    .isInstanceOf(RequestUnknown.class);
        }
        Actor reader = Actor.merchant(TestIds.id(), "Léo", desk.sales.shop.merchantId, Role.READER);
        assertThatThrownBy(() -> dossiers.board(reader, null, DossierFilter.ALL))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void isNotThereWhileItIsSpam() {
        long mine = dossier();
        TestDatabase.inTransaction(() -> filing.spam(desk.secretary, mine));
        assertThat(table(DossierFilter.ALL)).isEmpty();
        assertThat(board())
                .allSatisfy(column -> assertThat(column.amountCents()).isZero());
        TestDatabase.inTransaction(() -> filing.notSpam(desk.secretary, mine));
        assertThat(table(DossierFilter.ALL)).hasSize(1);
    }

    private void stands(RequestStage stage, long amount, long paid, String due) {
        DossierRow row = only();
        assertThat(row.stage()).isEqualTo(stage);
        assertThat(row.amountCents()).as("amount when %s", stage).isEqualTo(amount);
        assertThat(row.paidCents()).as("paid when %s", stage).isEqualTo(paid);
        assertThat(row.dueOn()).as("due when %s", stage).isEqualTo(due == null ? null : LocalDate.parse(due));
        for (Dossiers.Column column : board()) {
            boolean here = column.stage() == stage;
            assertThat(column.many()).isEqualTo(here ? 1 : 0);
            assertThat(column.amountCents()).isEqualTo(here ? amount : 0);
            assertThat(column.cards()).hasSize(here ? 1 : 0);
        }
        assertThat(desk.factsAgree()).as("facts when %s", stage).isTrue();
    }

    private void refusesTheTick() {
        assertThatThrownBy(() -> tick(true)).isInstanceOf(DossierNotSettled.class);
        assertThat(only().done()).isFalse();
    }

    private void tick(boolean box) {
        TestDatabase.inTransaction(() -> done.set(desk.secretary, desk.request, box));
    }

    private long acts(RequestAct act) {
        return desk.sales.sql.number(
                "select count(*) from request_event where request_id = ? and kind = ?", desk.request, act);
    }

    /** One more, with a prestation at 200 €. */
    private long dossier() {
        desk.sales.clock.moveForward(Duration.ofMinutes(1));
        long request = desk.sales.open("Bonjour");
        long quote = TestDatabase.inTransaction(() -> desk.quotes.begin(desk.secretary, request));
        desk.free(quote, "Cours", 20000);
        return request;
    }

    /** As the last, at the same moment. */
    private void copies(int many) {
        desk.sales.sql.update(
                "insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, language, last_name,"
                        + " opened_at, last_at, prestations, quoted_cents) select 1000000000000 + r.id * 1000 + n, desk_id, portal_id, merchant_id, r.token || n,"
                        + " sha256((r.token || n)::bytea), r.mail_key || n, source, language, last_name, opened_at, last_at, prestations, quoted_cents"
                        + " from sales_request r, generate_series(1, ?) n where r.desk_id = ? and r.prestations > 0",
                many,
                desk.sales.desk.id());
    }

    private long quoteOf(long request) {
        return desk.sales.sql.number("select id from quote where request_id = ?", request);
    }

    private List<Dossiers.Column> board() {
        return dossiers.board(desk.secretary, null, DossierFilter.ALL);
    }

    private long many(RequestStage stage) {
        return board().get(stage.ordinal()).many();
    }

    private DossierRow only() {
        List<DossierRow> rows = table(DossierFilter.ALL);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<Long> found(DossierFilter filter) {
        return table(filter).stream().map(DossierRow::id).toList();
    }

    private List<DossierRow> table(DossierFilter filter) {
        return dossiers.table(desk.secretary, null, filter, null).rows();
    }
}
