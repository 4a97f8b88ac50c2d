package fr.halle.sales.web;

import fr.halle.identity.service.Audit;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Table;
import fr.halle.order.web.TableFile;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.RequestPage;
import fr.halle.sales.service.RequestRow;
import fr.halle.sales.service.Requests;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Demandes as a file, with the very filter of the list. Read page by page; more than {@value #MOST} are refused, never cut short. */
@WebServlet(name = "salesExport", urlPatterns = "/pro/sales/export")
public class ProSalesExport extends HttpServlet {

    static final int MOST = 10_000;

    private static final long serialVersionUID = 1;
    private static final int PAGE = 100;
    private static final int[] WIDTHS = {17, 17, 26, 30, 16, 30, 12, 12, 16, 22, 22};
    private static final List<String> HEADINGS = List.of(
            "opened", "last", "name", "email", "phone", "object", "arrives", "leaves", "state", "assigned", "category");

    @Inject
    private transient Requests requests;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Audit audit;

    @Inject
    private transient TableFile file;

    @Inject
    private transient Words words;

    @Inject
    private transient RequestWords said;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestSearch search = RequestSearch.of(request::getParameterValues);
        try {
            if (requests.areMoreThan(actor.get(), search.desk(), search.filter(), MOST)) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", "/pro/sales/requests?all=1&export=most&" + search.query());
                return;
            }
            send(response, search, TableFile.format(request));
        } catch (DeskUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(HttpServletResponse response, RequestSearch search, String format) throws IOException {
        audit.write(actor.get(), "requests_exported", "list", format);
        Table table = file.of(format, response, "pro.requests.export.file", "pro.menu.requests", WIDTHS);
        for (String heading : HEADINGS) {
            table.text(words.text("pro.requests.export." + heading));
        }
        table.endRow();
        String after = null;
        do {
            RequestPage page =
                    requests.list(actor.get(), search.desk(), search.filter(), search.isOldestFirst(), after, PAGE);
            for (RequestRow row : page.rows()) {
                write(table, row);
            }
            after = page.next();
        } while (after != null);
        table.finish();
    }

    private void write(Table table, RequestRow row) throws IOException {
        table.moment(row.openedAt());
        table.moment(row.lastAt());
        table.text(row.name());
        table.text(row.email());
        // A plus sign would be guarded against as the beginning of a formula.
        table.text(row.phone().replaceFirst("^\\+33(?=\\d{9}$)", "0"));
        table.text(row.object());
        day(table, row.arrivesOn());
        day(table, row.leavesOn());
        table.text(said.stage(row.stage()));
        table.text(Objects.requireNonNullElse(row.assignedTo(), ""));
        table.text(said.category(row.category()));
        table.endRow();
    }

    private static void day(Table table, @Nullable LocalDate day) throws IOException {
        if (day == null) {
            table.text("");
        } else {
            table.day(day);
        }
    }
}
