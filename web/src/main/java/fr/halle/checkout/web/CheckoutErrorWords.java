package fr.halle.checkout.web;

import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.FieldError;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The sentences of what is wrong with a checkout. */
@RequestScoped
public class CheckoutErrorWords {

    @Inject
    private Words words;

    /** Beside its field, where what it is about is seen. */
    public String beside(FieldError error) {
        String about = error.about();
        Object[] details =
                about == null || !error.details().isEmpty() ? error.details().toArray() : new Object[] {about};
        return words.text(error.key(), details);
    }

    /** By itself: a line's sentence needs the product's name before it. */
    public String whole(FieldError error) {
        String about = error.about();
        return about == null || !error.field().startsWith("line.")
                ? beside(error)
                : words.text("checkout.error.line", about, beside(error));
    }

    public String summary(CheckoutRefused refused) {
        return words.count("checkout.errors", refused.errors().size());
    }
}
