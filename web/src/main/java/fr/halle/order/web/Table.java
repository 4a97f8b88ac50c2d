package fr.halle.order.web;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/** What an export is written to, cell by cell and row by row; a row leaves as it ends. */
public interface Table {

    void text(String text) throws IOException;

    /** @param cents written as euros with two decimals */
    void euros(long cents) throws IOException;

    void day(LocalDate day) throws IOException;

    /** In Paris, to the minute. */
    void moment(Instant at) throws IOException;

    void endRow() throws IOException;

    /** Not called where something failed: a file that is not whole had better not open. */
    void finish() throws IOException;
}
