package fr.halle.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.simulator.provider.TestCard;
import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds of transfers and pay-ins, payouts and their returns: 114,00 € of which the platform keeps 3,81 €. */
class MoneyGoesBackTest {

    private final Provider provider = Provider.running();
    private String payer = "";
    private String merchant = "";
    private String payerWallet = "";
    private String merchantWallet = "";
    private String payIn = "";
    private String transfer = "";
    private long feesBefore;

    @BeforeEach
    void paidAndSplit() {
        payer = provider.payer();
        merchant = provider.merchant("");
        payerWallet = provider.wallet(payer);
        merchantWallet = provider.wallet(merchant);
        feesBefore = provider.fees();
        Card page = Card.of(provider.payIn(payer, payerWallet, 11_400));
        page.pay(TestCard.FRICTIONLESS);
        payIn = page.id();
        transfer = transfer(11_400, 381).getString("Id");
    }

    @Test
    void transferCreditsTheMerchantLessTheFees() {
        assertThat(provider.balance(payerWallet)).isZero();
        assertThat(provider.balance(merchantWallet)).isEqualTo(11_019);
        assertThat(provider.fees() - feesBefore).isEqualTo(381);
    }

    @Test
    void transferThatTheWalletCannotBearFails() {
        assertThat(transfer(1, 0).getString("ResultCode")).isEqualTo("001001");
    }

    @Test
    void transferToAnUnverifiedMerchantFails() {
        merchantWallet = provider.wallet(provider.merchant("kyc:light"));
        assertThat(transfer(1, 0).getString("ResultCode")).isEqualTo("002951");
    }

    @Test
    void wholeRefundGivesTheFeesBackToo() {
        JsonObject back = provider.post("transfers/" + transfer + "/refunds", "AuthorId", payer);
        assertThat(Docs.cents(back, "CreditedFunds")).isEqualTo(11_400);
        assertThat(provider.balance(merchantWallet)).isZero();
        assertThat(provider.fees()).isEqualTo(feesBefore);

        provider.post("payins/" + payIn + "/refunds", "AuthorId", payer);
        assertThat(provider.balance(payerWallet)).isZero();
        assertThat(refund("payins/" + payIn, 1, 0).getString("ResultCode")).isEqualTo("001401");
    }

    @Test
    void partialRefundsNeverExceedWhatWasPaid() {
        assertThat(refund("transfers/" + transfer, 6_000, -200).getString("Status"))
                .isEqualTo("SUCCEEDED");
        assertThat(provider.balance(payerWallet)).isEqualTo(6_200);
        assertThat(refund("transfers/" + transfer, 5_000, -182).getString("ResultCode"))
                .isEqualTo("005404");
        assertThat(refund("transfers/" + transfer, 5_201, 0).getString("ResultCode"))
                .isEqualTo("005403");
        assertThat(refund("payins/" + payIn, 6_201, 0).getString("ResultCode")).isEqualTo("001001");
        assertThat(refund("payins/" + payIn, 6_200, 0).getString("ResultCode")).isEqualTo("000000");
        assertThat(provider.balance(payerWallet)).isZero();
    }

    @Test
    void plannedFailureLeavesTheMoneyWhereItIs() {
        provider.plan("transfer-refund", "fail", 1);
        assertThat(refund("transfers/" + transfer, 100, 0).getString("Status")).isEqualTo("FAILED");
        assertThat(provider.balance(merchantWallet)).isEqualTo(11_019);
    }

    @Test
    void payoutIsPaidWhenAskedAboutAgain() {
        JsonObject payout = payout(11_019);
        assertThat(payout.getString("Status")).isEqualTo("CREATED");
        assertThat(provider.balance(merchantWallet)).isZero();
        assertThat(status(payout)).isEqualTo("SUCCEEDED");
        assertThat(payout(1).getString("ResultCode")).isEqualTo("001001");
    }

    @Test
    void refusedPayoutGivesTheMoneyBack() {
        provider.plan("payout", "fail", 1);
        JsonObject payout = payout(5_000);
        assertThat(status(payout)).isEqualTo("FAILED");
        assertThat(provider.balance(merchantWallet)).isEqualTo(11_019);
    }

    @Test
    void returnedPayoutStaysSucceededAndIsRefunded() {
        provider.plan("payout", "return", 1);
        JsonObject payout = payout(5_000);
        assertThat(status(payout)).isEqualTo("SUCCEEDED");
        assertThat(provider.balance(merchantWallet)).isEqualTo(6_019);
        provider.later(Duration.ofSeconds(3));
        assertThat(status(payout)).isEqualTo("SUCCEEDED");
        assertThat(provider.balance(merchantWallet)).isEqualTo(11_019);
        assertThat(provider.list("payouts/" + payout.getString("Id") + "/refunds", Map.of()))
                .hasSize(1);
    }

    /** By which a payout is found again whose answer was lost. */
    @Test
    void payoutStandsAmongTheTransactionsOfItsBankAccount() {
        String account = provider.account(merchant);
        JsonObject first = payout(5_000, account);
        provider.later(Duration.ofDays(2));
        JsonObject second = payout(1_000, account);
        payout(1_000, provider.account(merchant));
        assertThat(ids(account, Map.of())).containsExactly(first.getString("Id"), second.getString("Id"));
        long day = provider.store()
                .inTransaction(tx -> tx.now().minus(Duration.ofDays(1)).getEpochSecond());
        assertThat(ids(account, Map.of("AfterDate", Long.toString(day)))).containsExactly(second.getString("Id"));
        assertThat(ids(account, Map.of("BeforeDate", Long.toString(day)))).containsExactly(first.getString("Id"));
        assertThat(ids(account, Map.of("Page", "2", "Per_Page", "1"))).containsExactly(second.getString("Id"));
        assertThat(provider.tryGet("bankaccounts/bankacc_m_none/transactions").status())
                .isEqualTo(404);
    }

    private List<String> ids(String account, Map<String, String> query) {
        return provider.list("bankaccounts/" + account + "/transactions", query).getValuesAs(JsonObject.class).stream()
                .filter(payout -> payout.getString("Type").equals("PAYOUT")
                        && payout.getString("Nature").equals("REGULAR"))
                .map(payout -> payout.getString("Id"))
                .toList();
    }

    private JsonObject transfer(long cents, long fees) {
        return provider.post(
                "transfers",
                "AuthorId",
                payer,
                "DebitedWalletId",
                payerWallet,
                "CreditedWalletId",
                merchantWallet,
                "DebitedFunds",
                Docs.euros(cents),
                "Fees",
                Docs.euros(fees));
    }

    private JsonObject refund(String of, long cents, long fees) {
        return provider.post(
                of + "/refunds", "AuthorId", payer, "DebitedFunds", Docs.euros(cents), "Fees", Docs.euros(fees));
    }

    private JsonObject payout(long cents) {
        return payout(cents, provider.account(merchant));
    }

    private JsonObject payout(long cents, String account) {
        return provider.post(
                "payouts/bankwire",
                "AuthorId",
                merchant,
                "DebitedWalletId",
                merchantWallet,
                "BankAccountId",
                account,
                "DebitedFunds",
                Docs.euros(cents),
                "BankWireRef",
                "HALLE 2026-11");
    }

    private String status(JsonObject payout) {
        return provider.get("payouts/" + payout.getString("Id")).getString("Status");
    }
}
