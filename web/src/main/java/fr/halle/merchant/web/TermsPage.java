package fr.halle.merchant.web;

import fr.halle.merchant.service.Terms;
import fr.halle.merchant.service.TermsVersion;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /terms/{id}}: a version of terms of sale, which stays readable for ever since an order refers to it (C04, K14). */
@Named
@RequestScoped
public class TermsPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentPortal portal;

    @Inject
    private Terms terms;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    private TermsVersion.@Nullable Text text;

    /** @param heading a numbered title, such as {@code 1. The seller} */
    public record Paragraph(boolean heading, String text) {}

    public void load() throws IOException {
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = asked instanceof String forwarded ? forwarded : request.getRequestURI();
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (id.matches("\\d{1,18}")) {
            text = terms.text(portal.getId(), Long.parseLong(id)).orElse(null);
        }
        if (text == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, "");
            faces.responseComplete();
        }
    }

    public String getTitle() {
        String merchant = found().merchantName();
        return words.text("terms.title", merchant == null ? portal.getName() : merchant);
    }

    public String getPublished() {
        TermsVersion version = found().version();
        return words.text(
                "terms.published",
                version.version(),
                formats.date(version.publishedAt().atZone(HalleClock.PARIS).toLocalDate()));
    }

    public String getLanguage() {
        return found().version().language();
    }

    public String getSha256() {
        return found().version().sha256();
    }

    public List<Paragraph> getParagraphs() {
        return found().body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Paragraph(line.matches("\\d{1,2}\\. .{1,80}"), line))
                .toList();
    }

    private TermsVersion.Text found() {
        return Objects.requireNonNull(text);
    }
}
