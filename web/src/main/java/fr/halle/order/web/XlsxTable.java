package fr.halle.order.web;

import fr.halle.shared.service.HalleClock;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet: amounts are numbers in euros, dates are dates, and a text stays a text whatever it begins with. */
public final class XlsxTable implements Table {

    private static final int ROWS_IN_MEMORY = 200;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;
    private int column;

    public XlsxTable(OutputStream stream, String name) {
        book = new Workbook(stream, "Halle", "1.0");
        sheet = book.newWorksheet(name);
        sheet.freezePane(1, 1);
    }

    /** @param widths of the columns, in characters */
    public XlsxTable wide(int... widths) {
        for (int at = 0; at < widths.length; at++) {
            sheet.width(at, widths[at]);
        }
        return this;
    }

    @Override
    public void text(String text) {
        if (row == 0) {
            sheet.style(row, column).bold().set();
        }
        sheet.inlineString(row, column++, text);
    }

    @Override
    public void euros(long cents) {
        sheet.value(row, column, BigDecimal.valueOf(cents, 2));
        sheet.style(row, column++).format("#,##0.00\\ \"€\"").set();
    }

    @Override
    public void day(LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column++).format("dd/mm/yyyy").set();
    }

    @Override
    public void moment(Instant at) {
        sheet.value(row, column, at.atZone(HalleClock.PARIS).toLocalDateTime());
        sheet.style(row, column++).format("dd/mm/yyyy hh:mm").set();
    }

    @Override
    public void endRow() throws IOException {
        row++;
        column = 0;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        book.finish();
    }
}
