package fr.halle.document.service;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.Enclosed;
import fr.halle.notification.service.MailLeaves;
import fr.halle.shared.model.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;

/** The quote's PDF travels with the mail that brings it (S22). */
@Service
public class QuoteEnclosure {

    @Inject
    private QuotePapers papers;

    void leaves(@Observes MailLeaves mail) {
        if (mail.event() == NotificationEvent.QUOTE_SENT) {
            Paper paper = papers.of(
                    mail.portalId(), Objects.requireNonNull(mail.data().get("token")));
            mail.enclose(new Enclosed(paper.fileName(), "application/pdf", paper.pdf()));
        }
    }
}
