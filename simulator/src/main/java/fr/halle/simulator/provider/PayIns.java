package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Ids;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Settings;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/**
 * Money that comes in by card. A web pay-in is CREATED with the address of a card page; what the customer does there makes it
 * SUCCEEDED or FAILED, once. A page left alone for 30 minutes is FAILED.
 */
final class PayIns {

    static final Duration PAGE_LIFE = Duration.ofMinutes(30);
    private static final int LONGEST_DESCRIPTOR = 22;
    private static final Set<String> SECURE_MODES = Set.of("DEFAULT", "FORCE", "NO_CHOICE");

    private PayIns() {}

    static JsonObject web(Tx tx, Request request) throws SQLException {
        Resource payIn = draft(tx, request, "WEB");
        String secret = Ids.secret();
        Resource created = payIn.with("RedirectURL", request.base() + "/card/" + payIn.id() + "/" + secret)
                .hide("secret", secret)
                .due(tx.now().plus(PAGE_LIFE));
        tx.insert(created);
        Events.emit(tx, "PAYIN_NORMAL_CREATED", created.id());
        return created.doc();
    }

    /** The simulator's own: paid at once without a page, for load tests; refused unless a setting allows it. */
    static JsonObject instant(Tx tx, Request request) throws SQLException {
        if (!Settings.instantAllowed()) {
            throw ApiProblem.forbidden("Instant pay-ins are off; halle.payment.instant=true allows them.");
        }
        Resource payIn = tx.insert(draft(tx, request, "SIMULATOR_INSTANT"));
        return succeed(tx, payIn).doc();
    }

    /** Credits the wallet. The caller holds the pay-in and has seen that it is CREATED. */
    static Resource succeed(Tx tx, Resource payIn) throws SQLException {
        tx.move(payIn.text("CreditedWalletId"), payIn.cents("CreditedFunds"), payIn.id());
        tx.move(Wallets.FEES, payIn.cents("Fees"), payIn.id());
        return end(tx, payIn, ResultCode.SUCCESS);
    }

    /** Closes it without money. The caller holds the pay-in and has seen that it is CREATED. */
    static Resource fail(Tx tx, Resource payIn, ResultCode why) throws SQLException {
        return end(tx, payIn, why);
    }

    private static Resource end(Tx tx, Resource payIn, ResultCode code) throws SQLException {
        Resource ended = tx.save(code.close(payIn, tx.now()).due(null));
        Events.emit(tx, "PAYIN_NORMAL_" + ended.text("Status"), ended.id());
        return ended;
    }

    private static Resource draft(Tx tx, Request request, String executionType) throws SQLException {
        Fields body = request.body();
        String author = body.required("AuthorId");
        String walletId = body.required("CreditedWalletId");
        long debited = body.amount("DebitedFunds");
        long fees = body.fees();
        if (fees >= debited && debited > 0) {
            body.refuse("Fees", "The fees have to be less than the debited funds.");
        }
        String descriptor = body.atMost("StatementDescriptor", LONGEST_DESCRIPTOR);
        String secureMode = body.oneOf("SecureMode", "DEFAULT", SECURE_MODES);
        String returnUrl = returnUrl(body);
        body.check();
        Users.find(tx, author);
        Resource wallet = Wallets.find(tx, "CreditedWalletId", walletId);
        return tx.draft(
                Kind.PAYIN,
                new Doc()
                        .put("Tag", body.optional("Tag", ""))
                        .put("AuthorId", author)
                        .put("CreditedUserId", Wallets.owner(wallet))
                        .put("CreditedWalletId", walletId)
                        .funds(debited, fees)
                        .created("PAYIN", "REGULAR")
                        .put("PaymentType", "CARD")
                        .put("ExecutionType", executionType)
                        .put("CardType", body.optional("CardType", "CB_VISA_MASTERCARD"))
                        .put("SecureMode", secureMode)
                        .put("Culture", body.optional("Culture", "FR"))
                        .put("StatementDescriptor", descriptor)
                        .put("ReturnURL", returnUrl)
                        .json());
    }

    private static String returnUrl(Fields body) {
        String url = body.required("ReturnURL");
        try {
            String scheme = new URI(url).getScheme();
            if (!url.isEmpty() && !"http".equals(scheme) && !"https".equals(scheme)) {
                body.refuse("ReturnURL", "A complete http or https address is expected.");
            }
        } catch (URISyntaxException e) {
            body.refuse("ReturnURL", "The address is not valid: " + e.getReason());
        }
        return url;
    }
}
