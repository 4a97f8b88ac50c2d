package fr.halle.simulator.store;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** A document under construction, a field a line. */
public final class Doc {

    private final JsonObjectBuilder builder;

    public Doc() {
        this(Docs.EMPTY);
    }

    Doc(JsonObject base) {
        this.builder = Docs.JSON.createObjectBuilder(base);
    }

    /**
     * Adds or replaces a field.
     *
     * @param value text, number, truth or JSON; null becomes JSON's null
     */
    public Doc put(String field, @Nullable Object value) {
        builder.add(field, Docs.value(value));
        return this;
    }

    /** The three amounts of a transaction, in cents: CreditedFunds = DebitedFunds − Fees. */
    public Doc funds(long debited, long fees) {
        return put("DebitedFunds", Docs.euros(debited))
                .put("CreditedFunds", Docs.euros(debited - fees))
                .put("Fees", Docs.euros(fees));
    }

    /** What every transaction is, of which kind, and that nothing has come of it yet. */
    public Doc created(String type, String nature) {
        return put("Type", type)
                .put("Nature", nature)
                .put("Status", "CREATED")
                .put("ResultCode", null)
                .put("ResultMessage", null)
                .put("ExecutionDate", null);
    }

    public JsonObject json() {
        return builder.build();
    }
}
