package fr.halle.sales.web;

import fr.halle.identity.service.Audit;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Table;
import fr.halle.order.web.TableFile;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.SalesMeasures;
import fr.halle.sales.service.SalesMeasuring;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The measures as one table: what is measured, of what, the figures. A name that was typed by a customer is no formula there. */
@WebServlet(name = "salesMeasuresExport", urlPatterns = "/pro/sales/measures-export")
public class ProSalesMeasuresExport extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final List<String> HEAD =
            List.of("measure", "of", "requests", "answered", "quoted", "accepted", "agreed", "paid");

    @Inject
    private transient SalesMeasuring measuring;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient MeasuredPeriod period;

    @Inject
    private transient Audit audit;

    @Inject
    private transient TableFile file;

    @Inject
    private transient Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SalesMeasures measures = measuring.of(
                    actor.get(),
                    SalesAddress.number(request, "desk"),
                    period.from(request),
                    period.to(request),
                    words.locale().getLanguage());
            send(response, measures, TableFile.format(request));
        } catch (DeskUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(HttpServletResponse response, SalesMeasures measures, String format) throws IOException {
        audit.write(actor.get(), "measures_exported", "measures", format);
        Table table = file.of(format, response, "pro.measures.file", "pro.measures.sheet");
        write(table, measures);
        table.finish();
    }

    private void write(Table table, SalesMeasures measures) throws IOException {
        for (String column : HEAD) {
            table.text(words.text("pro.measures." + column));
        }
        table.endRow();
        response(table, measures.response());
        for (SalesMeasures.Open open : measures.open()) {
            String age = words.text("pro.measures.age." + open.age().name().toLowerCase(Locale.ROOT));
            row(table, "open", age, open.requests(), open.requests() - open.unanswered(), null, null);
            money(table, null, null);
        }
        conversions(table, "object", measures.byObject());
        conversions(table, "category", measures.byCategory());
        conversions(table, "secretary", measures.bySecretary());
        for (SalesMeasures.Column column : measures.columns()) {
            String stage =
                    words.text("pro.measures.stage." + column.stage().name().toLowerCase(Locale.ROOT));
            row(table, "columns", stage, column.requests(), null, null, null);
            money(table, column.cents(), column.paidCents());
        }
    }

    private void response(Table table, SalesMeasures.Response response) throws IOException {
        row(table, "response", words.text("pro.measures.all"), response.asked(), response.answered(), null, null);
        money(table, null, null);
        row(table, "response", words.text("pro.measures.medianMinutes"), response.medianMinutes(), null, null, null);
        money(table, null, null);
        row(
                table,
                "response",
                words.text("pro.measures.ninetiethMinutes"),
                response.ninetiethMinutes(),
                null,
                null,
                null);
        money(table, null, null);
    }

    private void conversions(Table table, String key, List<SalesMeasures.Conversion> rows) throws IOException {
        for (SalesMeasures.Conversion one : rows) {
            String name = one.name().isEmpty() ? words.text("pro.measures.none." + key) : one.name();
            row(table, key, name, one.asked(), null, one.quoted(), one.accepted());
            money(table, one.agreedCents(), null);
        }
    }

    private void row(
            Table table,
            String measure,
            String of,
            @Nullable Long requests,
            @Nullable Long answered,
            @Nullable Long quoted,
            @Nullable Long accepted)
            throws IOException {
        table.text(words.text("pro.measures.of." + measure));
        table.text(of);
        for (Long figure : new @Nullable Long[] {requests, answered, quoted, accepted}) {
            table.text(figure == null ? "" : figure.toString());
        }
    }

    private static void money(Table table, @Nullable Long agreed, @Nullable Long paid) throws IOException {
        for (Long cents : new @Nullable Long[] {agreed, paid}) {
            if (cents == null) {
                table.text("");
            } else {
                table.euros(cents);
            }
        }
        table.endRow();
    }
}
