package fr.halle.checkout.web;

import fr.halle.cart.service.CartAlreadyOrdered;
import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.checkout.service.CapacityShort;
import fr.halle.checkout.service.CartOrdered;
import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.checkout.service.FieldError;
import fr.halle.checkout.service.IdempotencyKeyReused;
import fr.halle.checkout.service.Ordering;
import fr.halle.checkout.service.SlotTaken;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.web.CurrentBasket;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.RequestOrigin;
import fr.halle.shared.web.SeeOther;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /checkout}: who orders, what and how it is collected, whose terms, and the order button. A press that is repeated — a
 * double click, a reload, the back button — is the same checkout, since the form carries its key. What is refused comes back as it
 * was typed, with everything that is wrong at once.
 */
@Named
@RequestScoped
public class CheckoutPage {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Carts carts;

    @Inject
    private Ordering ordering;

    @Inject
    private CheckoutSheets sheets;

    @Inject
    private KeptDetails kept;

    @Inject
    private CheckoutErrorWords errorWords;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private CurrentBasket basket;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> errors = new LinkedHashMap<>();
    private List<CheckoutSheet.Problem> problems = List.of();
    private @Nullable TypedCheckout typed;
    private @Nullable CheckoutSheet sheet;
    private boolean failedBefore;

    public void load() {
        UUID cart = basket.id().orElse(null);
        if (cart == null) {
            SeeOther.at("/basket");
            return;
        }
        try {
            if (request.getMethod().equals("POST")) {
                typed = TypedCheckout.of(request);
                kept.keep(response(), cart, typed.customer());
                press(cart, typed);
            } else {
                typed = TypedCheckout.first(kept.of(cart).or(() -> ordering.lastTyped(portal.getId(), cart)));
            }
            if (!FacesContext.getCurrentInstance().getResponseComplete()) {
                show(carts.view(portal.getId(), cart, language.getCode()));
            }
        } catch (CartUnknown gone) {
            SeeOther.at("/basket");
        }
    }

    private void press(UUID cart, TypedCheckout now) {
        try {
            goOn(cart, now, ordering.press(asPress(cart, now)));
        } catch (CheckoutRefused refused) {
            refuse(refused);
        } catch (IdempotencyKeyReused corrected) {
            // The visitor came back, mended something and pressed again: that is another checkout, named by what it
            // says.
            typed = now.withKey(now.keyOfThese());
            press(cart, typed);
        } catch (CapacityShort | SlotTaken faster) {
            SeeOther.at("/basket?gone=1");
        } catch (CartOrdered | CartAlreadyOrdered ordered) {
            SeeOther.at("/basket");
        }
    }

    private Ordering.Press asPress(UUID cart, TypedCheckout now) {
        return new Ordering.Press(
                portal.getId(),
                cart,
                now.key(),
                now.form(request.getRemoteAddr()),
                language.getCode(),
                RequestOrigin.of(request),
                PaymentMethod.CARD);
    }

    private void goOn(UUID cart, TypedCheckout now, CheckoutStarted started) {
        String order = OrderAddress.of(started.orderNumber(), started.token());
        String pay = started.redirectUrl();
        switch (started.state()) {
            case REDIRECTED -> SeeOther.at(pay == null ? order : pay);
            case PLACED, UNKNOWN -> SeeOther.at(order);
            case FAILED -> tryAgain(cart, now, started);
        }
    }

    /** An earlier attempt under this key came to nothing: this press is a new one, the same for a double click. */
    private void tryAgain(UUID cart, TypedCheckout now, CheckoutStarted earlier) {
        if (now.key().startsWith(TypedCheckout.AGAIN + earlier.orderNumber())) {
            failedBefore = true;
            typed = now.withKey(TypedCheckout.newKey());
            return;
        }
        typed = now.withKey(TypedCheckout.AGAIN + earlier.orderNumber() + "-" + now.keyOfThese());
        press(cart, typed);
    }

    private void refuse(CheckoutRefused refused) {
        List<FieldError> wrong = sheets.wrong(refused);
        problems = wrong.stream().map(this::problem).toList();
        for (FieldError error : wrong) {
            errors.putIfAbsent(CheckoutSheet.id(error.field()), errorWords.beside(error));
        }
        response().setStatus(UNPROCESSABLE);
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    private CheckoutSheet.Problem problem(FieldError error) {
        return new CheckoutSheet.Problem(CheckoutSheet.href(error.field()), errorWords.whole(error));
    }

    /** What cannot be ordered yet is mended in the basket first. */
    private void show(CartView cart) {
        if (cart.isEmpty() || cart.ordered()) {
            SeeOther.at("/basket");
        } else if (!cart.isReady() && problems.isEmpty()) {
            SeeOther.at("/basket?missing=1");
        } else {
            sheet = sheets.of(cart);
        }
    }

    public @Nullable CheckoutSheet getSheet() {
        return sheet;
    }

    public @Nullable TypedCheckout getTyped() {
        return typed;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public List<CheckoutSheet.Problem> getProblems() {
        return problems;
    }

    public boolean isFailedBefore() {
        return failedBefore;
    }
}
