package fr.halle.sales.web;

import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shops;
import fr.halle.portal.model.Portal;
import fr.halle.sales.model.RequestSource;
import fr.halle.sales.service.ContactForm;
import fr.halle.sales.service.ContactForms;
import fr.halle.sales.service.ContactRefused;
import fr.halle.sales.service.Contacting;
import fr.halle.sales.service.FormSeal;
import fr.halle.sales.service.SalesDesk;
import fr.halle.shared.model.Environment;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /contact}, and {@code /contact/frame} on other sites: the form of the desk of the portal, of a shop's merchant
 * ({@code ?shop=}) or of a product's ({@code ?product=}) (C18). Programs are told by a field that nobody sees and by the time the
 * form took; how often one address may send is {@link fr.halle.shared.web.Limited}'s.
 */
@Named
@RequestScoped
public class ContactPage {

    private static final int UNPROCESSABLE = 422;
    private static final Duration STALE = Duration.ofDays(1);
    private static final String SHOP = "shop";
    private static final String PRODUCT = "product";
    /** As they stand on the page. */
    private static final List<String> FIELDS = List.of(
            "object",
            "category",
            "firstName",
            "lastName",
            "email",
            "phone",
            "arrivesOn",
            "leavesOn",
            "adults",
            "children",
            "message");

    private static final List<String> KEPT = List.of(SHOP, PRODUCT, "parent", "lang");

    @Inject
    private ContactForms forms;

    @Inject
    private Contacting contacting;

    @Inject
    private FormSeal seal;

    @Inject
    private ContactFraming framing;

    @Inject
    private Shops shops;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> errors = new LinkedHashMap<>();
    private @Nullable ContactForm form;
    private @Nullable TypedContact typed;
    private @Nullable Shop shop;
    private String notice = "";
    private boolean framed;

    /** One thing that is wrong, as the summary links to it. */
    public record Problem(String href, String sentence) {}

    public void load() {
        Optional<SalesDesk> desk = desk();
        if (desk.isEmpty()) {
            SeeOther.nowhere();
            return;
        }
        shop = text(SHOP).isEmpty()
                ? null
                : shops.bySlug(portal.getId(), text(SHOP)).orElse(null);
        typed = TypedContact.of(request);
        form = forms.of(desk.get(), language.getCode(), page());
        if (request.getMethod().equals("POST")) {
            send();
        }
    }

    /** The same, within a page of another site (C18): only where the operator allows that site, as {@link ContactFrameFilter} says. */
    public void loadFrame() {
        framed = true;
        load();
    }

    private void send() {
        TypedContact said = getTyped();
        if (!said.website().isEmpty()) {
            // A program: it is told what it wants to hear, and nothing is written.
            SeeOther.at(address() + "&sent=1");
            return;
        }
        Optional<Duration> age = seal.age(said.shownAt());
        if (age.isEmpty() || age.get().compareTo(STALE) > 0 || age.get().toSeconds() < leastSeconds()) {
            refuse(words.text("contact.again"));
            return;
        }
        try {
            contacting.send(getForm(), said.said(framed ? RequestSource.EMBEDDED : RequestSource.FORM, page()));
            SeeOther.at(address() + "&sent=1");
        } catch (ContactRefused refused) {
            refused.wrong().stream()
                    .sorted(Comparator.comparingInt(one -> FIELDS.indexOf(one.field())))
                    .forEach(one ->
                            errors.put(one.field(), words.text("contact.wrong." + one.field() + "." + one.reason())));
            refuse("");
        }
    }

    private void refuse(String why) {
        notice = why;
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
    }

    private Optional<SalesDesk> desk() {
        if (!text(SHOP).isEmpty()) {
            return forms.ofShop(portal.getId(), text(SHOP));
        }
        return text(PRODUCT).isEmpty()
                ? Optional.of(forms.ofPortal(portal.getId()))
                : forms.ofProduct(portal.getId(), text(PRODUCT));
    }

    /** On whose page it stands: the other site's, else the one of ours that led here. */
    private String page() {
        if (framed) {
            return text("page");
        }
        return text(SHOP).isEmpty()
                ? text(PRODUCT).isEmpty() ? "/contact" : "/product/" + text(PRODUCT)
                : "/shop/" + text(SHOP);
    }

    private static int leastSeconds() {
        return Integer.parseInt(Environment.setting("halle.contact.leastSeconds", "2"));
    }

    /** Where the form is sent and shown again: the same desk, language and site. */
    private String address() {
        StringBuilder address = new StringBuilder(framed ? "/contact/frame?" : "/contact?");
        KEPT.stream()
                .filter(name -> !text(name).isEmpty())
                .forEach(name -> address.append(name)
                        .append('=')
                        .append(URLEncoder.encode(text(name), StandardCharsets.UTF_8))
                        .append('&'));
        return address.append("on=1").toString();
    }

    public String getAction() {
        return address();
    }

    public boolean isSent() {
        return "1".equals(text("sent")) && request.getMethod().equals("GET");
    }

    public boolean isFramed() {
        return framed;
    }

    /** The other site, which is told how high the form is; empty unless the operator allows it. */
    public String getParent() {
        return framing.allowed(text("parent")) ? text("parent") : "";
    }

    public ContactForm getForm() {
        return Objects.requireNonNull(form);
    }

    public TypedContact getTyped() {
        return Objects.requireNonNull(typed);
    }

    /** The time it was first shown stays, so that mending a field is not mistaken for haste. */
    public String getShownAt() {
        String before = getTyped().shownAt();
        return notice.isEmpty() && seal.age(before).isPresent() ? before : seal.issue();
    }

    public String getPageShown() {
        return framed ? text("page") : "";
    }

    public String getCategory() {
        Long preset = getForm().presetCategory();
        return preset == null || !request.getMethod().equals("GET") ? getTyped().category() : preset.toString();
    }

    public String getDesk() {
        return getForm().desk().name();
    }

    public @Nullable Shop getShop() {
        return shop;
    }

    public Portal getPortal() {
        return portal.get();
    }

    public boolean isOfPortal() {
        return getForm().desk().merchantId() == null;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public List<Problem> getProblems() {
        return FIELDS.stream()
                .filter(errors::containsKey)
                .map(field -> new Problem("#" + field, errors.getOrDefault(field, "")))
                .toList();
    }

    public String getNotice() {
        return notice;
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(value.strip().length(), 500));
    }
}
