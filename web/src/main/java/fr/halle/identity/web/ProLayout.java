package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import fr.halle.order.service.NewParts;
import fr.halle.portal.service.Portals;
import fr.halle.sales.service.NewsOfRequests;
import fr.halle.shared.service.Sql;
import fr.halle.shared.web.CurrentLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;

/** What surrounds every page of the back office: whose it is, its menu, its other language. */
@Named("proLayout")
@RequestScoped
public class ProLayout {

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Portals portals;

    @Inject
    private Sql sql;

    @Inject
    private NewParts parts;

    @Inject
    private NewsOfRequests ofRequests;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Entry> menu;
    private NewParts.@Nullable News news;
    private NewsOfRequests.@Nullable News requests;

    /** An entry of the menu; an empty href is a heading. */
    public record Entry(
            String href, String key, String icon, boolean sub, boolean onPhone, boolean current, long count) {}

    public List<Entry> getMenu() {
        List<Entry> entries = menu;
        if (entries == null) {
            long fresh = getNews().unseen();
            entries = ProMenu.of(actor.account()).stream()
                    .map(item -> entry(item, fresh))
                    .toList();
            menu = entries;
        }
        return entries;
    }

    /** What the page knows of new parts when it is written (M52). */
    public NewParts.News getNews() {
        NewParts.News read = news;
        if (read == null) {
            read = parts.now(actor.get());
            news = read;
        }
        return read;
    }

    /** What the page knows of the desk's requests when it is written (S10). */
    public NewsOfRequests.News getRequests() {
        NewsOfRequests.News read = requests;
        if (read == null) {
            read = ofRequests.now(actor.get());
            requests = read;
        }
        return read;
    }

    /** Where a form that is no page's own comes back to. */
    public String getHere() {
        return ProAddress.of(request);
    }

    public List<Entry> getPhoneBar() {
        return getMenu().stream().filter(Entry::onPhone).limit(4).toList();
    }

    /** The merchant, or what the operator runs. */
    public String getHouse() {
        UserAccount account = actor.account();
        if (account.merchantId() == null) {
            return account.name();
        }
        return sql.one("select name from merchant where id = ?", row -> row.text("name"), account.merchantId())
                .orElse(account.name());
    }

    /** Empty for an operator of all portals. */
    public String getPortalName() {
        Long portal = actor.account().portalId();
        return portal == null ? "" : portals.byId(portal).name();
    }

    /** Whom somebody of a merchant's turns to (O14); empty for an operator, who is that one. */
    public String getSupport() {
        Long portal = actor.account().portalId();
        return actor.isOperator() || portal == null ? "" : portals.byId(portal).supportEmail();
    }

    public String getUserName() {
        return actor.account().name();
    }

    public String getRoleKey() {
        return "role." + actor.account().role().name();
    }

    public String getInitials() {
        return Arrays.stream(actor.account().name().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    /** Every form of the back office sends it along, so that it works before, and without, PrimeFaces' script. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    public String getOtherLanguageHref() {
        String kept = ProAddress.query(request).replaceAll("(^|&)lang=[^&]*", "");
        return ProAddress.path(request) + "?" + (kept.isEmpty() ? "" : kept + "&") + "lang=" + language.getOther();
    }

    private Entry entry(ProMenu.Item item, long fresh) {
        long count = 0;
        if (item.href().endsWith("/orders/list")) {
            count = fresh;
        } else if (item.href().endsWith("/sales/requests")) {
            count = getRequests().unread();
        }
        return new Entry(
                item.href(),
                item.key(),
                item.icon(),
                item.sub(),
                item.onPhone(),
                item.holds(ProAddress.path(request)),
                count);
    }
}
