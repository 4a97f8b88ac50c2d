package fr.halle.shared.model;

/** A refusal about one field of a form or of a request, to be said beside it. */
public abstract class FieldRefusal extends BusinessException {

    private static final long serialVersionUID = 1;

    private final String field;
    private String place = "";
    private final String reason;

    /**
     * @param field its name, as in the request
     * @param reason which of the sentences of this refusal: {@code error.<class>.<reason>}
     */
    protected FieldRefusal(String field, String reason, Object... details) {
        super(details);
        this.field = field;
        this.reason = reason;
    }

    public final String field() {
        return place + field;
    }

    /** @param where the field stands where a request has several alike, such as {@code lines[1].} */
    public final void within(String where) {
        place = where;
    }

    public final String reason() {
        return reason;
    }
}
