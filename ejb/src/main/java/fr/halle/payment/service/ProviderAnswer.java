package fr.halle.payment.service;

import java.util.function.Function;

/**
 * What became of a call to the provider. There are three answers, not two: a time-out, an error of the provider's or a broken
 * connection leaves open whether it was done, so the same call is made again later, under the same key.
 */
public sealed interface ProviderAnswer<T> {

    /** The provider did it, or knows it. */
    record Success<T>(T value) implements ProviderAnswer<T> {}

    /**
     * The provider said no; asking again with the same key gets the same no.
     *
     * @param code the provider's own, such as 001001
     * @param text the provider's words, for the operator
     */
    record Refused<T>(String code, String text) implements ProviderAnswer<T> {}

    /** Nobody knows yet. @param cause for the operator, without personal data */
    record Unknown<T>(String cause) implements ProviderAnswer<T> {}

    /** The same answer about something made of its value. */
    default <U> ProviderAnswer<U> map(Function<? super T, ? extends U> change) {
        if (this instanceof Success<T> success) {
            return new Success<>(change.apply(success.value()));
        }
        return withoutValue();
    }

    /** As {@link #map}, where what follows may itself be refused or stay unknown. */
    default <U> ProviderAnswer<U> then(Function<? super T, ProviderAnswer<U>> next) {
        if (this instanceof Success<T> success) {
            return next.apply(success.value());
        }
        return withoutValue();
    }

    /**
     * The same answer, on the way to a call that may have been made already: what is refused now says nothing about that one, which
     * is asked for again under its key.
     */
    default ProviderAnswer<T> beforeCall(boolean askedBefore) {
        return askedBefore && this instanceof Refused<T> refused
                ? new Unknown<>(refused.code() + " " + refused.text())
                : this;
    }

    private <U> ProviderAnswer<U> withoutValue() {
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.code(), refused.text());
        }
        if (this instanceof Unknown<T> unknown) {
            return new Unknown<>(unknown.cause());
        }
        throw new IllegalStateException("An answer with a value: " + this);
    }
}
