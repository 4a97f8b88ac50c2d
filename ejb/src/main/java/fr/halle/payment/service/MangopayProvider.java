package fr.halle.payment.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.halle.payment.service.MangopayAccounts.Escrow;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mangopay v2.01. What customers pay lies in one payer's wallet per portal until it is split (docs/decisions); a pay-in is made on
 * Mangopay's own page, so no card number comes here.
 */
@Service
public class MangopayProvider implements PaymentProvider {

    /** The customer left, or let the page expire: nobody said no. */
    private static final Set<String> ABANDONED =
            Set.of("001030", "001031", "001032", "001033", "001034", "101001", "101002");

    private static final int EVENTS_A_PAGE = 100;

    /** More than a day's events: who missed more asks about each payment. */
    private static final int MOST_PAGES = 50;

    @Inject
    private Sql sql;

    private MangopayHttp http;
    private MangopayAccounts accounts;
    private MangopayTags tags;

    /** For the container. */
    public MangopayProvider() {}

    /** For tests, which have a provider of their own. */
    MangopayProvider(Sql sql, MangopayHttp http) {
        this.sql = sql;
        connect(http);
    }

    @PostConstruct
    void connect() {
        connect(new MangopayHttp(MangopaySettings.fromEnvironment()));
    }

    private void connect(MangopayHttp connection) {
        http = connection;
        accounts = new MangopayAccounts(sql, http);
        tags = new MangopayTags(http);
    }

    @Override
    public ProviderAnswer<PaymentPage> createPayment(NewPayment payment) {
        return accounts.escrow(payment.portalId()).then(escrow -> {
            ObjectNode body = object().put("AuthorId", escrow.userId())
                    .put("CreditedWalletId", escrow.walletId())
                    .put("ReturnURL", payment.returnUrl())
                    .put("CardType", "CB_VISA_MASTERCARD")
                    .put("SecureMode", "DEFAULT")
                    .put("Culture", payment.language().toUpperCase(Locale.ROOT))
                    .put("StatementDescriptor", payment.orderNumber())
                    .put("Tag", payment.orderNumber());
            body.set("DebitedFunds", euros(payment.amountCents()));
            body.set("Fees", euros(0));
            return http.post("payins/card/web", payment.key(), body).then(MangopayProvider::page);
        });
    }

    @Override
    public ProviderAnswer<ProviderPayment> fetch(String providerId) {
        return http.get("payins/" + providerId)
                .map(payIn -> new ProviderPayment(
                        stateOf(payIn),
                        cents(payIn, "DebitedFunds"),
                        text(payIn, "ResultCode"),
                        text(payIn, "ResultMessage"),
                        text(payIn.path("AuthenticationResult"), "AuthenticationType")));
    }

    @Override
    public ProviderAnswer<String> transfer(UUID key, Transfer transfer) {
        return accounts.escrow(transfer.portalId()).then(escrow -> {
            ObjectNode body = object().put("AuthorId", escrow.userId())
                    .put("DebitedWalletId", escrow.walletId())
                    .put("CreditedWalletId", transfer.walletId())
                    .put("Tag", transfer.tag());
            body.set("DebitedFunds", euros(transfer.grossCents()));
            body.set("Fees", euros(transfer.feeCents()));
            return http.post("transfers", key, body).then(MangopayProvider::done);
        });
    }

    @Override
    public ProviderAnswer<String> refundTransfer(
            UUID key, long portalId, String transferId, long amountCents, long feeReturnedCents) {
        ObjectNode amounts = object();
        amounts.set("DebitedFunds", euros(amountCents - feeReturnedCents));
        amounts.set("Fees", euros(-feeReturnedCents));
        return refund(refundsOfTransfer(transferId), key, portalId, amounts);
    }

    @Override
    public ProviderAnswer<String> refundPayment(UUID key, long portalId, String providerId, long amountCents) {
        ObjectNode amounts = object();
        amounts.set("DebitedFunds", euros(amountCents));
        amounts.set("Fees", euros(0));
        return refund(refundsOfPayIn(providerId), key, portalId, amounts);
    }

    @Override
    public ProviderAnswer<Optional<String>> findTransferRefund(UUID key, String transferId) {
        return tags.refund(refundsOfTransfer(transferId), key.toString());
    }

