package fr.halle.operation.web;

import fr.halle.identity.service.Audit;
import fr.halle.operation.service.AuditTrail;
import fr.halle.operation.service.TrailRow;
import fr.halle.order.web.Table;
import fr.halle.order.web.TableFile;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The trail as a file, with its very search and its scope; more than {@value #MOST} rows are refused, never cut short unsaid. */
@WebServlet(name = "trailExport", urlPatterns = "/pro/operation/trail-export")
public class ProOperationTrailExport extends HttpServlet {

    static final int MOST = 10_000;

    private static final long serialVersionUID = 1;
    private static final int PAGE = 500;
    private static final List<String> HEAD =
            List.of("when", "who", "onBehalf", "what", "about", "detail", "portal", "from");

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient OperatorScope scope;

    @Inject
    private transient Audit audit;

    @Inject
    private transient TableFile file;

    @Inject
    private transient Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TrailSearch search = TrailSearch.of(request::getParameter, scope.portals());
        if (!search.wrong().isEmpty() || trail.areMoreThan(scope.portal(), search.filter(), MOST)) {
            String said = search.query() + (search.wrong().isEmpty() ? "&export=most" : "");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", ProOperationTrailPage.PAGE + "?" + said);
            return;
        }
        // What was typed may be a name: which fields were used says enough.
        audit.writeAt(scope.who(), scope.portal(), "trail_exported", "trail", String.join(", ", search.used()));
        Table table = file.csv(response, "pro.trail.file");
        write(table, search);
        table.finish();
    }

    private void write(Table table, TrailSearch search) throws IOException {
        for (String column : HEAD) {
            table.text(words.text("pro.trail." + column));
        }
        table.endRow();
        Long after = null;
        do {
            AuditTrail.Page page = trail.page(scope.portal(), search.filter(), after, PAGE);
            for (TrailRow row : page.rows()) {
                write(table, row);
            }
            after = page.next();
        } while (after != null);
    }

    private static void write(Table table, TrailRow row) throws IOException {
        table.moment(row.at());
        table.text(row.who());
        table.text(orEmpty(row.onBehalfOf()));
        table.text(row.action());
        table.text(row.subjectName() == null ? row.subject() : row.subject() + " " + row.subjectName());
        table.text(row.detail());
        table.text(orEmpty(row.portal()));
        table.text(orEmpty(row.network()));
        table.endRow();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
