package fr.halle.document.service;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.Enclosed;
import fr.halle.notification.service.MailLeaves;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** The quote's PDF travels with the mail that brings it (S22). */
@Service
public class QuoteEnclosure {

    @EJB
    private QuotePapers papers;

    void leaves(@Observes MailLeaves mail) {
        if (mail.event() == NotificationEvent.QUOTE_SENT) {
            Paper paper = papers.of(
                    mail.portalId(), Objects.requireNonNull(mail.data().get("token")));
            mail.enclose(new Enclosed(paper.fileName(), "application/pdf", paper.pdf()));
        }
    }
}
