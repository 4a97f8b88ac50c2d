package fr.halle.outside.service;

import java.time.LocalDate;
import java.util.List;

/** A day of a desk's sales as both sides have them, differences first. */
public record Reconciled(LocalDate day, List<ReconciledRow> rows) {

    public Reconciled {
        rows = List.copyOf(rows);
    }

    public long differences() {
        return rows.stream().filter(ReconciledRow::isDifferent).count();
    }

    public long ourCents() {
        return rows.stream().mapToLong(ReconciledRow::ourCents).sum();
    }

    public long theirCents() {
        return rows.stream().mapToLong(ReconciledRow::theirCents).sum();
    }
}
