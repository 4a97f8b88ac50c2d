package fr.halle.checkout.batch;

import fr.halle.payment.service.Payments;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Checkouts whose time is over give back what they hold, once the provider was asked: a customer may have paid in the last second. */
@ApplicationScoped
public class ExpiredHoldsWork implements DueWork {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Payments payments;

    @Override
    public String name() {
        return "expired-holds";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return sql.list(
                "select p.id from checkout k join payment p on p.checkout_id = k.id and p.purpose = 'ORDER'"
                        + " where k.state = 'PENDING' and k.expires_at <= ? and p.id > ? order by p.id limit ?",
                row -> row.number("id"),
                clock.instant(),
                afterId,
                most);
    }

    @Override
    public void workOn(long id) {
        payments.refresh(id);
    }
}
