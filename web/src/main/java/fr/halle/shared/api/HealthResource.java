package fr.halle.shared.api;

import fr.halle.notification.service.WakeupMessages;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Whether this node can serve: what a load balancer asks. */
@Path("health")
@Service
public class HealthResource {

    private static final int UNAVAILABLE = 503;
    private static final String UP = "up";
    private static final String DOWN = "down";

    @Inject
    private Sql sql;

    @EJB
    private WakeupMessages messages;

    @GET
    @Produces("application/json")
    public Response get() {
        String database = state(() -> sql.number("select 1"));
        String broker = state(messages::ping);
        Map<String, String> states = Map.of("database", database, "broker", broker);
        int status = states.containsValue(DOWN) ? UNAVAILABLE : Response.Status.OK.getStatusCode();
        return Response.status(status).entity(states).build();
    }

    private static String state(Runnable question) {
        try {
            question.run();
            return UP;
        } catch (RuntimeException unreachable) {
            return DOWN;
        }
    }
}
