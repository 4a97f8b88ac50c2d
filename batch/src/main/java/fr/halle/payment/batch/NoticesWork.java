package fr.halle.payment.batch;

import fr.halle.payment.service.NoticeHandler;
import fr.halle.payment.service.Notices;
import fr.halle.shared.batch.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the provider called about and a crash left unhandled; one item is all of them. */
@ApplicationScoped
public class NoticesWork implements DueWork {

    @Inject
    private NoticeHandler handler;

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return afterId == 0 && !notices.forgotten(1).isEmpty() ? List.of(1L) : List.of();
    }

    @Override
    public void workOn(long id) {
        handler.handleForgotten(MOST);
    }

    private static final int MOST = 500;

    @Inject
    private Notices notices;
}
