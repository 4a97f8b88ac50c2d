package fr.halle.operation.web;

import fr.halle.team.service.SecondFactorDesk;
import fr.halle.team.service.SecondFactorDesk.Holder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who of the operator's portal signs in with two steps, for the day that somebody has lost the second. */
@Named
@RequestScoped
public class ProOperationAccessPage {

    private static final String PAGE = "/pro/operation/access";

    @Inject
    private SecondFactorDesk desk;

    @Inject
    private OperatorScope scope;

    @Inject
    private Said said;

    private List<Holder> holders = List.of();

    @PostConstruct
    void read() {
        holders = desk.holders(scope.who());
    }

    public List<Holder> getHolders() {
        return holders;
    }

    public @Nullable String press() {
        return holders.stream()
                .filter(holder -> said.isPressed("reset", holder.id()))
                .findFirst()
                .map(this::reset)
                .orElse(null);
    }

    private @Nullable String reset(Holder holder) {
        String reason = said.typed("reason." + holder.id());
        return said.after(() -> desk.reset(scope.who(), holder.id(), reason), PAGE, "factorReset", holder.name());
    }
}
