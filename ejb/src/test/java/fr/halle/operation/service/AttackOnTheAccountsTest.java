package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.operation.service.CheckSql.Question;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderAnswer;
import fr.halle.payment.service.ProviderReport;
import fr.halle.payment.service.Till;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestProvider;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each invariant is attacked behind the use cases' back, past the constraints where they would stop it; its check must see it. */
class AttackOnTheAccountsTest {

    private static final Sql SQL = TestDatabase.sql();

    private final Till till = new Till();
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final long oysters = town.product(ProductKind.GOODS, "Huîtres", 1200, 550);

    /** A prestation of which no customer was told. */
    private static final String LINE =
            "insert into order_line (id, merchant_order_id, line_no, product_id, kind, name, family, seller, quantity, unit_cents, total_cents,"
                    + " vat_bp, due_now_cents, withdrawal, state) select -7, merchant_order_id, 1, (select max(id) from product), 'GOODS', 'Huîtres', '', '',"
                    + " 1, 100, 100, 550, 100, 'LEGAL', 'CONFIRMED' from payment_share where id = %1$d";

    /** What undoes the attack. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anHonestDayLeavesNoCheckFurtherOff() {
        Map<String, Long> before = all();
        TestSale sale = paidOut();
        TestDatabase.inTransaction(() -> {
            till.refunds.request(sale.only().shareId(), 700, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId));
        });
        assertThat(all()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> isSeen() {
        return Stream.of(
                attack(
                        "split",
                        "update payment set amount_cents = amount_cents + 1 where id = %d",
                        sale -> sale.paymentId),
                attack(
                        "booked",
                        "update payment_share set gross_cents = gross_cents + 1 where id = %d",
                        AttackOnTheAccountsTest::share),
                attack(
                        "zero",
                        "alter table posting disable trigger all; update posting set amount_cents = amount_cents + 1 where id ="
                                + " (select min(p.id) from posting p join journal_entry e on e.id = p.entry_id where e.key = 'accepted:%d')",
                        sale -> sale.paymentId),
                attack(
                        "entries",
                        "alter table posting disable trigger all; delete from posting where entry_id ="
                                + " (select id from journal_entry where key = 'accepted:%d') and amount_cents > 0",
                        sale -> sale.paymentId),
                attack(
                        "refunds",
                        "update payment_share set refunded_cents = refunded_cents + 1 where id = %d",
                        AttackOnTheAccountsTest::share),
                attack(
                        "pending",
                        "update payment_share set fee_cents = fee_cents + 1, released_at = null where id = %d",
                        AttackOnTheAccountsTest::share),
                attack(
                        "collected",
                        "update payment_share set transferred_at = null where id = %1$d; update payment set state = 'CAPTURED'"
                                + " where id = (select payment_id from payment_share where id = %1$d)",
                        AttackOnTheAccountsTest::share),
                attack(
                        "early",
                        "insert into payout (id, merchant_id, portal_id, amount_cents, state, idempotency_key, reference, planned_at)"
                                + " select -7, merchant_id, (select portal_id from merchant m where m.id = merchant_id), 1, 'PAID', gen_random_uuid(), 'X', now()"
                                + " from payment_share where id = %1$d; update payment_share set released_at = null, payout_id = -7 where id = %1$d",
                        AttackOnTheAccountsTest::share),
                attack(
                        "transit",
                        "insert into payout (id, merchant_id, portal_id, amount_cents, state, idempotency_key, reference, planned_at)"
                                + " select -7, merchant_id, (select portal_id from merchant m where m.id = merchant_id), 1, 'PLANNED', gen_random_uuid(), 'X', now()"
                                + " from payment_share where id = %d",
                        AttackOnTheAccountsTest::share),
                attack(
                        "available",
                        "alter table posting disable trigger all; update posting set amount_cents = 9999999 where id = (select min(p.id) from posting p"
                                + " join ledger_account a on a.id = p.account_id where a.type = 'MERCHANT_PENDING' and a.owner_id = %d)",
                        sale -> sale.only().merchantId()),
                attack(
                        "alone",
                        "alter table journal_entry disable trigger all; update journal_entry set subject = (select number from merchant_order"
                                + " where merchant_id <> %1$d limit 1) where id = (select min(p.entry_id) from posting p join ledger_account a on a.id = p.account_id"
                                + " where a.owner_id = %1$d)",
                        sale -> sale.only().merchantId()),
                attack(
                        "lines",
                        LINE
                                + "; insert into refund (id, payment_id, share_id, merchant_order_id, merchant_id, amount_cents, reason, state, line_id,"
                                + " transfer_key, payin_key, requested_by, requested_at) select -7, payment_id, id, merchant_order_id, merchant_id, 101, '',"
                                + " 'REQUESTED', -7, gen_random_uuid(), gen_random_uuid(), '', now() from payment_share where id = %1$d",
                        AttackOnTheAccountsTest::share),
                attack("confirmations", LINE, AttackOnTheAccountsTest::share),
                attack(
                        "confirmations",
                        LINE
                                + "; insert into notification (id, portal_id, channel, event, key, recipient, language, order_id, merchant_order_id, line_id,"
                                + " state, created_at, next_try_at) select -n, m.portal_id, 'MAIL', 'ORDER_LINE_CONFIRMED', 'twice:' || n, 'lea@exemple.fr',"
                                + " 'fr', m.order_id, m.id, -7, 'SENT', now(), now() from merchant_order m, generate_series(7, 8) n"
                                + " where m.id = (select merchant_order_id from payment_share where id = %1$d)",
                        AttackOnTheAccountsTest::share),
                attack(
                        "carried",
                        "insert into substitution (id, from_part_id, to_part_id, whole, carried_cents, refunded_cents, actor_kind, actor_name, at)"
                                + " select -7, merchant_order_id, merchant_order_id, true, 1, 0, 'MERCHANT', '', now() from payment_share where id = %d",
                        AttackOnTheAccountsTest::share),
                attack(
                        "capacity",
                        "update capacity set taken = taken + 1 where id = %d",
                        sale -> town.stock(oysters, 5)),
                attack(
                        "covered",
                        "alter table posting disable trigger all; update posting set amount_cents = -1000000000000 where entry_id ="
                                + " (select id from journal_entry where key = 'accepted:%d') and amount_cents > 0",
                        sale -> sale.paymentId),
                attack(
                        "orders",
                        "update payment set checkout_id = (select max(id) from checkout where state = 'FAILED') where order_id = %d",
                        sale -> sale.orderId));
    }

    /** A check for which there is no attack is one that nobody has seen fail. */
    @Test
    void noCheckIsLeftOut() {
        assertThat(isSeen().map(DynamicTest::getDisplayName))
                .containsAll(CheckSql.ALL.stream().map(Question::key).toList());
    }

