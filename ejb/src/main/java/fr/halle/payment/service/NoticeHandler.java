package fr.halle.payment.service;

import fr.halle.payment.service.Notices.Notice;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the provider about what it called us for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeHandler {

    private static final Logger LOG = Logger.getLogger(NoticeHandler.class.getName());

    @Inject
    private Providers providers;

    @EJB
    private Payments payments;

    @EJB
    private Notices notices;

    @Inject
    private Event<ProviderToldUs> told;

    /** After the provider has had its answer. What fails is handled again by the clock, see {@link #handleForgotten}. */
    @Asynchronous
    public void handleSoon(Notice notice) {
        handleNow(notice);
    }

    /** What fails is handled again by the clock. */
    public void handleNow(Notice notice) {
        try {
            handle(notice);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Notice " + notice + " waits for the clock");
        }
    }

    public void handle(Notice notice) {
        ProviderReference reference = providers.main().parseNotification(notice.eventType(), notice.resourceId());
        if (reference.kind() == ProviderReference.Kind.PAYMENT) {
            payments.byProviderId(reference.id()).ifPresent(payments::refresh);
        } else {
            told.fire(new ProviderToldUs(reference));
        }
        notices.handled(notice);
    }

    /** One that was received and never handled; one that cannot be handled holds up no other. */
    public void handleForgotten(long noticeId) {
        handle(notices.byId(noticeId));
    }
}
