package fr.halle.payment.batch;

import fr.halle.payment.service.NoticeHandler;
import fr.halle.payment.service.Notices;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** What the provider called about and a crash left unhandled. */
@Service
public class NoticesWork implements DueWork {

    @EJB
    private NoticeHandler handler;

    @EJB
    private Notices notices;

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return notices.forgotten(afterId, most);
    }

    @Override
    public void workOn(long id) {
        handler.handleForgotten(id);
    }
}
