package fr.halle.identity.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.PrimeFaces;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspState;

/**
 * The back office's content policy: PrimeFaces writes its scripts with a nonce that changes with every view. The shop's pages have
 * no script and keep the policy of {@link fr.halle.shared.web.SecurityHeaders}, which this one replaces.
 */
public class ProCsp implements PhaseListener {

    private static final long serialVersionUID = 1;
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                    + " form-action 'self'; script-src 'self' 'nonce-";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        String view = context.getViewRoot() == null ? "" : context.getViewRoot().getViewId();
        if (!view.contains("/pro/")) {
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
}
