package fr.halle.order.web;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An export as the browser saves it: its kind, its name with today's date, and kept by no cache. */
@RequestScoped
public class TableFile {

    private static final String SHEET = "xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private HalleClock clock;

    @Inject
    private Words words;

    /** {@code xlsx} where a spreadsheet is asked for, else {@code csv}; the trail of exports says which it was. */
    public static String format(HttpServletRequest request) {
        return SHEET.equals(request.getParameter("format")) ? SHEET : "csv";
    }

    /**
     * As it is asked for.
     *
     * @param name the key of the file's name
     * @param title the key of the sheet's, where it has one
     * @param widths of its columns, in characters; none for the usual
     */
    public Table of(String format, HttpServletResponse response, String name, String title, int... widths)
            throws IOException {
        return format.equals(SHEET) ? sheet(response, name, title, widths) : csv(response, name);
    }

    /** @param name the key of the file's name */
    public Table csv(HttpServletResponse response, String name) throws IOException {
        attach(response, "text/csv;charset=UTF-8", name, ".csv");
        return new CsvTable(response.getOutputStream());
    }

    private Table sheet(HttpServletResponse response, String name, String title, int... widths) throws IOException {
        attach(response, XLSX, name, ".xlsx");
        XlsxTable sheet = new XlsxTable(response.getOutputStream(), words.text(title));
        return widths.length == 0 ? sheet : sheet.wide(widths);
    }

    private void attach(HttpServletResponse response, String type, String name, String ending) {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + words.text(name) + "-" + clock.today() + ending + "\"");
    }
}
