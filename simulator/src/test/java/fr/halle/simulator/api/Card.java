package fr.halle.simulator.api;

import fr.halle.simulator.provider.CardCheckout;
import fr.halle.simulator.provider.CardCheckout.View;
import fr.halle.simulator.provider.TestCard;
import jakarta.json.JsonObject;

/** The customer at the card page of one pay-in. */
public record Card(String id, String secret) {

    public static Card of(JsonObject payIn) {
        String[] parts = payIn.getString("RedirectURL").split("/");
        return new Card(parts[parts.length - 2], parts[parts.length - 1]);
    }

    public View open() {
        return Provider.running().store().inTransaction(tx -> CardCheckout.open(tx, id, secret));
    }

    public View pay(TestCard card) {
        return Provider.running().store().inTransaction(tx -> CardCheckout.pay(tx, id, secret, card));
    }

    public View confirm(String code) {
        return Provider.running().store().inTransaction(tx -> CardCheckout.confirm(tx, id, secret, code));
    }

    public View refuse() {
        return Provider.running().store().inTransaction(tx -> CardCheckout.refuse(tx, id, secret));
    }

    public View cancel() {
        return Provider.running().store().inTransaction(tx -> CardCheckout.cancel(tx, id, secret));
    }

    /** How the pay-in stands by the API, such as {@code FAILED 101101}. */
    public String outcome() {
        JsonObject payIn = Provider.running().get("payins/" + id);
        return payIn.isNull("ResultCode")
                ? payIn.getString("Status")
                : payIn.getString("Status") + " " + payIn.getString("ResultCode");
    }
}
