package fr.halle.operation.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.NotYours;
import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Environment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which portal the operator runs. The server lets nobody else in here; that is asked again all the same. */
@Named("operatorScope")
@RequestScoped
public class OperatorScope {

    @Inject
    private CurrentActor actor;

    @Inject
    private Portals portals;

    /** Null for an operator of all portals. */
    public @Nullable Long portal() {
        return actor().account().portalId();
    }

    public Actor who() {
        return actor().get();
    }

    /** Those that the operator runs: one, or all. */
    public List<Portal> portals() {
        Long only = portal();
        return portals.all().stream()
                .filter(portal -> only == null || portal.id() == only)
                .toList();
    }

    /** Whether the operator runs all portals. */
    public boolean isEverything() {
        return portal() == null;
    }

    /** Jobs and the clock move all portals: one portal's operator has no business with them. @throws NotYours */
    public void needEverything() {
        if (!isEverything()) {
            throw new NotYours();
        }
    }

    public boolean isDemo() {
        return Boolean.parseBoolean(Environment.setting("halle.demo", "false"));
    }

    private CurrentActor actor() {
        if (!actor.isOperator()) {
            throw new NotYours();
        }
        return actor;
    }
}
