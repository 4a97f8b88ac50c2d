package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.testing.Seeds;
import fr.halle.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** S09–S17: whatever is done in whatever order, a dossier stands in the one column that the facts say, and the sums are those of the dossiers. */
class EveryDossierStandsInOneColumnTest {

    private static final int CASES = 6;
    private static final int ACTS = 60;

    /** What is agreed, paid and done, told by the rows of quotes, payments and events themselves. */
    private static final String FACTS =
            "select r.id, r.archived_at is not null as archived, r.done_at is not null as done, r.stage,"
                    + " exists (select from quote q where q.request_id = r.id and q.state = 'ACCEPTED') as accepted,"
                    + " (select coalesce(sum(q.agreed_cents), 0) from quote q where q.request_id = r.id and q.state = 'ACCEPTED') as agreed,"
                    + " (select coalesce(sum(p.amount_cents), 0) from quote q join payment p on p.order_id = q.order_id where q.request_id = r.id and p.state in ('AUTHORISED', 'CAPTURED')) as paid,"
                    + " exists (select from request_event e where e.request_id = r.id and e.kind in ('ANSWERED', 'DATES_CHANGED', 'QUOTE_SENT')) as acted,"
                    + " case when exists (select from quote q where q.request_id = r.id and q.state = 'ACCEPTED') then"
                    + " (select sum(q.agreed_cents) from quote q where q.request_id = r.id and q.state = 'ACCEPTED') else"
                    + " coalesce((select q.total_cents from quote q where q.request_id = r.id and q.state = 'SENT'),"
                    + " (select q.total_cents from quote q where q.request_id = r.id and q.state = 'DRAFT'), 0) end as amount"
                    + " from sales_request r where r.desk_id = ? and r.spam_at is null"
                    + " and exists (select from quote_line l join quote q on q.id = l.quote_id where q.request_id = r.id)";

    private record Told(long id, RequestStage kept, RequestStage stage, long amount, long paid) {}

    @Test
    void whateverTheOrderOfTheActs() {
        Seeds.forAll(CASES, random -> {
            World world = new World(random);
            for (int i = 0; i < ACTS; i++) {
                world.act();
                if (i % 6 == 5) {
                    world.check();
                }
            }
            world.check();
        });
    }

    /** One desk and three who ask. */
    private static final class World {

        private final QuotingDesk desk = new QuotingDesk();
        private final PayingCustomer customer = new PayingCustomer(desk);
        private final Dossiers dossiers = desk.sales.beans.get(Dossiers.class);
        private final Actor sandrine = desk.sales.secretary("Sandrine Laloy");
        private final List<Long> requests = new ArrayList<>(List.of(desk.request));
        private final Random random;
        private final List<String> done = new ArrayList<>();

        World(Random random) {
            this.random = random;
            desk.sales.beans.observing(QuoteDates.class);
            requests.add(desk.sales.open("Encore"));
            requests.add(desk.sales.open("Et moi"));
        }

        /** One of them, done or refused: a refusal changes nothing. */
        void act() {
            long request = requests.get(random.nextInt(requests.size()));
            int what = random.nextInt(16);
            desk.sales.clock.moveForward(Duration.ofMinutes(random.nextInt(30)));
            try {
                done.add(what + ":" + requests.indexOf(request));
                switch (what) {
                    case 0, 1, 2 -> add(request);
                    case 3, 4 -> state(request, QuoteState.DRAFT).forEach(desk::send);
                    case 5, 6 -> state(request, QuoteState.SENT).forEach(customer::acceptAndPay);
                    case 7 -> state(request, QuoteState.SENT).forEach(this::refused);
                    case 8, 9 -> state(request, QuoteState.ACCEPTED).forEach(this::balance);
                    case 10 ->
                        TestDatabase.inTransaction(() -> desk.sales
                                .beans
                                .get(DossierDone.class)
                                .set(desk.secretary, request, random.nextInt(3) > 0));
                    case 11 -> file(request);
                    case 12 -> end(request);
                    case 13 -> dates(request);
                    case 14 -> removed(request);
                    default -> answered(request);
                }
            } catch (BusinessException refused) {
                done.add(refused.getClass().getSimpleName());
            }
        }

        private void add(long request) {
            long quote = TestDatabase.inTransaction(() -> desk.quotes.begin(desk.secretary, request));
            desk.free(quote, "Cours", 1 + random.nextInt(50_000));
        }

        private void refused(long quote) {
            customer.accept(quote, Set.of());
            customer.pay(State.REFUSED);
        }

        private void balance(long quote) {
            if (desk.sales.sql.number(
                            "select count(*) from quote q join balance_due b on b.order_id = q.order_id where q.id = ? and b.state <> 'PAID'",
                            quote)
                    > 0) {
                customer.payBalance(quote);
            } else if (desk.view(quote).head().orderNo() == null) {
                customer.acceptAndPay(quote);
            }
        }

