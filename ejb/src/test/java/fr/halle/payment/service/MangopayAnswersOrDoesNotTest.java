package fr.halle.payment.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.portal.model.Preset;
import fr.halle.shared.service.Json;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three answers, not two: done, refused, and nobody knows. */
class MangopayAnswersOrDoesNotTest {

    private static final long LATE = 1500;
    private static final Instant ASKED = Instant.parse("2026-11-20T10:00:00Z");

    private final ScriptedProvider server = new ScriptedProvider();
    private final UUID key = UUID.randomUUID();

    @AfterEach
    void close() {
        server.close();
    }

    private ProviderAnswer<JsonNode> transfer() {
        return server.http().post("transfers", key, Json.MAPPER.createObjectNode());
    }

    private ScriptedProvider earlier(int status, String resource) {
        return server.on(
                "GET responses/" + key, 200, "{\"StatusCode\":\"" + status + "\",\"Resource\":" + resource + "}");
    }

    @Test
    void doneIsDone() {
        server.on("POST transfers", 200, "{\"Id\":\"T1\"}");
        assertThat(transfer())
                .isInstanceOfSatisfying(
                        Success.class, done -> assertThat(done.value()).hasToString("{\"Id\":\"T1\"}"));
    }

    @Test
    void refusedIsRefusedWithItsCodeAndWords() {
        server.on(
                "POST transfers", 400, "{\"Type\":\"param_error\",\"Message\":\"No\",\"errors\":{\"Fees\":\"high\"}}");
        assertThat(transfer()).isEqualTo(new Refused<JsonNode>("param_error", "No {\"Fees\":\"high\"}"));
    }

    @Test
    void aTimeOutAfterTheEffectIsFoundUnderItsKey() {
        server.late("POST transfers", 200, "{\"Id\":\"T1\"}", LATE);
        earlier(200, "{\"Id\":\"T1\"}");
        assertThat(transfer()).isInstanceOf(Success.class);
        assertThat(server.calls).filteredOn("POST transfers"::equals).hasSize(1);
    }

    @Test
    void aTimeOutOfWhichNothingIsKnownIsUnknownNeverFailed() {
        server.late("POST transfers", 200, "{\"Id\":\"T1\"}", LATE);
        assertThat(transfer()).isInstanceOf(Unknown.class);
    }

    @Test
    void theSameKeyAgainGetsTheFirstAnswer() {
        server.on("POST transfers", 409, "{}");
        earlier(200, "{\"Id\":\"T1\"}");
        assertThat(transfer()).isInstanceOf(Success.class);
    }

    @Test
    void theSameKeyAgainGetsTheFirstRefusalToo() {
        server.on("POST transfers", 409, "{}");
        earlier(400, "{\"Type\":\"param_error\",\"Message\":\"No\"}");
        assertThat(transfer()).isEqualTo(new Refused<JsonNode>("param_error", "No"));
    }

    @Test
    void theProvidersOwnTroubleIsUnknown() {
        server.on("POST transfers", 503, "sorry");
        assertThat(transfer()).isInstanceOf(Unknown.class);
        server.on("GET payins/1", 429, "{}");
        assertThat(server.http().get("payins/1")).isInstanceOf(Unknown.class);
        server.on("GET payins/2", 200, "<html>");
        assertThat(server.http().get("payins/2")).isInstanceOf(Unknown.class);
    }

    @Test
    void nobodyListeningIsUnknown() {
        MangopayHttp http = server.http();
        server.close();
        assertThat(http.get("payins/1")).isInstanceOf(Unknown.class);
    }

    @Test
    void aTokenIsBoughtOnceAndAgainWhenItIsNoLongerTaken() {
        MangopayHttp http = server.http();
        server.on("GET payins/1", 200, "{}");
        http.get("payins/1");
        http.get("payins/1");
        assertThat(server.calls).filteredOn("POST oauth/token"::equals).hasSize(1);
        server.on("GET payins/2", 401, "{}").on("GET payins/2", 200, "{}");
        assertThat(http.get("payins/2")).isInstanceOf(Success.class);
        assertThat(server.calls).filteredOn("POST oauth/token"::equals).hasSize(2);
    }

    @Test
    void whoLeftThePageDidNotGetANoFromTheBank() {
        assertThat(stateOf("101002")).isEqualTo(ProviderPayment.State.ABANDONED);
        assertThat(stateOf("001034")).isEqualTo(ProviderPayment.State.ABANDONED);
        assertThat(stateOf("101101")).isEqualTo(ProviderPayment.State.REFUSED);
    }

