package fr.halle.sales.model;

/** How a request came in. */
public enum RequestSource {
    FORM(MessageSource.FORM),
    /** Our form, on somebody else's page (C18). */
    EMBEDDED(MessageSource.FORM),
    /** The "+": somebody called, or stood at the desk (S08, S18). */
    PHONE(MessageSource.PHONE),
    API(MessageSource.FORM),
    /** A mail to the desk's own address that answers nothing. */
    MAIL(MessageSource.MAIL);

    private final MessageSource ofMessage;

    RequestSource(MessageSource ofMessage) {
        this.ofMessage = ofMessage;
    }

    /** Of the request's first message. */
    public MessageSource ofMessage() {
        return ofMessage;
    }
}
