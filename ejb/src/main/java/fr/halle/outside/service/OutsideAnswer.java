package fr.halle.outside.service;

/**
 * What a call to the outside system came to. Four ways, because each asks for something else: done; refused for good; surely not taken,
 * so that it may be sent again; and nobody knows.
 */
public sealed interface OutsideAnswer<T> {

    record Told<T>(T value) implements OutsideAnswer<T> {}

    /** @param status HTTP's, 4xx @param type the last word of the problem's type (RFC 9457) @param text its title */
    record Refused<T>(int status, String type, String text) implements OutsideAnswer<T> {}

    /** It could not be reached, or said that it has no time. */
    record NotTaken<T>(String cause) implements OutsideAnswer<T> {}

    /** Sent, and no answer that decides: a time-out, a 5xx, something that is not the contract's. */
    record Unknown<T>(String cause) implements OutsideAnswer<T> {}

    /** What is written beside a push that has no receipt. */
    default String cause() {
        if (this instanceof Refused<T> refused) {
            return refused.status() + " " + refused.type() + " " + refused.text();
        }
        if (this instanceof NotTaken<T> not) {
            return not.cause();
        }
        return this instanceof Unknown<T> unknown ? unknown.cause() : "";
    }
}