    private ProviderPayment.State stateOf(String code) {
        server.on(
                "GET payins/" + code,
                200,
                "{\"Status\":\"FAILED\",\"ResultCode\":\"" + code + "\",\"DebitedFunds\":{\"Amount\":100}}");
        ProviderAnswer<ProviderPayment> answer = new MangopayProvider(TestDatabase.sql(), server.http()).fetch(code);
        return ((Success<ProviderPayment>) answer).value().state();
    }

    @Test
    void aRefundIsFoundByItsTagUnlessItFailed() {
        MangopayProvider provider = new MangopayProvider(TestDatabase.sql(), server.http());
        String others = "{\"Id\":\"R1\",\"Tag\":\"another\",\"Status\":\"SUCCEEDED\"},{\"Id\":\"R2\",\"Tag\":\"" + key
                + "\",\"Status\":\"FAILED\"}";
        server.on("GET payins/P1/refunds?Per_Page=100", 200, "[" + others + "]");
        assertThat(provider.findPaymentRefund(key, "P1")).isEqualTo(new Success<>(Optional.empty()));
        server.on(
                "GET transfers/T1/refunds?Per_Page=100",
                200,
                "[" + others + ",{\"Id\":\"R3\",\"Tag\":\"" + key + "\",\"Status\":\"CREATED\"}]");
        assertThat(provider.findTransferRefund(key, "T1")).isEqualTo(new Success<>(Optional.of("R3")));
    }

    /** It may be what is looked for, or not: an older version asked without a tag, and so does somebody at the provider's own pages. */
    @Test
    void aRefundWithoutATagLeavesItOpen() {
        MangopayProvider provider = new MangopayProvider(TestDatabase.sql(), server.http());
        String untagged = "{\"Id\":\"R1\",\"Status\":\"SUCCEEDED\"}";
        server.on("GET payins/P1/refunds?Per_Page=100", 200, "[" + untagged + "]");
        assertThat(provider.findPaymentRefund(key, "P1")).isInstanceOf(Unknown.class);
        server.on(
                "GET payins/P2/refunds?Per_Page=100",
                200,
                "[" + untagged + ",{\"Id\":\"R3\",\"Tag\":\"" + key + "\",\"Status\":\"CREATED\"}]");
        assertThat(provider.findPaymentRefund(key, "P2")).isEqualTo(new Success<>(Optional.of("R3")));
    }

    /** To whichever account it went, the IBAN may be another by now; of which the bank has sent it back already. */
    @Test
    void aPayoutIsFoundByItsTagAmongThoseToItsMerchantsAccounts() {
        server.on(payoutsTo("B1"), 200, "[" + payout("O1", "H1", "SUCCEEDED", 4200) + "]")
                .on(
                        payoutsTo("B2"),
                        200,
                        "[" + payout("O2", "H2", "FAILED", 4200) + "," + payout("O3", "H2", "SUCCEEDED", 4200) + "]")
                .on("GET payouts/O3", 200, payout("O3", "H2", "SUCCEEDED", 4200))
                .on("GET payouts/O3/refunds", 200, "[{\"RefundReason\":{\"RefundReasonMessage\":\"closed\"}}]");
        assertThat(found("H2"))
                .isEqualTo(new Success<>(
                        Optional.of(new ProviderPayout("O3", ProviderPayout.State.RETURNED, 4200, null, "closed"))));
        assertThat(found("H3")).as("surely not there").isEqualTo(new Success<>(Optional.empty()));
    }

    /** Its money is back: it is over, and asked for no more. */
    @Test
    void alsoOneThatFailed() {
        server.on(payoutsTo("B1"), 200, "[]")
                .on(payoutsTo("B2"), 200, "[" + payout("O2", "H2", "FAILED", 4200) + "]")
                .on("GET payouts/O2", 200, payout("O2", "H2", "FAILED", 4200))
                .on("GET payouts/O2/refunds", 200, "[]");
        assertThat(found("H2"))
                .isEqualTo(new Success<>(
                        Optional.of(new ProviderPayout("O2", ProviderPayout.State.FAILED, 4200, null, null))));
    }

    @Test
    void aPayoutOfItsAmountWithoutATagLeavesItOpenAndSoDoesAListThatIsNotShown() {
        server.on(payoutsTo("B1"), 200, "[" + payout("O1", "", "SUCCEEDED", 4100) + "]")
                .on(payoutsTo("B2"), 200, "[]")
                .on(payoutsTo("B2"), 200, "[" + payout("O2", "", "CREATED", 4200) + "]")
                .on(payoutsTo("B2"), 403, "{\"Type\":\"forbidden\",\"Message\":\"No\"}");
        assertThat(found("H2")).as("of another amount").isEqualTo(new Success<>(Optional.empty()));
        assertThat(found("H2")).isInstanceOf(Unknown.class);
        assertThat(found("H2")).isInstanceOf(Refused.class);
    }

