package fr.halle.notification.service;

import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.logging.Logger;

/** Sends what is due among the ids it is given. */
@ApplicationScoped
public class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class.getName());

    @Inject
    private Sql sql;

    public void send(Collection<Long> ids) {
        long due = sql.number(
                "select count(*) from notification where id = any(?) and state in ('QUEUED', 'RETRYING')",
                (Object) ids.toArray(Long[]::new));
        LOG.info(() -> due + " of " + ids.size() + " messages are due");
    }
}
