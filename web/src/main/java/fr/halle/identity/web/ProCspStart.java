package fr.halle.identity.web;

import jakarta.faces.FactoryFinder;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.lifecycle.LifecycleFactory;
import org.primefaces.csp.CspPhaseListener;

/**
 * Puts {@link ProCsp} in the place of PrimeFaces' own listener, which would ask every form of the shop for a nonce that only its
 * scripts can give, and refuse those sent without script.
 */
public class ProCspStart implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    @Override
    public void processEvent(SystemEvent event) {
        LifecycleFactory factory = (LifecycleFactory) FactoryFinder.getFactory(FactoryFinder.LIFECYCLE_FACTORY);
        Lifecycle lifecycle = factory.getLifecycle(LifecycleFactory.DEFAULT_LIFECYCLE);
        for (PhaseListener listener : lifecycle.getPhaseListeners()) {
            if (listener instanceof CspPhaseListener) {
                lifecycle.removePhaseListener(listener);
            }
        }
        lifecycle.addPhaseListener(new ProCsp());
    }
}
