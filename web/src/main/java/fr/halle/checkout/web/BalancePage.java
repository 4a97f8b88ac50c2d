package fr.halle.checkout.web;

import fr.halle.order.service.BalanceOffer;
import fr.halle.order.service.BalancePayments;
import fr.halle.order.service.BalanceStarted;
import fr.halle.order.service.BalanceUnknown;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.RequestOrigin;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** {@code /balance?token=…}: what is still to be paid of a stay, or of several lines of an order at once, and the button that pays it (C07, T01). */
@Named
@RequestScoped
public class BalancePage {

    @Inject
    private BalancePayments balances;

    @Inject
    private CurrentPortal portal;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    private @Nullable BalanceOffer offer;
    private boolean refused;
    private boolean waiting;

    public void load() {
        String token = OrderAddress.token(request);
        try {
            BalanceOffer found = balances.byToken(token);
            if (found.portalId() != portal.getId()) {
                SeeOther.nowhere();
                return;
            }
            offer = found;
            boolean back = request.getParameter("returned") != null;
            waiting = found.paying() && (back || request.getParameter("waiting") != null);
            refused = found.isPayable() && !found.paying() && back;
            if (request.getMethod().equals("POST")) {
                pay(token);
            }
        } catch (BalanceUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void pay(String token) {
        BalanceStarted started = balances.start(token, RequestOrigin.of(request));
        String here = "/balance?token=" + token;
        switch (started.state()) {
            case REDIRECTED -> {
                String page = started.redirectUrl();
                SeeOther.at(page == null ? here : page);
            }
            case PAID, CLOSED -> SeeOther.at(here);
            case UNKNOWN -> SeeOther.at(here + "&waiting=1");
            case FAILED -> refused = true;
        }
    }

    public @Nullable BalanceOffer getOffer() {
        return offer;
    }

    /** What it is that is paid. */
    public String getLead() {
        BalanceOffer shown = offer;
        if (shown == null) {
            return "";
        }
        BalanceOffer.Item item = shown.first();
        return shown.isSeveral()
                ? words.text("balance.lead.several", shown.orderNumber())
                : words.text("balance.lead", item.name(), item.seller(), formats.dates(item.startsOn(), item.endsOn()));
    }

    /** Back from the provider's page, and nothing was taken there. */
    public boolean isRefused() {
        return refused;
    }

    /** The bank has been asked and has not answered: the page asks again by itself. */
    public boolean isWaiting() {
        return waiting;
    }

    public String getToken() {
        return OrderAddress.token(request);
    }

    public String getOrderHref() {
        BalanceOffer shown = offer;
        return shown == null ? "/" : OrderAddress.of(shown.orderNumber(), shown.orderToken()) + "&follow=1";
    }
}