        private void file(long request) {
            RequestFiling filing = desk.sales.beans.get(RequestFiling.class);
            TestDatabase.inTransaction(() -> {
                switch (random.nextInt(4)) {
                    case 0 -> filing.archive(desk.secretary, request);
                    case 1 -> filing.unarchive(desk.secretary, request);
                    case 2 -> filing.spam(desk.secretary, request);
                    default -> filing.notSpam(desk.secretary, request);
                }
            });
        }

        private void end(long request) {
            QuoteState of = QuoteState.values()[random.nextInt(3)];
            state(request, of)
                    .forEach(quote -> TestDatabase.inTransaction(
                            () -> desk.lifecycle.apply(quote, QuoteTransition.VOID, desk.secretary, "Erreur")));
        }

        private void dates(long request) {
            LocalDate from = LocalDate.parse("2027-02-01").plusDays(random.nextInt(60));
            TestDatabase.inTransaction(() -> desk.sales
                    .beans
                    .get(RequestDates.class)
                    .change(desk.secretary, request, from, from.plusDays(7), random.nextBoolean()));
        }

        private void removed(long request) {
            state(request, QuoteState.DRAFT)
                    .forEach(quote -> desk.view(quote).lines().stream()
                            .findFirst()
                            .ifPresent(line -> TestDatabase.inTransaction(
                                    () -> desk.lines.remove(desk.secretary, quote, line.id()))));
        }

        private void answered(long request) {
            TestDatabase.inTransaction(() ->
                    desk.sales.beans.get(Answering.class).answer(sandrine, request, new Said("Oui", List.of(), 999)));
        }

        private List<Long> state(long request, QuoteState state) {
            return desk.sales.sql.list(
                    "select id from quote where request_id = ? and state = ? order by no desc limit 1",
                    row -> row.number("id"),
                    request,
                    state);
        }

        void check() {
            Map<Long, Told> told = new HashMap<>();
            desk.sales
                    .sql
                    .list(
                            FACTS,
                            row -> new Told(
                                    row.number("id"),
                                    row.constant("stage", RequestStage.class),
                                    stage(
                                            row.flag("archived"),
                                            row.flag("accepted"),
                                            row.number("paid"),
                                            row.number("agreed"),
                                            row.flag("done"),
                                            row.flag("acted")),
                                    row.number("amount"),
                                    row.number("paid")),
                            desk.sales.desk.id())
                    .forEach(one -> told.put(one.id(), one));
            Set<Long> seen = new HashSet<>();
            for (Dossiers.Column column : dossiers.board(desk.secretary, null, DossierFilter.ALL)) {
                assertThat(column.many())
                        .as("%s", done)
                        .isEqualTo(column.cards().size());
                assertThat(column.amountCents())
                        .as("%s", done)
                        .isEqualTo(column.cards().stream()
                                .mapToLong(DossierRow::amountCents)
                                .sum());
                for (DossierRow row : column.cards()) {
                    assertThat(seen.add(row.id())).as("twice: %s", done).isTrue();
                    Told is = told.get(row.id());
                    assertThat(is).as("%s", done).isNotNull();
                    assertThat(column.stage()).as("%s", done).isEqualTo(is.stage());
                    assertThat(row.amountCents()).as("%s", done).isEqualTo(is.amount());
                    assertThat(row.paidCents()).as("%s", done).isEqualTo(is.paid());
                }
            }
            assertThat(dossiers.table(desk.secretary, null, DossierFilter.ALL, null)
                            .rows())
                    .extracting(DossierRow::id)
                    .containsExactlyInAnyOrderElementsOf(seen);
            assertThat(wrong()).as("%s", done).isZero();
        }

        /** Whose kept facts are not what their rows say. */
        private long wrong() {
            return desk.sales.sql.number(
                    "select count(*) from sales_request r where desk_id = ? and not (prestations = "
                            + QuoteFacts.PRESTATIONS + " and quoted_cents = " + QuoteFacts.QUOTED
                            + " and due_on is not distinct from " + QuoteFacts.DUE + ")",
                    desk.sales.desk.id());
        }

        private static RequestStage stage(
                boolean archived, boolean accepted, long paid, long agreed, boolean ticked, boolean acted) {
            if (archived) {
                return RequestStage.ARCHIVED;
            }
            if (!accepted) {
                return acted ? RequestStage.IN_PROGRESS : RequestStage.NEW;
            }
            if (paid < agreed) {
                return paid > 0 ? RequestStage.DEPOSIT_PAID : RequestStage.AWAITING_PAYMENT;
            }
            return ticked ? RequestStage.PROCESSED : RequestStage.SETTLED;
        }
    }
}
