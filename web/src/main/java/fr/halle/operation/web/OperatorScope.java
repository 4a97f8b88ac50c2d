package fr.halle.operation.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Environment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Which portal the operator runs. The server lets nobody else in here; that is asked again all the same. */
@Named("operatorScope")
@RequestScoped
public class OperatorScope {

    @Inject
    private CurrentActor actor;

    /** Null for an operator of all portals. */
    public @Nullable Long portal() {
        return actor().account().portalId();
    }

    public Actor who() {
        return actor().get();
    }

    public boolean isDemo() {
        return Boolean.parseBoolean(Environment.setting("halle.demo", "false"));
    }

    private CurrentActor actor() {
        if (!actor.isOperator()) {
            throw new SecurityException("An operator's page");
        }
        return actor;
    }
}
