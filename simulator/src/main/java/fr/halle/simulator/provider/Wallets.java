package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Where the money lies. A balance is the sum of a wallet's movements. */
final class Wallets {

    static final String FEES = "FEES_EUR";
    static final String CREDIT = "CREDIT_EUR";
    private static final Set<String> OWN = Set.of("FEES", "CREDIT");

    private Wallets() {}

    static JsonObject create(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        List<String> owners = body.texts("Owners");
        if (owners.size() != 1) {
            body.refuse("Owners", "Exactly one owner is required.");
        }
        body.oneOf("Currency", "", Set.of("EUR"));
        String description = body.required("Description");
        body.check();
        Resource owner = Users.find(tx, owners.get(0));
        JsonObject fields = new Doc()
                .put("Owners", Docs.array(owners))
                .put("Description", description)
                .put("Currency", "EUR")
                .put("FundsType", "DEFAULT")
                .put("Tag", body.optional("Tag", ""))
                .json();
        return withBalance(tx, tx.insert(tx.draft(Kind.WALLET, fields), owner.id()));
    }

    static JsonObject get(Tx tx, Request request) throws SQLException {
        return withBalance(tx, find(tx, "WalletId", request.id()));
    }

    /** The platform's own wallets: {@code /clients/wallets/fees/EUR}. */
    static JsonObject own(Tx tx, Request request) throws SQLException {
        String type = request.id().toUpperCase(java.util.Locale.ROOT);
        if (!OWN.contains(type) || !"EUR".equals(request.arguments().get(1))) {
            throw ApiProblem.notFound("client wallet " + type);
        }
        return withBalance(tx, find(tx, "WalletId", type + "_EUR"));
    }

    /** @param field the request's field that names it, for the error */
    static Resource find(Tx tx, String field, String id) throws SQLException {
        return tx.find(Kind.WALLET, id)
                .orElseThrow(() -> ApiProblem.badRequest(field, "The wallet " + id + " is unknown."));
    }

    /** Holds the wallet until the transaction ends: who takes money out looks at the balance after this. */
    static void hold(Tx tx, String id) throws SQLException {
        if (tx.lock(Kind.WALLET, id).isEmpty()) {
            throw ApiProblem.notFound(Kind.WALLET, id);
        }
    }

    static String owner(Resource wallet) {
        return wallet.doc().getJsonArray("Owners").getString(0);
    }

    private static JsonObject withBalance(Tx tx, Resource wallet) throws SQLException {
        return Docs.with(wallet.doc(), "Balance", Docs.euros(tx.balance(wallet.id())));
    }
}
