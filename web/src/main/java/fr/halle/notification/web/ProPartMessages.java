package fr.halle.notification.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.notification.service.NothingToSend;
import fr.halle.notification.service.Resendable;
import fr.halle.notification.service.Resends;
import fr.halle.notification.service.SentJustNow;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the bottom of a part's page offers to send its customer again (M17, M19, M20), and what the last press did. */
@Named
@RequestScoped
public class ProPartMessages {

    @Inject
    private Resends resends;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private @Nullable Resendable offer;

    public Resendable of(long partId) {
        Resendable known = offer;
        if (known == null) {
            known = resends.of(actor.get(), partId);
            offer = known;
        }
        return known;
    }

    public String mailsLabel(long partId) {
        return words.text(of(partId).cancelled() ? "pro.resend.notice" : "pro.resend.confirmations");
    }

    public String mailsHelp(long partId, String email) {
        return words.count("pro.resend.mails", of(partId).mails()) + " " + words.text("pro.resend.to", email);
    }

    /** What was done, after the redirect that follows it. */
    public @Nullable String getDone() {
        return switch (told()) {
            case "mails" -> words.count("pro.resend.done", number());
            case "balance" -> words.text("pro.resend.doneBalance");
            case "recap" -> words.text("pro.resend.doneRecap");
            default -> null;
        };
    }

    public @Nullable String getRefusal() {
        return switch (told()) {
            case "justNow" -> words.refusal(new SentJustNow(Instant.ofEpochSecond(number())));
            case "nothing" -> words.refusal(new NothingToSend());
            default -> null;
        };
    }

    private String told() {
        return Objects.requireNonNullElse(request.getParameter("told"), "");
    }

    private long number() {
        return Math.min(MessagesAsked.number(request, "n").orElse(0L), Integer.MAX_VALUE);
    }
}
