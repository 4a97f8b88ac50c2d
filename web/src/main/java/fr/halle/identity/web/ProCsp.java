package fr.halle.identity.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.PrimeFaces;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspState;

/**
 * The back office's content policy: PrimeFaces writes its scripts with a nonce that changes with every view, and a form brings back its
 * view's. The shop's pages have no script and keep the policy of {@link fr.halle.shared.web.SecurityHeaders}, which this one replaces.
 */
public class ProCsp implements PhaseListener {

    private static final long serialVersionUID = 1;
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                    + " form-action 'self'; script-src 'self' 'nonce-";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (event.getPhaseId() != PhaseId.RENDER_RESPONSE || !isBackOffice(context)) {
            return;
        }
        CspState state = PrimeFacesContext.getCspState(context);
        if (state.isInitialized()) {
            return;
        }
        state.setInitialized(true);
        String nonce = state.getNonce();
        context.getExternalContext().setResponseHeader("Content-Security-Policy", POLICY + nonce + "'");
        context.getExternalContext().setResponseHeader("Cache-Control", "no-store");
        PrimeFaces.current().executeInitScript("if(window.PrimeFaces)PrimeFaces.csp.init('" + nonce + "')");
    }

    /** A form with another nonce than its view's stops here, before it does anything: {@link ProDoor} shows its page anew. */
    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (event.getPhaseId() == PhaseId.RESTORE_VIEW && context.isPostback() && isBackOffice(context)) {
            PrimeFacesContext.getCspState(context).getNonce();
        }
    }

    private static boolean isBackOffice(FacesContext context) {
        return context.getViewRoot() != null
                && context.getViewRoot().getViewId().contains("/pro/");
    }
}
