package fr.halle.simulator.provider;

import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Settings;
import fr.halle.simulator.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens at the card page. Every step holds the pay-in first and acts only on one that is still CREATED, so a form sent
 * twice pays once and a page loaded again leads back to the shop. Of the card, only which test card it is and its last four
 * digits are kept.
 */
public final class CardCheckout {

    public static final String CODE = "1234";
    private static final int MOST_TRIES = 3;
    private static final Duration UNTIL_DISPUTED = Duration.ofSeconds(2);

    private CardCheckout() {}

    /** Which page the customer sees. */
    public enum Step {
        FORM,
        CHALLENGE,
        DONE
    }

    /**
     * Where a payment stands.
     *
     * @param wrongCode whether the code just typed was wrong
     * @param lateSeconds how long the browser waits before it is sent back
     */
    public record View(Resource payIn, Step step, boolean wrongCode, int lateSeconds) {

        /** The shop's own page, told which transaction this was. */
        public String returnUrl() {
            String url = payIn.text("ReturnURL");
            return url + (url.contains("?") ? "&" : "?") + "transactionId=" + payIn.id();
        }
    }

    /**
     * The page as it stands.
     *
     * @throws ApiProblem 404 when there is no such page or the address's secret is wrong
     */
    public static View open(Tx tx, String id, String secret) throws SQLException {
        return view(hold(tx, id, secret));
    }

    public static View pay(Tx tx, String id, String secret, TestCard card) throws SQLException {
        Resource payIn = hold(tx, id, secret);
        if (!payIn.is("CREATED") || asksForCode(payIn)) {
            return view(payIn);
        }
        Resource known = payIn.hide("card", card.name(), "lastFour", card.lastFour());
        Optional<Scenario> scenario = Scenarios.take(tx, Operation.CARD);
        if (scenario.isEmpty()) {
            return decide(tx, known, card);
        }
        return switch (scenario.get().effect()) {
            case DECLINE -> view(PayIns.fail(tx, known, ResultCode.DECLINED));
            case ABANDON -> view(PayIns.fail(tx, known, ResultCode.ABANDONED));
            case CHARGEBACK -> decide(tx, known.hide("fate", Effect.CHARGEBACK.label()), card);
            default -> throw new IllegalStateException(scenario.get() + " is no card's");
        };
    }

    /** The answer to the 3-D Secure page. A third wrong code refuses the payment. */
    public static View confirm(Tx tx, String id, String secret, String code) throws SQLException {
        Resource payIn = hold(tx, id, secret);
        if (!payIn.is("CREATED") || !asksForCode(payIn)) {
            return view(payIn);
        }
        if (code.strip().equals(CODE)) {
            return succeed(tx, payIn, 0);
        }
        int tries = payIn.hidden().getInt("tries", 0) + 1;
        if (tries == MOST_TRIES) {
            return view(PayIns.fail(tx, payIn, ResultCode.SECURE_MODE_FAILED));
        }
        return new View(tx.save(payIn.hide("tries", tries)), Step.CHALLENGE, true, 0);
    }

    /** The customer refuses at the 3-D Secure page. */
    public static View refuse(Tx tx, String id, String secret) throws SQLException {
        return give(tx, id, secret, ResultCode.SECURE_MODE_FAILED);
    }

    /** The customer goes back to the shop without paying. */
    public static View cancel(Tx tx, String id, String secret) throws SQLException {
        return give(tx, id, secret, ResultCode.CANCELLED);
    }

    private static View give(Tx tx, String id, String secret, ResultCode up) throws SQLException {
        Resource payIn = hold(tx, id, secret);
        return view(payIn.is("CREATED") ? PayIns.fail(tx, payIn, up) : payIn);
    }

    private static View decide(Tx tx, Resource payIn, TestCard card) throws SQLException {
        String mode = payIn.text("SecureMode");
        return switch (card) {
            case DECLINED -> view(PayIns.fail(tx, payIn, ResultCode.DECLINED));
            case INSUFFICIENT_FUNDS -> view(PayIns.fail(tx, payIn, ResultCode.INSUFFICIENT_FUNDS));
            case LATE -> succeed(tx, payIn, Settings.lateSeconds());
            case CHALLENGE -> challenge(tx, payIn);
            case FRICTIONLESS, AMEX -> mode.equals("FORCE") ? challenge(tx, payIn) : succeed(tx, payIn, 0);
        };
    }

    private static View challenge(Tx tx, Resource payIn) throws SQLException {
        return view(tx.save(payIn.hide("asksForCode", "yes")));
    }

    private static View succeed(Tx tx, Resource payIn, int lateSeconds) throws SQLException {
        String how = asksForCode(payIn) ? "CHALLENGE" : "FRICTIONLESS";
        Resource paid = PayIns.succeed(tx, payIn.with("AuthenticationResult", Docs.of("AuthenticationType", how)));
        boolean disputed = paid.hidden("fate").equals(Effect.CHARGEBACK.label());
        Resource kept = disputed ? tx.save(paid.due(tx.now().plus(UNTIL_DISPUTED))) : paid;
        return new View(kept, Step.DONE, false, lateSeconds);
    }

    private static View view(Resource payIn) {
        if (!payIn.is("CREATED")) {
            return new View(payIn, Step.DONE, false, 0);
        }
        return new View(payIn, asksForCode(payIn) ? Step.CHALLENGE : Step.FORM, false, 0);
    }

    private static boolean asksForCode(Resource payIn) {
        return !payIn.hidden("asksForCode").isEmpty();
    }

    private static Resource hold(Tx tx, String id, String secret) throws SQLException {
        Resource payIn = Time.hold(tx, Kind.PAYIN, id);
        byte[] expected = Docs.text(payIn.hidden(), "secret").getBytes(StandardCharsets.UTF_8);
        if (expected.length == 0 || !MessageDigest.isEqual(expected, secret.getBytes(StandardCharsets.UTF_8))) {
            throw ApiProblem.notFound(Kind.PAYIN, id);
        }
        return payIn;
    }
}