    private ProviderAnswer<Optional<ProviderPayout>> found(String reference) {
        TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
        server.on(
                "GET users/user" + shop.merchantId + "/bankaccounts?Per_Page=100",
                200,
                "[{\"Id\":\"B1\"},{\"Id\":\"B2\"}]");
        return new MangopayProvider(TestDatabase.sql(), server.http())
                .findPayout(shop.merchantId, reference, 4200, ASKED);
    }

    private static String payoutsTo(String account) {
        return "GET bankaccounts/" + account + "/transactions?AfterDate="
                + ASKED.minus(Duration.ofDays(1)).getEpochSecond() + "&Per_Page=100";
    }

    private static String payout(String id, String tag, String status, long cents) {
        String funds = "{\"Currency\":\"EUR\",\"Amount\":" + cents + "}";
        return "{\"Id\":\"" + id + "\",\"Tag\":\"" + tag + "\",\"Status\":\"" + status
                + "\",\"Type\":\"PAYOUT\",\"Nature\":\"REGULAR\",\"DebitedFunds\":" + funds + ",\"CreditedFunds\":"
                + funds
                + "}";
    }

    /** Its name must not get lost: nobody would know what to ask about. */
    @Test
    void aRefundThatIsOnlyCreatedHasItsName() {
        TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
        server.on("POST sca/users/natural", 200, "{\"Id\":\"U1\"}")
                .on("POST wallets", 200, "{\"Id\":\"W1\"}")
                .on("POST payins/P1/refunds", 200, "{\"Id\":\"R1\",\"Status\":\"CREATED\"}")
                .on("GET refunds/R1", 200, "{\"Id\":\"R1\",\"Status\":\"CREATED\"}");
        MangopayProvider provider = new MangopayProvider(TestDatabase.sql(), server.http());
        assertThat(provider.refundPayment(key, shop.portalId, "P1", 100)).isEqualTo(new Success<>("R1"));
        assertThat(provider.fetchRefund("R1")).isInstanceOf(Unknown.class);
    }

    /** One wallet per portal holds what is paid there: its two calls are made once. */
    @Test
    void theEscrowOfAPortalIsOpenedOnce() {
        TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
        server.on("POST sca/users/natural", 200, "{\"Id\":\"U1\"}")
                .on("POST wallets", 200, "{\"Id\":\"W1\"}")
                .on(
                        "POST payins/card/web",
                        200,
                        "{\"Id\":\"P1\",\"Status\":\"CREATED\",\"RedirectURL\":\"http://page\"}");
        for (int i = 0; i < 2; i++) {
            MangopayProvider provider = new MangopayProvider(TestDatabase.sql(), server.http());
            ProviderAnswer<PaymentPage> page = provider.createPayment(
                    new NewPayment(UUID.randomUUID(), shop.portalId, "EP-00042", 1234, "http://back", "fr"));
            assertThat(page).isEqualTo(new Success<PaymentPage>(new PaymentPage.Redirect("P1", "http://page")));
        }
        assertThat(server.calls).filteredOn("POST wallets"::equals).hasSize(1);
        assertThat(server.calls).filteredOn("POST payins/card/web"::equals).hasSize(2);
    }

    /** M65: it blocks its payouts, not its sales. */
    @Test
    void aMerchantWhoseIbanIsRefusedHasItsWalletAllTheSame() {
        TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
        server.on(
                "POST users/user" + shop.merchantId + "/bankaccounts/iban",
                400,
                "{\"Type\":\"param_error\",\"Message\":\"IBAN\"}");
        MangopayProvider provider = new MangopayProvider(TestDatabase.sql(), server.http());
        assertThat(provider.ensureMerchant(shop.merchantId))
                .isEqualTo(new Refused<MerchantAccount>("param_error", "IBAN"));
        assertThat(provider.ensureWallet(shop.merchantId)).isEqualTo(new Success<>("wallet" + shop.merchantId));
        TestDatabase.sql().update("update merchant set iban = null where id = ?", shop.merchantId);
        assertThat(provider.ensureMerchant(shop.merchantId)).isInstanceOf(Refused.class);
    }

    @Test
    void aNotificationNamesOnlyWhatItIsAbout() {
        MangopayProvider provider = new MangopayProvider(TestDatabase.sql(), server.http());
        assertThat(provider.parseNotification("PAYIN_NORMAL_SUCCEEDED", "P1"))
                .isEqualTo(new ProviderReference(ProviderReference.Kind.PAYMENT, "P1"));
        assertThat(provider.parseNotification("PAYOUT_REFUND_SUCCEEDED", "O1").kind())
                .isEqualTo(ProviderReference.Kind.PAYOUT_RETURN);
        assertThat(provider.parseNotification("KYC_SUCCEEDED", "K1").kind()).isEqualTo(ProviderReference.Kind.OTHER);
    }
}
