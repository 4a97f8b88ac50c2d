package fr.halle.operation.web;

import fr.halle.identity.web.NotYours;
import fr.halle.operation.service.FooterRefused;
import fr.halle.operation.service.LegalFooterDesk;
import fr.halle.operation.service.PortalForbidden;
import fr.halle.portal.model.Portal;
import fr.halle.sales.service.DeskSetup;
import fr.halle.shared.model.Actor;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The legal footer on the operator's page of settings: read, and published in a new version (P11, K27). */
@Named
@RequestScoped
public class OperatorFooter {

    private static final String FIELD = "footer.";

    @Inject
    private LegalFooterDesk desk;

    @Inject
    private OperatorScope scope;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private @Nullable String refusedIn;

    /** @return whether it was published; else why not is beside it */
    boolean publish(Actor actor, long portalId) {
        for (String language : DeskSetup.LANGUAGES) {
            String typed = typed(language);
            try {
                if (!typed.isBlank()) {
                    desk.publish(actor, portalId, language, typed);
                }
            } catch (FooterRefused refused) {
                refusedIn = language;
                return false;
            } catch (PortalForbidden forbidden) {
                throw new NotYours();
            }
        }
        return true;
    }

    public List<String> getLanguages() {
        return DeskSetup.LANGUAGES;
    }

    public String body(String language) {
        String typed = typed(language);
        return typed.isEmpty()
                ? newest(language).map(LegalFooterDesk.Version::body).orElse("")
                : typed;
    }

    public String version(String language) {
        return newest(language)
                .map(one -> words.text("pro.sales.footer.version", one.version()))
                .orElse("");
    }

    public String getWrong() {
        return refusedIn == null ? "" : words.text("pro.operation.footer.refused");
    }

    public boolean isWrong(String language) {
        return language.equals(refusedIn);
    }

    private Optional<LegalFooterDesk.Version> newest(String language) {
        return desk.newest(portal(), language);
    }

    private long portal() {
        String asked = request.getParameter("portal");
        List<Portal> mine = scope.portals();
        return mine.stream()
                .filter(one -> one.slug().equals(asked))
                .findFirst()
                .orElse(mine.get(0))
                .id();
    }

    private String typed(String language) {
        String text = request.getParameter(FIELD + language);
        return text == null ? "" : text.substring(0, Math.min(text.length(), 5000));
    }
}