    @Override
    public ProviderAnswer<Optional<String>> findPaymentRefund(UUID key, String providerId) {
        return tags.refund(refundsOfPayIn(providerId), key.toString());
    }

    @Override
    public ProviderAnswer<Boolean> fetchRefund(String refundId) {
        return http.get("refunds/" + refundId)
                .then(refund -> status(refund).equals("CREATED")
                        ? new Unknown<>("refund " + refundId + " is CREATED")
                        : new Success<>(status(refund).equals("SUCCEEDED")));
    }

    @Override
    public ProviderAnswer<ProviderDispute> fetchDispute(String disputeId) {
        return http.get("disputes/" + disputeId)
                .map(dispute -> new ProviderDispute(
                        disputeId,
                        dispute.path("InitialTransactionId").asText(),
                        keepsNothing(dispute) ? 0 : cents(dispute, "DisputedFunds"),
                        dispute.path("DisputeReason").path("DisputeReasonType").asText()));
    }

    @Override
    public ProviderAnswer<String> payoutOfReturn(String returnId) {
        return http.get("refunds/" + returnId)
                .map(refund -> refund.path("InitialTransactionId").asText());
    }

    @Override
    public ProviderAnswer<ProviderPayout> payout(
            UUID key, MerchantAccount merchant, long amountCents, long feeCents, String reference) {
        ObjectNode body = object().put("AuthorId", merchant.userId())
                .put("DebitedWalletId", merchant.walletId())
                .put("BankAccountId", merchant.bankAccountId())
                .put("BankWireRef", reference)
                .put("PayoutModeRequested", "STANDARD")
                .put("Tag", reference);
        body.set("DebitedFunds", euros(Math.addExact(amountCents, feeCents)));
        body.set("Fees", euros(feeCents));
        return http.post("payouts/bankwire", key, body).map(MangopayProvider::payoutOf);
    }

    @Override
    public ProviderAnswer<ProviderPayout> fetchPayout(String providerId) {
        return http.get("payouts/" + providerId)
                .then(payout -> http.get("payouts/" + providerId + "/refunds")
                        .map(refunds -> refunds.isEmpty() ? payoutOf(payout) : sentBack(payout, refunds.get(0))));
    }

    @Override
    public ProviderAnswer<Optional<ProviderPayout>> findPayout(
            long merchantId, String reference, long totalCents, Instant since) {
        return accounts.user(merchantId)
                .then(user -> tags.payout(user, reference, totalCents, since))
                .then(found -> found.isEmpty()
                        ? new Success<>(Optional.empty())
                        : fetchPayout(found.get()).map(Optional::of));
    }

    @Override
    public ProviderAnswer<String> ensureWallet(long merchantId) {
        return accounts.wallet(merchantId);
    }

    @Override
    public ProviderAnswer<MerchantAccount> ensureMerchant(long merchantId) {
        return accounts.merchant(merchantId);
    }

    @Override
    public ProviderReference parseNotification(String eventType, String resourceId) {
        return new ProviderReference(MangopayEvents.kindOf(eventType), resourceId);
    }

