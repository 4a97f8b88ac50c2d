package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.CustomerSearch;
import fr.halle.order.service.FoundCustomer;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartPage;
import fr.halle.shared.model.Texts;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suivi par client (M11, M12): a piece of a name or of an address, whoever answers to it, and their orders below. A single
 * customer is chosen by the address.
 */
@Named
@RequestScoped
public class ProOrdersCustomerPage {

    private static final int UNPROCESSABLE = 422;
    private static final int SHORTEST = 2;
    private static final String PATH = "/pro/orders/customer";

    @Inject
    private CustomerSearch search;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable List<FoundCustomer> customers;
    private @Nullable PartPage page;

    /** Run before the page is written. */
    public void load() {
        if (!getError().isEmpty()) {
            faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
        }
    }

    public String getQ() {
        return text("q");
    }

    public String getEmail() {
        return text("email");
    }

    public boolean isAsked() {
        return (!getQ().isEmpty() || !getEmail().isEmpty()) && getError().isEmpty();
    }

    /** What is wrong with the field, empty where nothing is. */
    public String getError() {
        String asked = getEmail().isEmpty() ? getQ() : getEmail();
        if (asked.isEmpty()) {
            return "";
        }
        if (asked.length() > PartFilter.LONGEST_TEXT) {
            return words.text("pro.search.long");
        }
        if (Texts.hides(asked)) {
            return words.text("pro.search.hidden");
        }
        if (!text("after").isEmpty() && after() == null) {
            return words.text("pro.search.page");
        }
        return Texts.fold(asked).length() < SHORTEST ? words.text("pro.customers.short") : "";
    }

    public List<FoundCustomer> getCustomers() {
        List<FoundCustomer> read = customers;
        if (read == null) {
            read = isAsked() ? search.customers(actor.get(), getQ(), chosen()) : List.of();
            customers = read;
        }
        return read;
    }

    public int getMost() {
        return CustomerSearch.MOST;
    }

    /** The only one who answers, or the one who was chosen. */
    public @Nullable FoundCustomer getCustomer() {
        return getCustomers().size() == 1 ? getCustomers().get(0) : null;
    }

    public PartPage getPage() {
        PartPage read = page;
        if (read == null) {
            read = isAsked() ? search.parts(actor.get(), getQ(), chosen(), after()) : new PartPage(List.of(), null);
            page = read;
        }
        return read;
    }

    public String hrefOf(FoundCustomer customer) {
        return PATH + "?q=" + encoded(getQ()) + "&email=" + encoded(customer.email());
    }

    /** Everybody's who answers to what was typed. */
    public String getAllHref() {
        return PATH + "?q=" + encoded(getQ());
    }

    public boolean isFirst() {
        return text("after").isEmpty();
    }

    public String getFirstHref() {
        return getAllHref() + (getEmail().isEmpty() ? "" : "&email=" + encoded(getEmail()));
    }

    public String getNextHref() {
        return getFirstHref() + "&after=" + getPage().next();
    }

    private @Nullable String chosen() {
        return getEmail().isEmpty() ? null : getEmail();
    }

    private @Nullable Long after() {
        String text = text("after");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
