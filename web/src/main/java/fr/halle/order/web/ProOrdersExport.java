package fr.halle.order.web;

import fr.halle.identity.service.Audit;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartPage;
import fr.halle.order.service.PartRow;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The list of {@code /pro/orders/list} as a file, with its very filter, its order and its scope (K28). It is read page by page and leaves as it
 * is read; more than {@value #MOST} are refused before the first, never cut short unsaid.
 */
@WebServlet(name = "orderExport", urlPatterns = "/pro/orders/export")
public class ProOrdersExport extends HttpServlet {

    static final int MOST = 10_000;

    private static final long serialVersionUID = 1;
    private static final int PAGE = 100;

    @Inject
    private transient MerchantOrders orders;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Audit audit;

    @Inject
    private transient TableFile file;

    @Inject
    private transient Words words;

    @Inject
    private transient PartWords parts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PartSearch search = PartSearch.of(request::getParameter);
        if (!search.wrong().isEmpty() || !orders.sorts(actor.get()).contains(search.sort())) {
            toList(response, search, "");
            return;
        }
        if (orders.areMoreThan(actor.get(), search.filter(), MOST)) {
            toList(response, search, "export=most");
            return;
        }
        String format = TableFile.format(request);
        audit.write(actor.get(), "orders_exported", "list", format);
        Table table = file.of(format, response, "pro.export.file", "pro.export.sheet", PartColumns.WIDTHS);
        write(table, search);
        table.finish();
    }

    private void write(Table table, PartSearch search) throws IOException {
        PartColumns.head(table, words);
        Long after = null;
        do {
            PartPage page = orders.list(actor.get(), search.filter(), search.sort(), after, PAGE);
            for (PartRow part : page.rows()) {
                PartColumns.row(table, part, parts);
            }
            after = page.next();
        } while (after != null);
    }

    private static void toList(HttpServletResponse response, PartSearch search, String said) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", search.address(said));
    }
}