    @Override
    public ProviderAnswer<List<ProviderEvent>> listSince(Instant since) {
        List<ProviderEvent> events = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            ProviderAnswer<JsonNode> answer = http.get("events?AfterDate=" + since.getEpochSecond() + "&Page=" + page
                    + "&Per_Page=" + EVENTS_A_PAGE + "&Sort=Date:ASC");
            if (!(answer instanceof Success<JsonNode> success)) {
                return answer.map(never -> List.of());
            }
            success.value().forEach(event -> events.add(event(event)));
            if (success.value().size() < EVENTS_A_PAGE) {
                break;
            }
        }
        return new Success<>(events);
    }

    @Override
    public ProviderAnswer<ProviderReport> report() {
        return http.get("report")
                .map(totals -> new ProviderReport(
                        totals.path("Wallets").asLong(),
                        totals.path("Fees").asLong(),
                        totals.path("Credit").asLong()));
    }

    /** Makes the provider call {@code noticeUrl} about whatever we follow; what it calls already is left, an invalid hook is woken. */
    public ProviderAnswer<Integer> ensureHooks(String noticeUrl) {
        return new MangopayHooks(http).ensure(noticeUrl);
    }

    private ProviderEvent event(JsonNode event) {
        String type = event.path("EventType").asText();
        return new ProviderEvent(
                type,
                parseNotification(type, event.path("ResourceId").asText()),
                Instant.ofEpochSecond(event.path("Date").asLong()));
    }

    private ProviderAnswer<String> refund(String path, UUID key, long portalId, ObjectNode amounts) {
        return accounts.escrow(portalId)
                .map(Escrow::userId)
                .then(author ->
                        http.post(path, key, amounts.put("AuthorId", author).put("Tag", key.toString())))
                .then(MangopayProvider::begun);
    }

    /** A RETRIEVAL is a question of the bank's; one that cannot be contested is CLOSED from the start, with the money taken. */
    private static boolean keepsNothing(JsonNode dispute) {
        boolean closedWell = status(dispute).equals("CLOSED")
                && List.of("WON", "VOID").contains(dispute.path("ResultCode").asText());
        return closedWell || dispute.path("DisputeType").asText().equals("RETRIEVAL");
    }

    private static String refundsOfTransfer(String transferId) {
        return "transfers/" + transferId + "/refunds";
    }

    private static String refundsOfPayIn(String providerId) {
        return "payins/" + providerId + "/refunds";
    }

    private static ProviderAnswer<PaymentPage> page(JsonNode payIn) {
        String id = payIn.path("Id").asText();
        return switch (status(payIn)) {
            case "SUCCEEDED" -> new Success<>(new PaymentPage.Accepted(id));
            case "CREATED" ->
                new Success<>(
                        new PaymentPage.Redirect(id, payIn.path("RedirectURL").asText()));
            default -> failed(payIn);
        };
    }

    /** A refund that has its name; {@link #fetchRefund} tells what becomes of it. */
    private static ProviderAnswer<String> begun(JsonNode refund) {
        return status(refund).equals("CREATED")
                ? new Success<>(refund.path("Id").asText())
                : done(refund);
    }

    private static ProviderAnswer<String> done(JsonNode transaction) {
        String id = transaction.path("Id").asText();
        return switch (status(transaction)) {
            case "SUCCEEDED" -> new Success<>(id);
            case "CREATED" -> new Unknown<>("transaction " + id + " is CREATED");
            default -> failed(transaction);
        };
    }

    private static <T> Refused<T> failed(JsonNode transaction) {
        return new Refused<>(
                transaction.path("ResultCode").asText(""),
                transaction.path("ResultMessage").asText(""));
    }

    private static ProviderPayment.State stateOf(JsonNode payIn) {
        return switch (status(payIn)) {
            case "SUCCEEDED" -> ProviderPayment.State.PAID;
            case "CREATED" -> ProviderPayment.State.OPEN;
            default ->
                ABANDONED.contains(payIn.path("ResultCode").asText(""))
                        ? ProviderPayment.State.ABANDONED
                        : ProviderPayment.State.REFUSED;
        };
    }

    private static ProviderPayout payoutOf(JsonNode payout) {
        ProviderPayout.State state = switch (status(payout)) {
            case "CREATED" -> ProviderPayout.State.SENT;
            case "SUCCEEDED" -> ProviderPayout.State.PAID;
            default -> ProviderPayout.State.FAILED;
        };
        return new ProviderPayout(
                payout.path("Id").asText(),
                state,
                cents(payout, "CreditedFunds"),
                text(payout, "ResultCode"),
                text(payout, "ResultMessage"));
    }

    /** The payout itself stays SUCCEEDED; why the bank did not keep it stands in the refund. */
    private static ProviderPayout sentBack(JsonNode payout, JsonNode refund) {
        ProviderPayout told = payoutOf(payout);
        if (told.state() != ProviderPayout.State.PAID) {
            return told;
        }
        JsonNode reason = refund.path("RefundReason");
        return new ProviderPayout(
                told.providerId(),
                ProviderPayout.State.RETURNED,
                told.cents(),
                text(reason, "RefundReasonType"),
                text(reason, "RefundReasonMessage"));
    }

    static String status(JsonNode transaction) {
        return transaction.path("Status").asText();
    }

    static long cents(JsonNode transaction, String field) {
        return transaction.path(field).path("Amount").asLong();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static ObjectNode euros(long cents) {
        return object().put("Currency", "EUR").put("Amount", cents);
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
