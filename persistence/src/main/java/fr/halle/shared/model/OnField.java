package fr.halle.shared.model;

/** A refusal about one field of a form or of a request, to be said beside it. */
public interface OnField {

    /** The field's name, as in the request. */
    String field();

    /** Which of the sentences of this refusal: {@code error.<class>.<reason>}. */
    String reason();
}
