package fr.halle.shared.model;

/** An operator does not say how it made sure, or says more than anybody reads. */
public final class ReasonRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 300;

    private ReasonRefused(String reason) {
        super("reason", "reason." + reason);
    }

    /** @return what is kept of the words that were typed */
    public static String checked(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new ReasonRefused(reason.isEmpty() ? "MISSING" : "LONG");
        }
        return reason;
    }
}