    /** A cent more or less at the provider, beyond what is still under way, is off by a cent. */
    @Test
    void theProvidersReportIsHeldToTheLedgerToTheCent() {
        long huge = 1_000_000_000_000L;
        long most = huge - provider(huge).off();
        long least = -huge + provider(-huge).off();
        assertThat(provider(most).isOk()).isTrue();
        assertThat(provider(least).isOk()).isTrue();
        assertThat(provider(most + 1).off()).isEqualTo(1);
        assertThat(provider(least - 1).off()).isEqualTo(1);
    }

    /** Nobody knows is not right. */
    @Test
    void aProviderThatDoesNotAnswerIsNotGreen() {
        ProviderCheck check = Wired.with(new ProviderCheck(), SQL, new TestProvider() {
            @Override
            public ProviderAnswer<ProviderReport> report() {
                return new ProviderAnswer.Unknown<>("silent");
            }
        });
        assertThat(check.ask().isOk()).isFalse();
        assertThat(check.ask().known()).isFalse();
    }

    private static Check provider(long walletsCents) {
        ProviderCheck check = Wired.with(new ProviderCheck(), SQL, new TestProvider() {
            @Override
            public ProviderAnswer<ProviderReport> report() {
                return new ProviderAnswer.Success<>(new ProviderReport(walletsCents, 0, 0));
            }
        });
        return check.ask();
    }

    private DynamicTest attack(String key, String statement, java.util.function.ToLongFunction<TestSale> about) {
        return DynamicTest.dynamicTest(key, () -> {
            SQL.update(
                    "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token, state, draft,"
                            + " total_cents, due_now_cents, created_at, expires_at) select nextval('halle_id'), portal_id, cart_id, gen_random_uuid()::text, '', nextval('order_number'),"
                            + " ''::bytea, '', 'FAILED', '{}', 0, 0, now(), now() from checkout where id = (select max(checkout_id) from customer_order where id = ?)",
                    paid().orderId);
            TestSale sale = paid();
            long before = off(key);
            long[] after = new long[1];
            try {
                TestDatabase.inTransaction(() -> {
                    for (String one :
                            statement.formatted(about.applyAsLong(sale)).split(";")) {
                        SQL.update(one);
                    }
                    after[0] = off(key);
                    throw new Undone();
                });
            } catch (Undone undone) {
                assertThat(after[0]).as("%s sees it", key).isGreaterThan(before);
            }
        });
    }

    private static long share(TestSale sale) {
        return sale.only().shareId();
    }

    private static long off(String key) {
        Question question = CheckSql.ALL.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return SQL.one(question.statement(), row -> row.number("off")).orElseThrow();
    }

    private static Map<String, Long> all() {
        List<Question> questions = CheckSql.ALL;
        return questions.stream()
                .collect(java.util.stream.Collectors.toMap(Question::key, question -> off(question.key())));
    }

    private TestSale paid() {
        return TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
    }

    private TestSale paidOut() {
        TestSale sale = paid();
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        till.captures.capture(sale.paymentId);
        return sale;
    }
}
