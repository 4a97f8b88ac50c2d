package fr.halle.notification.service;

import fr.halle.shared.model.Environment;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.net.URI;

/** What the machine's settings say of the ways out: {@code halle.smtp.url}, {@code halle.sms.url}, {@code halle.mail.from}. */
@Service
public class Gateways {

    @Inject
    private HalleClock clock;

    @Inject
    private MessageIds messageIds;

    private MailTransport mail = new Outbox();
    private SmsGateway sms = new LogSms();

    public Gateways() {}

    /** For tests, which bring their own. */
    Gateways(MailTransport mail, SmsGateway sms) {
        this.mail = mail;
        this.sms = sms;
    }

    @PostConstruct
    void open() {
        String smtp = Environment.setting("halle.smtp.url", "");
        if (!smtp.isEmpty()) {
            mail = new SmtpTransport(
                    URI.create(smtp),
                    Environment.setting("halle.mail.from", "commandes@halle.localhost"),
                    clock::instant,
                    messageIds::of);
        }
        String smpp = Environment.setting("halle.sms.url", "");
        if (!smpp.isEmpty()) {
            sms = new SmppGateway(URI.create(smpp));
        }
    }

    @PreDestroy
    void close() {
        if (sms instanceof SmppGateway bound) {
            bound.close();
        }
    }

    MailTransport mail() {
        return mail;
    }

    SmsGateway sms() {
        return sms;
    }
}
