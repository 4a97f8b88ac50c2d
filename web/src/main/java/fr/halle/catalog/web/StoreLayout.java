package fr.halle.catalog.web;

import fr.halle.catalog.model.Category;
import fr.halle.catalog.service.Catalog;
import fr.halle.portal.model.Portal;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Servlets;

/** What surrounds every page of the shop: whose it is, its categories, its other language. */
@Named("store")
@RequestScoped
public class StoreLayout {

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Catalog catalog;

    @Inject
    private HttpServletRequest request;

    public List<Category> getCategories() {
        return catalog.categories(portal.getId(), language.getCode());
    }

    public String getRunBy() {
        return portal.get().runBy(language.getCode());
    }

    public String getTagline() {
        return portal.get().tagline(language.getCode());
    }

    public String getOperator() {
        return portal.get().operatorName();
    }

    public String getSupportEmail() {
        return portal.get().supportEmail();
    }

    public String getSupportPhone() {
        return portal.get().supportPhone();
    }

    /** Whether what was not found was looked for in the back office, where a shelf's words would mislead. */
    public boolean isDesk() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                && (asked.equals("/pro") || asked.startsWith("/pro/"));
    }

    /** Where the operator's own colour is, null where the preset's is shown. */
    public @Nullable String getAccentPath() {
        Portal shown = portal.get();
        return shown.accent() == null
                ? null
                : "/theme/accent.css?" + shown.accent().replace("#", "");
    }

    public @Nullable String getQuery() {
        String query = request.getParameter("q");
        return query == null || query.length() > 100 ? null : query;
    }

    /** This page in the other language. */
    public String getOtherLanguageHref() {
        boolean forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        String path = forwarded
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)
                : Servlets.getRequestURI(request);
        String query = request.getQueryString();
        String kept = query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "");
        return path + "?" + (kept.isEmpty() ? "" : kept + "&") + "lang=" + language.getOther();
    }
}
