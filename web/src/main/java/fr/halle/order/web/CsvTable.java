package fr.halle.order.web;

import fr.halle.shared.service.HalleClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * As French spreadsheets read it: UTF-8 with its mark, semicolons, decimal commas. Texts are quoted, and one that a spreadsheet would
 * run as a formula gets an apostrophe before it (OWASP, CSV injection): a customer types those texts.
 */
public final class CsvTable implements Table {

    private static final char MARK = '\ufeff';
    private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Writer out;
    private boolean begun;

    public CsvTable(OutputStream stream) throws IOException {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(MARK);
    }

    @Override
    public void text(String text) throws IOException {
        write(quoted(text));
    }

    @Override
    public void euros(long cents) throws IOException {
        String sign = cents < 0 ? "-" : "";
        write(String.format(Locale.ROOT, "%s%d,%02d", sign, Math.abs(cents / 100), Math.abs(cents % 100)));
    }

    @Override
    public void day(LocalDate day) throws IOException {
        write(DAY.format(day));
    }

    @Override
    public void moment(Instant at) throws IOException {
        write(MOMENT.format(at.atZone(HalleClock.PARIS)));
    }

    @Override
    public void endRow() throws IOException {
        out.write("\r\n");
        begun = false;
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    static String quoted(String text) {
        return '"' + guarded(text).replace("\"", "\"\"") + '"';
    }

    private static String guarded(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void write(String cell) throws IOException {
        if (begun) {
            out.write(';');
        }
        out.write(cell);
        begun = true;
    }
}
