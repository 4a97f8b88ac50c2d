package fr.halle.payment.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Users, wallets and bank accounts at Mangopay, made at their first need and kept. Their keys follow from what is sent: two
 * threads that need the same wallet at once get the same wallet, and a corrected address is a new request.
 */
final class MangopayAccounts {

    private final Sql sql;
    private final MangopayHttp http;
    private final Map<Long, Escrow> escrows = new ConcurrentHashMap<>();

    MangopayAccounts(Sql sql, MangopayHttp http) {
        this.sql = sql;
        this.http = http;
    }

    /** The payer and the wallet that hold what was paid on one portal until it is split. */
    record Escrow(String userId, String walletId) {}

    private record PortalRow(String operator, String email) {}

    private record MerchantRow(
            long id,
            String legalName,
            String siret,
            String email,
            @Nullable String iban,
            @Nullable String ibanOwner,
            @Nullable String userId,
            @Nullable String walletId,
            @Nullable String bankAccountId) {

        static MerchantRow of(Row row) throws SQLException {
            return new MerchantRow(
                    row.number("id"),
                    row.text("legal_name"),
                    row.text("siret"),
                    row.text("email"),
                    row.textOrNull("iban"),
                    row.textOrNull("iban_owner"),
                    row.textOrNull("psp_user_id"),
                    row.textOrNull("psp_wallet_id"),
                    row.textOrNull("psp_bank_account_id"));
        }
    }

    ProviderAnswer<Escrow> escrow(long portalId) {
        Escrow known = escrows.get(portalId);
        if (known != null) {
            return new Success<>(known);
        }
        ProviderAnswer<Escrow> answer = sql.one(
                        "select user_id, wallet_id from provider_escrow where portal_id = ?",
                        row -> new Escrow(row.text("user_id"), row.text("wallet_id")),
                        portalId)
                .<ProviderAnswer<Escrow>>map(Success::new)
                .orElseGet(() -> openEscrow(portalId));
        if (answer instanceof Success<Escrow> success) {
            escrows.put(portalId, success.value());
        }
        return answer;
    }

    ProviderAnswer<String> user(long merchantId) {
        return user(read(merchantId));
    }

    ProviderAnswer<String> wallet(long merchantId) {
        MerchantRow merchant = read(merchantId);
        return user(merchant).then(user -> wallet(merchant, user));
    }

    ProviderAnswer<MerchantAccount> merchant(long merchantId) {
        MerchantRow merchant = read(merchantId);
        return user(merchant)
                .then(user -> wallet(merchant, user)
                        .then(wallet -> bankAccount(merchant, user)
                                .map(bank -> new MerchantAccount(merchantId, user, wallet, bank))));
    }

    private MerchantRow read(long merchantId) {
        return sql.one("select * from merchant where id = ?", MerchantRow::of, merchantId)
                .orElseThrow(() -> new IllegalArgumentException("No merchant " + merchantId));
    }

    private ProviderAnswer<Escrow> openEscrow(long portalId) {
        PortalRow portal = sql.one(
                        "select operator_name, support_email from portal where id = ?",
                        row -> new PortalRow(row.text("operator_name"), row.text("support_email")),
                        portalId)
                .orElseThrow(() -> new IllegalArgumentException("No portal " + portalId));
        ObjectNode payer = object().put("FirstName", "Halle")
                .put("LastName", portal.operator())
                .put("Email", portal.email())
                .put("UserCategory", "PAYER")
                .put("TermsAndConditionsAccepted", true)
                .put("Tag", "escrow of portal " + portalId);
        return created("sca/users/natural", payer)
                .then(user -> created("wallets", wallet(user, "Escrow of portal " + portalId))
                        .map(wallet -> keep(portalId, new Escrow(user, wallet))));
    }

    private Escrow keep(long portalId, Escrow escrow) {
        sql.update(
                "insert into provider_escrow (portal_id, user_id, wallet_id) values (?, ?, ?) on conflict do nothing",
                portalId,
                escrow.userId(),
                escrow.walletId());
        return escrow;
    }

    private ProviderAnswer<String> user(MerchantRow merchant) {
        String known = merchant.userId();
        if (known != null) {
            return new Success<>(known);
        }
        ObjectNode owner = object().put("Name", merchant.legalName())
                .put("Email", merchant.email())
                .put("LegalPersonType", "BUSINESS")
                .put("CompanyNumber", merchant.siret())
                .put("UserCategory", "OWNER")
                .put("TermsAndConditionsAccepted", true)
                .put("Tag", "merchant " + merchant.id());
        return created("sca/users/legal", owner).map(id -> keep(merchant, "psp_user_id", id));
    }

    private ProviderAnswer<String> wallet(MerchantRow merchant, String userId) {
        String known = merchant.walletId();
        if (known != null) {
            return new Success<>(known);
        }
        return created("wallets", wallet(userId, "Merchant " + merchant.id()))
                .map(id -> keep(merchant, "psp_wallet_id", id));
    }

    private ProviderAnswer<String> bankAccount(MerchantRow merchant, String userId) {
        String known = merchant.bankAccountId();
        if (known != null) {
            return new Success<>(known);
        }
        String iban = merchant.iban();
        if (iban == null) {
            return new Refused<>("no-bank-account", "The merchant has given no IBAN");
        }
        String owner = merchant.ibanOwner();
        ObjectNode account = object().put("IBAN", iban)
                .put("OwnerName", owner == null ? merchant.legalName() : owner)
                .put("Tag", "merchant " + merchant.id());
        return created("users/" + userId + "/bankaccounts/iban", account)
                .then(id -> keepBankAccount(merchant, iban, id));
    }

    private String keep(MerchantRow merchant, String column, String id) {
        sql.update("update merchant set " + column + " = ? where id = ? and " + column + " is null", id, merchant.id());
        return id;
    }

    /** The account of an IBAN that was changed while the provider was asked is nobody's: nothing is to be paid there. */
    private ProviderAnswer<String> keepBankAccount(MerchantRow merchant, String iban, String id) {
        int kept = sql.update(
                "update merchant set psp_bank_account_id = coalesce(psp_bank_account_id, ?) where id = ? and iban = ?",
                id,
                merchant.id(),
                iban);
        return kept == 0 ? new Unknown<>("the IBAN was changed") : new Success<>(id);
    }

    private ProviderAnswer<String> created(String path, JsonNode body) {
        UUID key = UUID.nameUUIDFromBytes((path + Secrets.sha256Hex(body.toString())).getBytes(StandardCharsets.UTF_8));
        return http.post(path, key, body).map(answer -> answer.path("Id").asText());
    }

    private static ObjectNode wallet(String userId, String description) {
        ObjectNode wallet = object().put("Currency", "EUR").put("Description", description);
        wallet.putArray("Owners").add(userId);
        return wallet;
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
