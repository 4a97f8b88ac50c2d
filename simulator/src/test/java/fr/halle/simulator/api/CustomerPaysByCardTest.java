package fr.halle.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.provider.CardCheckout.Step;
import fr.halle.simulator.provider.CardCheckout.View;
import fr.halle.simulator.provider.TestCard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each test card does, and that no click does it twice (C13). */
class CustomerPaysByCardTest {

    private final Provider provider = Provider.running();
    private String wallet = "";
    private Card page = new Card("", "");

    @BeforeEach
    void aPayInIsWaiting() {
        String payer = provider.payer();
        wallet = provider.wallet(payer);
        page = Card.of(provider.payIn(payer, wallet, 14_660));
    }

    @Test
    void frictionlessCardIsPaidAtOnceAndLeadsBackToTheShop() {
        View view = page.pay(TestCard.FRICTIONLESS);

        assertThat(view.step()).isEqualTo(Step.DONE);
        assertThat(view.returnUrl()).isEqualTo("http://terroir.localhost:8080/back?order=7&transactionId=" + page.id());
        assertThat(page.outcome()).isEqualTo("SUCCEEDED 000000");
        assertThat(provider.balance(wallet)).isEqualTo(14_660);
    }

    @Test
    void challengedCardIsPaidOnceTheCodeIsRight() {
        assertThat(page.pay(TestCard.CHALLENGE).step()).isEqualTo(Step.CHALLENGE);
        assertThat(page.outcome()).isEqualTo("CREATED");
        assertThat(page.confirm("9999").wrongCode()).isTrue();
        assertThat(page.confirm(" 1234 ").step()).isEqualTo(Step.DONE);
        assertThat(page.outcome()).isEqualTo("SUCCEEDED 000000");
    }

    @Test
    void thirdWrongCodeRefusesThePayment() {
        page.pay(TestCard.CHALLENGE);
        page.confirm("0000");
        page.confirm("0000");
        assertThat(page.confirm("0000").step()).isEqualTo(Step.DONE);
        assertThat(page.outcome()).isEqualTo("FAILED 101301");
    }

    @Test
    void refusingAtTheBankFailsThePayment() {
        page.pay(TestCard.CHALLENGE);
        page.refuse();
        assertThat(page.outcome()).isEqualTo("FAILED 101301");
        assertThat(provider.balance(wallet)).isZero();
    }

    @Test
    void declinedCardFails() {
        page.pay(TestCard.DECLINED);
        assertThat(page.outcome()).isEqualTo("FAILED 101101");
    }

    @Test
    void cardWithoutFundsFails() {
        page.pay(TestCard.INSUFFICIENT_FUNDS);
        assertThat(page.outcome()).isEqualTo("FAILED 101102");
    }

    @Test
    void slowCardIsPaidAndTheBrowserWaits() {
        assertThat(page.pay(TestCard.LATE).lateSeconds()).isPositive();
        assertThat(page.outcome()).isEqualTo("SUCCEEDED 000000");
        assertThat(page.open().step()).isEqualTo(Step.DONE);
    }

    @Test
    void cancellingLeadsBackWithoutMoney() {
        assertThat(page.cancel().step()).isEqualTo(Step.DONE);
        assertThat(page.outcome()).isEqualTo("FAILED 101002");
        page.pay(TestCard.FRICTIONLESS);
        assertThat(page.outcome()).isEqualTo("FAILED 101002");
    }

    @Test
    void forcedSecureModeAsksEvenAFrictionlessCard() {
        String payer = provider.payer();
        Card forced = Card.of(provider.payIn(payer, provider.wallet(payer), 500, "SecureMode", "FORCE"));
        assertThat(forced.pay(TestCard.FRICTIONLESS).step()).isEqualTo(Step.CHALLENGE);
    }

    @Test
    void doubledSubmitPaysOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<View>> clicks = IntStream.range(0, 8)
                .<Callable<View>>mapToObj(i -> () -> page.pay(TestCard.FRICTIONLESS))
                .toList();
        for (var click : threads.invokeAll(clicks)) {
            assertThat(click.get().step()).isEqualTo(Step.DONE);
        }
        threads.shutdown();
        assertThat(provider.balance(wallet)).isEqualTo(14_660);
    }

    @Test
    void pageLeftAloneForHalfAnHourExpires() {
        provider.later(Duration.ofMinutes(31));
        assertThat(page.outcome()).isEqualTo("FAILED 001034");
        assertThat(page.pay(TestCard.FRICTIONLESS).step()).isEqualTo(Step.DONE);
        assertThat(provider.balance(wallet)).isZero();
    }

    @Test
    void wrongSecretShowsNothing() {
        assertThatThrownBy(() -> new Card(page.id(), "GUESSED").open()).isInstanceOf(ApiProblem.class);
    }

    @Test
    void plannedMishapsOverrideTheCard() {
        provider.plan("card", "decline", 1);
        page.pay(TestCard.FRICTIONLESS);
        assertThat(page.outcome()).isEqualTo("FAILED 101101");
    }

    @Test
    void disputedPaymentIsTakenBackLater() {
        provider.plan("card", "chargeback", 1);
        page.pay(TestCard.FRICTIONLESS);
        assertThat(page.outcome()).isEqualTo("SUCCEEDED 000000");
        provider.later(Duration.ofSeconds(3));
        long before = provider.get("report").getJsonNumber("Repudiated").longValue();
        assertThat(page.outcome()).isEqualTo("SUCCEEDED 000000");
        assertThat(provider.get("report").getJsonNumber("Repudiated").longValue() - before)
                .isEqualTo(14_660);
    }
}
