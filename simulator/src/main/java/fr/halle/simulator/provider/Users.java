package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/**
 * Payers and merchants, and where a merchant is paid. Here nobody checks papers: an OWNER is verified (REGULAR) at once, unless
 * its Tag says {@code kyc:light}, which leaves it waiting as a real one would.
 */
final class Users {

    private static final Set<String> CATEGORIES = Set.of("PAYER", "OWNER");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Users() {}

    static JsonObject natural(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        body.required("FirstName");
        body.required("LastName");
        return create(tx, request, "NATURAL", body.oneOf("UserCategory", "PAYER", CATEGORIES));
    }

    static JsonObject legal(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        body.required("Name");
        body.oneOf("LegalPersonType", "BUSINESS", Set.of("BUSINESS", "ORGANIZATION", "SOLETRADER", "PARTNERSHIP"));
        return create(tx, request, "LEGAL", body.oneOf("UserCategory", "OWNER", CATEGORIES));
    }

    static JsonObject bankAccount(Tx tx, Request request) throws SQLException {
        Resource user = find(tx, request.id());
        Fields body = request.body();
        String iban = body.required("IBAN").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!iban.isEmpty() && !isIban(iban)) {
            body.refuse("IBAN", "The IBAN is not valid.");
        }
        String owner = body.required("OwnerName");
        body.check();
        JsonObject fields = new Doc()
                .put("Type", "IBAN")
                .put("UserId", user.id())
                .put("OwnerName", owner)
                .put("OwnerAddress", body.body().get("OwnerAddress"))
                .put("IBAN", iban)
                .put("BIC", body.optional("BIC", ""))
                .put("Tag", body.optional("Tag", ""))
                .put("Active", true)
                .json();
        return tx.insert(tx.draft(Kind.BANK_ACCOUNT, fields), user.id()).doc();
    }

    static Resource find(Tx tx, String id) throws SQLException {
        return tx.find(Kind.USER, id).orElseThrow(() -> ApiProblem.notFound(Kind.USER, id));
    }

    /** Whether money may be sent on to this user's wallets and bank account. */
    static boolean isVerified(Resource user) {
        return user.text("KYCLevel").equals("REGULAR");
    }

    /** The provider has read the papers (scenario page): the user waits no more. */
    static Resource verify(Tx tx, String id) throws SQLException {
        Resource user = tx.lock(Kind.USER, id).orElseThrow(() -> ApiProblem.notFound(Kind.USER, id));
        Resource verified = tx.save(user.merge(new Doc()
                .put("KYCLevel", "REGULAR")
                .put("UserStatus", "ACTIVE")
                .put("PendingUserAction", null)
                .json()));
        Events.emit(tx, "USER_KYC_REGULAR", id);
        return verified;
    }

    private static JsonObject create(Tx tx, Request request, String personType, String category) throws SQLException {
        Fields body = request.body();
        if (!body.required("Email").contains("@")) {
            body.refuse("Email", "The field Email is invalid.");
        }
        body.check();
        boolean owner = category.equals("OWNER");
        boolean waits = body.optional("Tag", "").contains("kyc:light");
        Resource user = tx.draft(Kind.USER, body.body());
        return tx.insert(user.merge(new Doc()
                        .put("PersonType", personType)
                        .put("UserCategory", category)
                        .put("KYCLevel", owner && !waits ? "REGULAR" : "LIGHT")
                        .put("UserStatus", owner && waits ? "PENDING_USER_ACTION" : "ACTIVE")
                        .put(
                                "PendingUserAction",
                                owner && waits ? Docs.of("RedirectUrl", request.base() + "/#users") : null)
                        .json()))
                .doc();
    }

    /** ISO 13616: the four first characters go last, letters become numbers, the rest by 97 is 1. */
    private static boolean isIban(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
